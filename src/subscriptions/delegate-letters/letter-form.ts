import { z } from 'zod'
import { emailAddress, line, tick } from '../../web/form.ts'
import type { Words } from '../../web/words/index.ts'
import type { DelegateLetterKind } from './delegate-letter.ts'

/**
 * Only what the fund cannot know: who signs, in which quality, the new address when it changes, and the undertaking
 * of the «Réabonnement», which is printed as given.
 */
export function letterSchema(words: Words, kind: DelegateLetterKind, presentEmail: string) {
  const { letters, mistakes } = words.administration
  const newEmail = emailAddress(mistakes.email).refine(
    (typed) => typed.toLowerCase() !== presentEmail.toLowerCase(),
    letters.sameEmail,
  )
  const needsConsent = kind === 'renewal'
  return z.object({
    newEmail:
      kind === 'email_update'
        ? newEmail
        : z
            .unknown()
            .optional()
            .transform(() => null),
    lostFactor: tick(),
    signatoryName: line(letters.signatoryNameNeeded, mistakes.tooLong),
    signatoryCapacity: line(letters.signatoryCapacityNeeded, mistakes.tooLong),
    consent: tick().refine((given) => given || !needsConsent, words.subscriptions.mistakes.consent),
  })
}
