import type { LocalDate } from '../../calendar/index.ts'
import type { KnownMembers } from './check-context.ts'
import { fundLetters, sameLetters } from './text-forms.ts'

/** Somebody without a number, as their line says. */
export interface Newcomer {
  readonly lastName: string
  readonly firstName: string
  readonly bornOn: LocalDate
  readonly hasDocument: boolean
}

interface Seen {
  readonly firstNames: ReadonlySet<string>
  readonly hasDocument: boolean
  /** The line of the file, or the number of a known member. */
  readonly at: string
}

/**
 * Who may be somebody already seen: of one day of birth and one family name, all first names of the one among those of the other
 * («JEAN», «JEAN ERIC»). Two documents tell two people apart, or the same one (decision 0064): only where a side has none is it asked.
 */
export class NewcomersSeen {
  readonly #lines = new Map<string, Seen[]>()
  readonly #members: KnownMembers | undefined
  #known: Map<string, Seen[]> | null = null

  constructor(members: KnownMembers | undefined) {
    this.#members = members
  }

  /** The number of a known member who may be this person. */
  numberOf(person: Newcomer): string | undefined {
    this.#known ??= this.#knownByName()
    return sameIn(this.#known, person)?.at
  }

  /** The earlier line without a number that may be of this person; theirs is remembered. */
  lineOf(person: Newcomer, line: number): string | undefined {
    const earlier = sameIn(this.#lines, person)?.at
    add(this.#lines, person, String(line))
    return earlier
  }

  /** Made when the first newcomer comes: most files have none. */
  #knownByName(): Map<string, Seen[]> {
    const known = new Map<string, Seen[]>()
    for (const { memberNumber, bornOn, hasDocument = false, ...names } of this.#members?.values() ??
      [])
      if (bornOn) add(known, { ...names, bornOn, hasDocument }, memberNumber)
    return known
  }
}

function add(seen: Map<string, Seen[]>, person: Newcomer, at: string): void {
  const key = keyOf(person)
  const same = seen.get(key) ?? []
  seen.set(key, same)
  same.push({ firstNames: wordsOf(person.firstName), hasDocument: person.hasDocument, at })
}

function sameIn(seen: ReadonlyMap<string, readonly Seen[]>, person: Newcomer): Seen | undefined {
  const names = wordsOf(person.firstName)
  return seen
    .get(keyOf(person))
    ?.find(
      ({ firstNames, hasDocument }) =>
        !(hasDocument && person.hasDocument) &&
        (isWithin(names, firstNames) || isWithin(firstNames, names)),
    )
}

function keyOf({ bornOn, lastName }: Newcomer): string {
  return `${bornOn} ${sameLetters(lastName)}`
}

function wordsOf(name: string): ReadonlySet<string> {
  return new Set(
    fundLetters(name)
      .split(/[^A-Z]+/)
      .filter((word) => word !== ''),
  )
}

function isWithin(words: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...words].every((word) => others.has(word))
}
