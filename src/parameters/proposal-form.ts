import { addMonths, formatDate, type LocalDate, localDate } from '../calendar/index.ts'
import { type Fields, type Parsed, text } from '../web/form.ts'
import { readDay } from '../web/read-day.ts'
import type { Words } from '../web/words/index.ts'
import type { Language } from '../web/words/language.ts'
import { type ParameterKey, parameterOf } from './parameter-catalogue.ts'
import type { ProposedChange } from './propose-change.ts'
import { undatedFrom } from './proposal.ts'
import type { Scalar, ScalarMistake } from './scalars.ts'
import { keyOf, mostRows, type Row, type Single, type ValueTable } from './value-types.ts'

export type TypedChange = Omit<ProposedChange, 'id' | 'key'>

export interface Around {
  readonly today: LocalDate
  readonly words: Words
  readonly language: Language
}

const first = localDate('1990-01-02')
const yearsAhead = 10

/** Reads a proposal, or says every mistake at its place: in a table, at its cell. */
export function parseProposal(
  key: ParameterKey,
  fields: Fields,
  around: Around,
): Parsed<TypedChange> {
  const errors: Record<string, string> = {}
  const { type, undated } = parameterOf(key)
  const read: Reading = { fields, around, errors }
  const value = type.shape === 'single' ? readSingle(type, read) : readRows(type, read)
  const validFrom = undated ? undatedFrom : readFrom(read)
  const source = readLine(read, 'source', { most: 300, long: 'sourceLong' })
  const reason = readLine(read, 'motif', { most: 500, long: 'reasonLong' })
  const mark = text(fields, 'marque')
  if (mark !== 'sourcee' && mark !== 'illustrative') errors['marque'] = mistakesOf(read).mark
  if (Object.keys(errors).length > 0) return { ok: false, errors, typed: fields }
  return {
    ok: true,
    value: { value, validFrom, source, reason, illustrative: mark === 'illustrative' },
  }
}

interface Reading {
  readonly fields: Fields
  readonly around: Around
  readonly errors: Record<string, string>
}

function mistakesOf({ around }: Reading) {
  return around.words.parameters.mistakes
}

function readSingle(type: Single<unknown>, read: Reading): unknown {
  const typed = text(read.fields, 'valeur')
  if (typed === '' && type.optional) return null
  return readScalar(type.scalar, 'valeur', read)
}

function readScalar(scalar: Scalar<unknown>, name: string, read: Reading): unknown {
  const parsed = scalar.parse(text(read.fields, name))
  if (parsed.ok) return parsed.value
  read.errors[name] = sentenceOf(scalar, parsed.mistake, read)
  return undefined
}

const decimalsOf: Partial<Record<Scalar<unknown>['name'], number>> = { rate: 2, decimal: 4 }

function sentenceOf(scalar: Scalar<unknown>, mistake: ScalarMistake, read: Reading): string {
  const words = mistakesOf(read)
  if (mistake === 'out_of_range') return words.out_of_range(scalar.least ?? '0', scalar.most ?? '')
  if (mistake === 'too_many_decimals') return words.too_many_decimals(decimalsOf[scalar.name] ?? 0)
  return words[mistake]
}

export function cellName(row: number, column: string): string {
  return `l${row}_${column}`
}

/** Rows left blank are no rows. */
function readRows(table: ValueTable<Row>, read: Reading): Row[] {
  const columns = Object.entries(table.columns)
  const rows: Row[] = []
  const seen = new Set<string>()
  for (let index = 0; index < mostRows; index += 1) {
    if (columns.every(([name]) => text(read.fields, cellName(index, name)) === '')) continue
    const cells = columns.map(([name, scalar]) => [
      name,
      readScalar(scalar, cellName(index, name), read),
    ])
    const row: Row = Object.fromEntries(cells)
    refuseTwice(table, row, { seen, index, read })
    rows.push(row)
  }
  const firstColumn = columns[0]?.[0] ?? ''
  if (rows.length === 0) read.errors[cellName(0, firstColumn)] = mistakesOf(read).noRow
  return rows
}

interface Place {
  readonly seen: Set<string>
  readonly index: number
  readonly read: Reading
}

function refuseTwice(table: ValueTable<Row>, row: Row, { seen, index, read }: Place): void {
  if (table.key.some((name) => row[name] === undefined)) return
  const key = keyOf(table, row)
  if (seen.has(key)) read.errors[cellName(index, table.key[0] ?? '')] = mistakesOf(read).twice
  seen.add(key)
}

/** A past date is possible, and said: the box that says so appears with its mistake. */
function readFrom(read: Reading): LocalDate {
  const { fields, around, errors } = read
  const words = mistakesOf(read)
  const day = readDay(text(fields, 'debut'))
  const last = addMonths(around.today, yearsAhead * 12)
  if (!day) errors['debut'] = words.from
  else if (day < first || day > last) {
    const written = (date: LocalDate) => formatDate(date, around.language)
    errors['debut'] = words.fromFar(written(first), written(last))
  } else if (day < around.today && text(fields, 'passe') === '') errors['passe'] = words.past
  return day ?? around.today
}

function readLine(
  read: Reading,
  name: 'source' | 'motif',
  { most, long }: { readonly most: number; readonly long: 'sourceLong' | 'reasonLong' },
): string {
  const words = mistakesOf(read)
  const typed = text(read.fields, name).normalize('NFC').replace(/\s+/g, ' ')
  const plain = typed.replace(/[\p{Cc}\p{Cf}]/gu, '')
  if (plain === '') read.errors[name] = name === 'source' ? words.source : words.reason
  else if (plain.length > most) read.errors[name] = words[long]
  return plain
}
