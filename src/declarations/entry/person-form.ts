import { lastDay, type LocalDate, type Quarter } from '../../calendar/index.ts'
import { typedNumber } from '../../money/index.ts'
import { type Fields, type Mistakes, text } from '../../web/form.ts'
import { parsePhone } from '../../web/phone.ts'
import { readDay, writtenDay } from '../../web/read-day.ts'
import type { Words } from '../../web/words/index.ts'
import { fundLetters } from '../checking/text-forms.ts'
import { type CivilData, writtenMobile } from './civil-data.ts'

type Said = Words['entry']['personMistakes']

export const personFields = {
  lastName: 'nom',
  firstName: 'prenom',
  memberNumber: 'matricule',
  identityNumber: 'cnie',
  nationality: 'nationalite',
  sex: 'sexe',
  bornOn: 'naissance',
  joinedOn: 'affiliation',
  maritalStatus: 'situation',
  children: 'enfants',
  staffNumber: 'interieur',
  cnssNumber: 'cnss',
  mobile: 'gsm',
  email: 'email',
} as const satisfies Record<keyof CivilData, string>

export const nameReasonField = 'motif-nom'

export type PersonParsed =
  | { readonly ok: true; readonly value: CivilData }
  | { readonly ok: false; readonly errors: Mistakes }

interface Rule {
  readonly quarter: Quarter
  /** Whom the fund does not know: a matricule, or an identity document. */
  readonly isNew: boolean
}

/** Civil data as a clerk types them, with the limits of the layout; every mistake at once, by field. */
export function parsePerson(fields: Fields, said: Said, rule: Rule): PersonParsed {
  const errors: Record<string, string> = {}
  const wrong = (field: keyof typeof personFields, sentence: string) => {
    errors[personFields[field]] ??= sentence
  }
  const typed = (field: keyof typeof personFields) => typedNumber(text(fields, personFields[field]))
  const read: Reader = { typed, wrong, said }
  const nationality = readLetter(read, 'nationality', ['M', 'A'], said.nationality)
  const memberNumber = readMatricule(read)
  const identityNumber = readIdentity(read, nationality)
  if (rule.isNew && !typed('memberNumber') && !typed('identityNumber') && nationality !== 'A')
    wrong('identityNumber', said.identityRequired)
  const dates = readDates(read, rule.quarter)
  const value = {
    memberNumber,
    lastName: readName(read, 'lastName'),
    firstName: readName(read, 'firstName'),
    staffNumber: readStaffNumber(read),
    sex: readLetter(read, 'sex', ['M', 'F'], said.sex),
    nationality,
    ...dates,
    maritalStatus: readLetter(read, 'maritalStatus', ['C', 'M', 'D', 'V'], said.maritalStatus),
    children: readChildren(read),
    identityNumber,
    cnssNumber: readCnss(read),
    mobile: readMobile(read),
    email: readEmail(read),
  }
  return Object.keys(errors).length > 0
    ? { ok: false, errors: inOrder(errors) }
    : { ok: true, value: value as CivilData }
}

/** The mistakes in the order of the page. */
function inOrder(errors: Readonly<Record<string, string>>): Mistakes {
  return Object.fromEntries(
    Object.values(personFields).flatMap((field) => {
      const sentence = errors[field]
      return sentence === undefined ? [] : [[field, sentence]]
    }),
  )
}

interface Reader {
  readonly typed: (field: keyof typeof personFields) => string
  readonly wrong: (field: keyof typeof personFields, sentence: string) => void
  readonly said: Said
}

/** The fund's letters, 25 at most (contribution-file.md, fields 6 and 7). */
function readName({ typed, wrong, said }: Reader, field: 'lastName' | 'firstName'): string {
  const name = fundLetters(typed(field)).replace(/ {2,}/g, ' ').trim()
  if (name === '') wrong(field, said[`${field}Missing`])
  else if (!/^[A-Z][A-Z ]*$/.test(name))
    wrong(field, field === 'lastName' ? said.nameLetters : said.firstNameLetters)
  else if (name.length > 25) wrong(field, said.nameTooLong)
  return name
}

function readMatricule({ typed, wrong, said }: Reader): string | null {
  const number = typed('memberNumber').replace(/\s/g, '')
  if (number === '' || /^0+$/.test(number)) return null
  if (!/^\d{1,9}$/.test(number)) wrong('memberNumber', said.matricule)
  return number.padStart(9, '0')
}

/** A CNIE for a Moroccan; any document of up to ten characters for a foreigner (contribution-file.md, field 17). */
function readIdentity({ typed, wrong, said }: Reader, nationality: string | null): string | null {
  const number = fundLetters(typed('identityNumber')).replace(/ /g, '')
  if (number === '') return null
  const isOdd = !/^[A-Z0-9]{1,10}$/.test(number)
  if (isOdd) wrong('identityNumber', said.identityLetters)
  else if (nationality !== 'A' && !/^[A-Z]{1,2}\d{5,6}$/.test(number))
    wrong('identityNumber', said.identityForm)
  return number
}

// oxlint-disable-next-line max-params -- where it is read, which field, what it may be, what is said otherwise
function readLetter<T extends string>(
  { typed, wrong }: Reader,
  field: 'sex' | 'nationality' | 'maritalStatus',
  allowed: readonly T[],
  sentence: string,
): T | null {
  const found = allowed.find((one) => one === typed(field))
  if (!found) wrong(field, sentence)
  return found ?? null
}

function readChildren({ typed, wrong, said }: Reader): number | null {
  if (!/^\d$/.test(typed('children'))) wrong('children', said.children)
  return Number(typed('children'))
}

function readStaffNumber({ typed, wrong, said }: Reader): string {
  const number = fundLetters(typed('staffNumber')).trim()
  if (!/^[A-Z0-9 ]{0,6}$/.test(number)) wrong('staffNumber', said.staffNumber)
  return number
}

/** Birth, then affiliation, within the quarter at the latest (contribution-file.md, «Dates»). */
function readDates(read: Reader, quarter: Quarter) {
  const { wrong, said } = read
  const bornOn = readDate(read, 'bornOn')
  const joinedOn = readDate(read, 'joinedOn')
  if (joinedOn && joinedOn > lastDay(quarter))
    wrong('joinedOn', said.joinedAfter(writtenDay(lastDay(quarter))))
  if (joinedOn && bornOn && joinedOn <= bornOn) wrong('joinedOn', said.joinedBeforeBirth)
  return { bornOn, joinedOn }
}

function readDate({ typed, wrong, said }: Reader, field: 'bornOn' | 'joinedOn'): LocalDate | null {
  if (typed(field) === '') {
    wrong(field, said[`${field}Missing`])
    return null
  }
  const day = readDay(typed(field))
  if (!day || day < '1900-01-01') wrong(field, said.dateImpossible)
  return day ?? null
}

function readCnss({ typed, wrong, said }: Reader): string | null {
  const number = typed('cnssNumber').replace(/[\s.-]/g, '')
  if (number === '') return null
  if (!/^1\d{8}$/.test(number)) wrong('cnssNumber', said.cnss)
  return number
}

function readMobile({ typed, wrong, said }: Reader): string | null {
  if (typed('mobile') === '') return null
  const number = parsePhone(typed('mobile').replace(/^00/, '+'))
  if (!number || number.length > 13) wrong('mobile', said.mobile)
  return writtenMobile(number ?? '')
}

/** Thirty-five characters of the layout: an address cut short would be somebody else's. */
function readEmail({ typed, wrong, said }: Reader): string | null {
  const address = typed('email')
  if (address === '') return null
  if (address.length > 35 || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)) wrong('email', said.email)
  return address
}

/** The card of somebody, as its fields show it. */
export function writtenPerson(civil: CivilData): Fields {
  return {
    [personFields.lastName]: civil.lastName,
    [personFields.firstName]: civil.firstName,
    [personFields.memberNumber]: civil.memberNumber ?? '',
    [personFields.identityNumber]: civil.identityNumber ?? '',
    [personFields.nationality]: civil.nationality,
    [personFields.sex]: civil.sex,
    [personFields.bornOn]: writtenDay(civil.bornOn),
    [personFields.joinedOn]: writtenDay(civil.joinedOn),
    [personFields.maritalStatus]: civil.maritalStatus ?? '',
    [personFields.children]: civil.children === null ? '' : String(civil.children),
    [personFields.staffNumber]: civil.staffNumber,
    [personFields.cnssNumber]: civil.cnssNumber ?? '',
    [personFields.mobile]: civil.mobile?.replace(/^00/, '+') ?? '',
    [personFields.email]: civil.email ?? '',
  }
}
