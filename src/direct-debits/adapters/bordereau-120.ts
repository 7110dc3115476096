import { type LocalDate, localDateAt } from '../../calendar/index.ts'
import { sum } from '../../money/index.ts'
import type { Collection, CollectionAdapter, CollectionEntry } from '../collection-file.ts'
import { latinName } from '../latin-name.ts'

/** A field of a record: how long, and how its value is written in it. */
interface Field<Source> {
  readonly name: string
  readonly length: number
  /** Figures are filled with zeros before, references with spaces after, and neither is ever cut; names are. */
  readonly kind: 'figures' | 'reference' | 'name'
  readonly of: (source: Source) => string
}

const recordLength = 120
const lineEnd = '\r\n'

const compact = (day: LocalDate) => day.replaceAll('-', '')
const field = <Source>(
  name: string,
  length: number,
  kind: Field<Source>['kind'],
  of: (source: Source) => string,
): Field<Source> => ({ name, length, kind, of })

/** The layout, as data: docs/domain/debit-bordereau.md has the same tables. */
const header: readonly Field<Collection>[] = [
  field('type', 2, 'figures', () => '01'),
  field('collection', 20, 'reference', ({ reference }) => reference),
  field('collect on', 8, 'figures', ({ collectOn }) => compact(collectOn)),
  field('made on', 8, 'figures', ({ madeAt }) => compact(localDateAt(madeAt))),
  field('creditor account', 24, 'figures', ({ creditor }) => creditor.rib),
  field('creditor', 35, 'name', ({ creditor }) => creditor.name),
  field('currency', 3, 'reference', () => 'MAD'),
  field('free', 20, 'reference', () => ''),
]

type Placed = CollectionEntry & { readonly position: number }

const debit: readonly Field<Placed>[] = [
  field('type', 2, 'figures', () => '02'),
  field('position', 6, 'figures', ({ position }) => String(position)),
  field('order', 20, 'reference', ({ endToEndId }) => endToEndId),
  field('debtor account', 24, 'figures', ({ rib }) => rib),
  field('centimes', 12, 'figures', ({ amount }) => String(amount)),
  field('debtor', 30, 'name', ({ debtorName }) => debtorName),
  field('mandate', 18, 'reference', ({ mandateReference }) => mandateReference),
  field('signed on', 8, 'figures', ({ mandateSignedOn }) => compact(mandateSignedOn)),
]

const trailer: readonly Field<Collection>[] = [
  field('type', 2, 'figures', () => '09'),
  field('debits', 6, 'figures', ({ entries }) => String(entries.length)),
  field('centimes', 16, 'figures', ({ entries }) => String(totalOf(entries))),
  field('control', 16, 'figures', ({ entries }) => controlOf(entries)),
  field('free', 80, 'reference', () => ''),
]

/**
 * «Bordereau de prélèvements, 120 caractères»: an invented layout of a bank, beside ISO 20022, which shows that a bank's own is one
 * file and its tables.
 */
export const bordereau120: CollectionAdapter = {
  id: 'bordereau-120',
  mediaType: 'text/plain; charset=us-ascii',
  fileName: ({ reference }) => `${reference}.txt`,
  write,
  check,
}

function write(collection: Collection): string {
  const debits = collection.entries.map((entry, index) =>
    record(debit, { ...entry, position: index + 1 }),
  )
  return [record(header, collection), ...debits, record(trailer, collection)].join('')
}

function record<Source>(fields: readonly Field<Source>[], source: Source): string {
  return fields.map((one) => written(one, source)).join('') + lineEnd
}

function written<Source>({ name, length, kind, of }: Field<Source>, source: Source): string {
  const value = of(source)
  if (kind === 'name') return latinName(value, length).padEnd(length)
  if (value.length > length) throw new RangeError(`«${value}» is longer than the field ${name}`)
  return kind === 'figures' ? value.padStart(length, '0') : value.padEnd(length)
}

/** Read back from the file, not from what made it: lengths, characters, places, counts and sums. */
function check({ entries }: Collection, text: string): string[] {
  const records = text.split(lineEnd)
  const end = records.pop()
  const last = records.at(-1) ?? ''
  const debits = records.filter((one) => one.startsWith('02'))
  const amounts = debits.map((one) => BigInt(one.slice(52, 64)))
  const faults: [boolean, string][] = [
    [end !== '', 'the file does not end with a record'],
    [records.some((one) => one.length !== recordLength), 'a record is not of 120 characters'],
    [/[^\x20-\x7e\r\n]/.test(text), 'a character that no bank takes'],
    [debits.length !== entries.length, `${debits.length} debits for ${entries.length}`],
    [
      debits.some((one, index) => Number(one.slice(2, 8)) !== index + 1),
      'a debit is not at its place',
    ],
    [Number(last.slice(2, 8)) !== debits.length, 'the count is not the count'],
    [
      BigInt(last.slice(8, 24) || '0') !== amounts.reduce((all, one) => all + one, 0n),
      'the control sum is not the sum',
    ],
    [last.slice(24, 40) !== controlOf(entries), 'the control of the accounts is not theirs'],
  ]
  return faults.flatMap(([isWrong, sentence]) => (isWrong ? [sentence] : []))
}

function totalOf(entries: readonly CollectionEntry[]): bigint {
  return sum(entries.map(({ amount }) => amount))
}

/** The sum of the debtors' account numbers (16 digits after bank and locality), its last 16 digits. */
function controlOf(entries: readonly CollectionEntry[]): string {
  const all = entries.reduce((total, { rib }) => total + BigInt(rib.slice(6, 22)), 0n)
  return String(all % 10n ** 16n).padStart(16, '0')
}
