import { z } from 'zod'
import { emailAddress, line, tick } from '../web/form.ts'
import type { Words } from '../web/words/index.ts'
import type { RequestedKind } from './requested-letter.ts'
import { employerNumberField } from './volet-forms.ts'

/** What a visitor types for one of the two short letters of «Téléchargement». */
export function requestSchema(words: Words, kind: RequestedKind) {
  const { mistakes } = words.subscriptions
  return z
    .object({
      employerNumber: employerNumberField(mistakes),
      companyName: line(mistakes.companyName, mistakes.tooLong, 200),
      delegateName: line(mistakes.fullName, mistakes.tooLong, 160),
      email: emailAddress(mistakes.email),
      lostFactor: tick(),
      signatoryName: line(mistakes.signatoryName, mistakes.tooLong, 120),
      signatoryCapacity: line(mistakes.signatoryCapacity, mistakes.tooLong, 120),
    })
    .transform((typed) => ({ ...typed, kind, employerNumber: typed.employerNumber.number }))
}
