import type { Delegate } from '../access/delegates.ts'
import { fullName } from '../access/accounts.ts'
import type { Employer, Teleservice } from '../employers/employer.ts'
import type { Letter } from '../letters/letter.ts'
import { parsePhone } from '../web/phone.ts'

/** What a form may say otherwise than the fund knows. */
export type Difference =
  | 'address'
  | 'phone'
  | 'email'
  | 'services'
  | 'paymentOption'
  | 'signatory'
  | 'delegate'
  | 'delegateEmail'

interface Compared {
  readonly letter: Pick<Letter, 'data'>
  readonly employer: Employer | undefined
  readonly services: readonly Teleservice[]
  readonly delegate: Delegate | undefined
  readonly signatory: string | undefined
}

/**
 * Where the form and the fund differ, so that the agent's eye goes there first. What one of the two does not say is no
 * difference, nor is another case, spacing or order.
 */
export function differencesOf({ letter, employer, services, delegate, signatory }: Compared) {
  const typed = { company: partOf(letter, 'company'), delegate: partOf(letter, 'delegate') }
  const pairs: Readonly<Record<Difference, readonly [string, string]>> = {
    address: [placeOf(typed.company), placeOf(employer)],
    phone: [phoneOf(typed.company['phone']), phoneOf(employer?.phone)],
    email: [plain(typed.company['email']), plain(employer?.email)],
    paymentOption: [textOf(letter.data['paymentOption']), textOf(employer?.paymentOption)],
    signatory: [plain(partOf(letter, 'signatory')['name']), plain(signatory)],
    services: [listOf(letter.data['services']), listOf(services)],
    delegate: [
      plain(`${textOf(typed.delegate['firstName'])} ${textOf(typed.delegate['lastName'])}`),
      plain(delegate && fullName(delegate)),
    ],
    delegateEmail: [plain(typed.delegate['email']), plain(delegate?.email)],
  }
  return new Set(
    Object.entries(pairs).flatMap(([name, [asked, known]]) =>
      asked !== '' && known !== '' && asked !== known ? [name as Difference] : [],
    ),
  )
}

type Part = Readonly<Record<string, unknown>>

function partOf({ data }: Pick<Letter, 'data'>, name: string): Part {
  const part = data[name]
  return typeof part === 'object' && part !== null ? { ...part } : {}
}

function placeOf(place: { readonly address?: unknown; readonly city?: unknown } | undefined) {
  return plain(`${textOf(place?.address)} ${textOf(place?.city)}`)
}

function phoneOf(phone: unknown): string {
  return parsePhone(textOf(phone)) ?? plain(phone)
}

function listOf(values: unknown): string {
  return Array.isArray(values) ? values.map(textOf).toSorted().join(' ') : ''
}

function plain(value: unknown): string {
  return textOf(value)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s,;]+/g, ' ')
    .trim()
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
