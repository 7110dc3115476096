import { z } from 'zod'
import { parseMemberNumber } from '../../members/newcomer.ts'
import { type Fields, line, type Mistakes } from '../../web/form.ts'
import type { Words } from '../../web/words/index.ts'

export type DecisionName = 'confirm' | 'attach' | 'refuse'

/** A decision that comes back to be corrected. */
export interface SentBack {
  readonly form: DecisionName
  readonly errors: Mistakes
  readonly typed: Fields
}

const version = z.coerce.number().int().positive()
const typed = z.preprocess((value) => (Array.isArray(value) ? value[0] : (value ?? '')), z.string())

/** A number that the fund gives, or none: then the provisional one stays. */
export function confirmationSchema({ newcomers: { mistakes } }: Words) {
  return z
    .object({
      version,
      numero: typed
        .transform((value) => value.trim())
        .refine((value) => value === '' || parseMemberNumber(value) !== undefined, mistakes.number),
    })
    .transform((form) => ({
      version: form.version,
      memberNumber: parseMemberNumber(form.numero) ?? null,
    }))
}

/** The number of somebody whom the fund knows. */
export function attachmentSchema({ newcomers: { mistakes } }: Words) {
  return z
    .object({
      version,
      avec: typed.refine((value) => parseMemberNumber(value) !== undefined, mistakes.number),
    })
    .transform((form) => ({
      version: form.version,
      memberNumber: parseMemberNumber(form.avec) ?? '',
    }))
}

/** What the company must correct. */
export function refusalSchema({ newcomers: { mistakes } }: Words) {
  return z
    .object({ version, motif: line(mistakes.note, mistakes.noteTooLong, 300) })
    .transform((form) => ({ version: form.version, note: form.motif }))
}
