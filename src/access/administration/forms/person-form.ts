import { z } from 'zod'
import { hasRightControl, parseIce } from '../../../employers/ice.ts'
import { isUnusualCin, parseIdentity } from '../../../platform/secrets/identity.ts'
import { choice, emailAddress, line, optionalLine, tick } from '../../../web/form.ts'
import { parsePhone } from '../../../web/phone.ts'
import type { Words } from '../../../web/words/index.ts'

export function personSchema(words: Words) {
  const { mistakes } = words.administration
  return z.object({
    lastName: line(mistakes.lastName, mistakes.tooLong),
    firstName: line(mistakes.firstName, mistakes.tooLong),
    jobTitle: line(mistakes.jobTitle, mistakes.tooLong),
    email: emailAddress(mistakes.email),
    phone: optionalLine(mistakes.phone, 40).transform((typed, context) => {
      if (typed === '') return ''
      const number = parsePhone(typed)
      if (number) return number
      context.addIssue({ code: 'custom', message: mistakes.phone })
      return z.NEVER
    }),
    language: choice(['fr', 'ar'], mistakes.language),
  })
}

/** A person is known by an identity document, required of everybody (decision: a person). */
export function identitySchema(words: Words) {
  const { mistakes } = words.administration
  return z
    .object({
      identityKind: choice(['cin', 'residence_card', 'passport'], mistakes.identityKind),
      identityNumber: line(mistakes.identityNumber, mistakes.identityShape, 30),
    })
    .transform(({ identityKind: kind, identityNumber }, context) => {
      const identity = parseIdentity(kind, identityNumber)
      if (identity) return identity
      const message = kind === 'cin' ? mistakes.cin : mistakes.identityShape
      context.addIssue({ code: 'custom', message, path: ['identityNumber'] })
      return z.NEVER
    })
}

/** The same where a card is typed for good: an unusual number is asked about, and taken once it is stood by. */
export function newIdentitySchema(words: Words) {
  const { cinUnusual } = words.administration.mistakes
  return z
    .intersection(identitySchema(words), z.object({ identitySure: tick() }))
    .superRefine((identity, context) => {
      if (!isUnusualCin(identity) || identity.identitySure) return
      context.addIssue({ code: 'custom', message: cinUnusual, path: ['identityNumber'] })
    })
    .transform(({ kind, number }) => ({ kind, number }))
}

/** The ICE's control is soft: the public rule is not certain, so the delegate confirms (domain §8). */
export function firmSchema(words: Words) {
  const { mistakes } = words.administration
  return z
    .object({
      firmName: line(mistakes.firmName, mistakes.tooLong),
      firmIce: line(mistakes.firmIce, mistakes.firmIce, 30),
      firmIceSure: z.unknown().optional(),
      firmKnownSure: tick(),
    })
    .transform(({ firmName, firmIce, firmIceSure, firmKnownSure }, context) => {
      const ice = parseIce(firmIce)
      if (ice && (hasRightControl(ice) || firmIceSure === 'on'))
        return { name: firmName, ice, isConfirmed: firmKnownSure }
      const message = ice ? mistakes.firmIceControl : mistakes.firmIce
      context.addIssue({ code: 'custom', message, path: ['firmIce'] })
      return z.NEVER
    })
}
