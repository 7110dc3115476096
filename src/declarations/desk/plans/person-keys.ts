import { fundLetters } from '../../checking/text-forms.ts'
import type { LineTexts } from '../line-book.ts'

/** By what somebody is known on a line, however it is written: empty where the line does not say. */
export interface PersonKeys {
  readonly memberNumber: string
  readonly identityNumber: string
  readonly name: string
}

export function personKeysOf(texts: LineTexts): PersonKeys {
  const { memberNumber, identityNumber, lastName, firstName, fullName } = texts
  return {
    memberNumber: memberNumber.replace(/\D/g, '').replace(/^0+/, ''),
    identityNumber: letters(identityNumber).replace(/^0+$/, ''),
    name: letters(`${lastName}${firstName}` || fullName),
  }
}

/** Anything that two lines say alike of a person: which line it is was said already. */
export function mayBeSamePerson(one: PersonKeys, other: PersonKeys): boolean {
  const said = (['memberNumber', 'identityNumber', 'name'] as const).filter(
    (key) => one[key] !== '' && other[key] !== '',
  )
  return said.length === 0 || said.some((key) => one[key] === other[key])
}

function letters(text: string): string {
  return fundLetters(text).replace(/[^A-Z0-9]/g, '')
}
