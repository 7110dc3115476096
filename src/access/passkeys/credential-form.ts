import { z } from 'zod'
import { type Fields, text } from '../../web/form.ts'

const bytes = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[A-Za-z0-9_-]+$/)

const common = { id: bytes(1400), rawId: bytes(1400), type: z.literal('public-key') }

const assertion = z.object({
  ...common,
  response: z.object({
    clientDataJSON: bytes(4000),
    authenticatorData: bytes(4000),
    signature: bytes(4000),
  }),
})

const attestation = z.object({
  ...common,
  response: z.object({
    clientDataJSON: bytes(4000),
    attestationObject: bytes(40_000),
    transports: z.array(z.string().regex(/^[a-z-]{1,20}$/)).max(8),
  }),
})

/** What a passkey signed, as the browser sends it. */
export type Assertion = z.infer<typeof assertion>
/** A passkey just made. */
export type Attestation = z.infer<typeof attestation>

/** The answer of a passkey in a form; null when the form was sent without one. */
export function typedAssertion(fields: Fields): Assertion | 'unreadable' | null {
  return read(assertion, text(fields, 'assertion'))
}

export function typedAttestation(fields: Fields): Attestation | 'unreadable' | null {
  return read(attestation, text(fields, 'attestation'))
}

function read<T>(schema: z.ZodType<T>, typed: string): T | 'unreadable' | null {
  if (typed === '') return null
  try {
    return schema.parse(JSON.parse(typed))
  } catch {
    return 'unreadable'
  }
}
