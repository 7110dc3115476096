import type { ByteSource } from '../../checking/byte-source.ts'
import type { LineBook } from '../line-book.ts'
import { mayBeSamePerson, type PersonKeys, personKeysOf } from './person-keys.ts'
import { rowsOf } from '../../content.ts'
import type { LineToTell, NotPlaced, SentLine } from './sent-lines.ts'

export interface Placed {
  /** By line of the content. */
  readonly places: ReadonlyMap<number, SentLine>
  readonly told: readonly LineToTell[]
}

interface Candidate {
  readonly line: number
  readonly keys: PersonKeys
}

/** What the content has for each line that was sent, found in one reading of it. */
interface Found {
  /** The line that it names, as it stands now. */
  named?: Candidate
  readonly byNumber: Candidate[]
  readonly byIdentity: Candidate[]
}

/**
 * Which line of a content each sent line is for: the one it names, or else the only one with its number, or with its
 * document. What is not certain is told, and has no place (product D4).
 */
export function placeLines(sent: readonly SentLine[], source: ByteSource, book: LineBook): Placed {
  const found = findCandidates(sent, source, book)
  const places = new Map<number, SentLine>()
  const told: LineToTell[] = []
  for (const one of sent) {
    const place = placeOf(one, found.get(one))
    const why = typeof place === 'string' ? place : places.has(place) ? 'twice' : null
    if (why === null && typeof place === 'number') places.set(place, one)
    else told.push(toTell(one, why ?? 'unknown', typeof place === 'number' ? place : one.line))
  }
  return { places, told }
}

function toTell({ at, person }: SentLine, why: NotPlaced, line: number | null): LineToTell {
  return { at, person, why, line, field: null }
}

function placeOf(sent: SentLine, found: Found | undefined): number | NotPlaced {
  if (sent.line !== null) {
    const named = found?.named
    if (!named) return 'no_such_line'
    return mayBeSamePerson(named.keys, sent.keys) ? named.line : 'other_person'
  }
  const { byNumber = [], byIdentity = [] } = found ?? {}
  const both = byNumber.filter(({ line }) => byIdentity.some((one) => one.line === line))
  const [certain] = [byNumber, both, byIdentity].filter((some) => some.length === 1)
  if (certain?.[0]) return certain[0].line
  return byNumber.length + byIdentity.length === 0 ? 'unknown' : 'ambiguous'
}

function findCandidates(
  sent: readonly SentLine[],
  source: ByteSource,
  book: LineBook,
): ReadonlyMap<SentLine, Found> {
  const found = new Map<SentLine, Found>(
    sent.map((one) => [one, { byNumber: [], byIdentity: [] }] as const),
  )
  const named = groupedBy(sent, ({ line }) => line)
  const unnamed = sent.filter(({ line }) => line === null)
  const byNumber = groupedBy(unnamed, ({ keys }) => keys.memberNumber || null)
  const byIdentity = groupedBy(unnamed, ({ keys }) => keys.identityNumber || null)
  for (const row of rowsOf(source)) {
    const asked = named.get(row.line)
    if ((unnamed.length === 0 && !asked) || !book.isLine(row)) continue
    const candidate = { line: row.line, keys: personKeysOf(book.read(row.text)) }
    const { memberNumber, identityNumber } = candidate.keys
    for (const one of asked ?? []) found.get(one)!.named = candidate
    for (const one of byNumber.get(memberNumber) ?? []) found.get(one)!.byNumber.push(candidate)
    for (const one of byIdentity.get(identityNumber) ?? [])
      found.get(one)!.byIdentity.push(candidate)
  }
  return found
}

function groupedBy<Key>(
  sent: readonly SentLine[],
  keyOf: (one: SentLine) => Key | null,
): ReadonlyMap<Key, SentLine[]> {
  const groups = new Map<Key, SentLine[]>()
  for (const one of sent) {
    const key = keyOf(one)
    if (key === null) continue
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}
