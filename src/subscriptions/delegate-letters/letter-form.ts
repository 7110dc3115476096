import { z } from 'zod'
import { emailAddress, line, tick } from '../../web/form.ts'
import type { Words } from '../../web/words/index.ts'
import type { DelegateLetterKind } from './delegate-letter.ts'

/** Only what the fund cannot know: who signs, in which quality, and the new address when it changes. */
export function letterSchema(words: Words, kind: DelegateLetterKind, presentEmail: string) {
  const { letters, mistakes } = words.administration
  const newEmail = emailAddress(mistakes.email).refine(
    (typed) => typed.toLowerCase() !== presentEmail.toLowerCase(),
    letters.sameEmail,
  )
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
  })
}
