import { decimalString, type Dirhams } from '../../money/index.ts'
import { type Appearance, Appearances } from './appearances.ts'
import { CompactMap } from './compact-map.ts'
import { trancheTwoOf, twoTrancheProduct } from './contribution-rates.ts'
import { type Finding, finding } from './finding.ts'
import type { LineNotes } from './line-notes.ts'
import { NewcomersSeen } from './newcomers-seen.ts'
import type { PreparedContext } from './prepare-context.ts'

export interface Entry {
  readonly employerNumber: string
  readonly category: string
  readonly salary: Dirhams | null
}

/** Who has appeared so far in the file: nobody twice, except a salary in two tranches (contribution-file.md). */
export class MemberRegister {
  readonly #context: PreparedContext
  /** By employer, then by member: one file may carry the lines of several employers (product D9). */
  readonly #employers = new Map<string, CompactMap>()
  readonly #appearances: Appearances
  #last: { readonly employerNumber: string; readonly seen: CompactMap } | null = null
  readonly #identities = new Map<string, number>()
  readonly newcomers: NewcomersSeen
  readonly #categories = new Set<string>()

  constructor(context: PreparedContext) {
    this.#context = context
    this.newcomers = new NewcomersSeen(context.members)
    this.#appearances = new Appearances({ keepsSalaries: !context.categories })
  }

  /** A member with a number: once in the file, or once per tranche. */
  enter(memberNumber: string, entry: Entry, notes: LineNotes): void {
    const { category, salary } = entry
    const seen = this.#seenAt(entry.employerNumber)
    const number = Number(memberNumber)
    const earlier = seen.get(number)
    const appearance = { line: notes.line, category, salary, earlier }
    seen.set(number, this.#appearances.add(appearance))
    this.#categories.add(category)
    this.#checkCeiling(appearance, notes)
    if (earlier !== undefined) this.#checkAgain(memberNumber, appearance, notes)
  }

  /** A new member has no number yet: the identity document tells whether it is the same person. */
  enterNew(identityNumber: string, entry: Entry, notes: LineNotes): void {
    this.#categories.add(entry.category)
    const key = `${entry.employerNumber} ${entry.category} ${identityNumber}`
    const first = this.#identities.get(key)
    if (first === undefined) {
      this.#identities.set(key, notes.line)
      return
    }
    const params = { firstLine: String(first) }
    notes.found('identityNumber', 'identity_repeated', { value: identityNumber, params })
  }

  /** Members the fund expected in the declared categories and the file leaves out: have they left? */
  *missing(): Generator<Finding> {
    for (const member of this.#context.members?.values() ?? []) {
      if (member.leftOn || this.#hasSeen(member.memberNumber)) continue
      if (member.category !== undefined && !this.#categories.has(member.category)) continue
      const params = { name: `${member.lastName} ${member.firstName}`.trim() }
      const place = { line: 0, column: 0, field: 'memberNumber' } as const
      yield finding(place, 'member_missing', { value: member.memberNumber, params })
    }
  }

  #checkCeiling({ category, salary }: Appearance, notes: LineNotes): void {
    if (this.#context.categories?.get(category)?.product !== twoTrancheProduct) return
    const ceiling = this.#context.trancheOneCeiling
    if (trancheTwoOf(category) === undefined || salary === null || salary <= ceiling) return
    const details = overCeiling({ salary, ceiling, line: notes.line })
    notes.found('salary', 'tranche_one_over_ceiling', details)
  }

  /** Nearly every file is of one employer. */
  #seenAt(employerNumber: string): CompactMap {
    if (this.#last?.employerNumber === employerNumber) return this.#last.seen
    const seen = this.#employers.get(employerNumber) ?? new CompactMap()
    this.#employers.set(employerNumber, seen)
    this.#last = { employerNumber, seen }
    return seen
  }

  #hasSeen(memberNumber: string): boolean {
    for (const seen of this.#employers.values())
      if (seen.get(Number(memberNumber)) !== undefined) return true
    return false
  }

  #checkAgain(memberNumber: string, now: Appearance, notes: LineNotes): void {
    const earlier = [...this.#earlierThan(now)]
    const clash = earlier.find((before) => !this.#isTranchePair(before, now))
    if (clash) {
      const params = { firstLine: String(clash.line), category: clash.category }
      notes.found('memberNumber', 'member_duplicate', { value: memberNumber, params })
      return
    }
    if (this.#context.categories) return
    // Only the pair shows that this is a two-tranche product when the terms are not known.
    const trancheOne = [...earlier, now].find(
      ({ category }) => trancheTwoOf(category) !== undefined,
    )
    const ceiling = this.#context.trancheOneCeiling
    if (trancheOne?.salary && trancheOne.salary > ceiling) {
      const details = overCeiling({ salary: trancheOne.salary, ceiling, line: trancheOne.line })
      notes.found('salary', 'tranche_one_over_ceiling', details)
    }
  }

  *#earlierThan({ earlier }: Appearance): Generator<Appearance> {
    for (let at = earlier; at !== undefined; ) {
      const one = this.#appearances.at(at)
      yield one
      at = one.earlier
    }
  }

  #isTranchePair(one: Appearance, other: Appearance): boolean {
    const isPair =
      trancheTwoOf(one.category) === other.category || trancheTwoOf(other.category) === one.category
    const terms = this.#context.categories
    if (!isPair || !terms) return isPair
    return [one, other].every(({ category }) => terms.get(category)?.product === twoTrancheProduct)
  }
}

interface OverCeiling {
  readonly salary: Dirhams
  readonly ceiling: Dirhams
  readonly line: number
}

function overCeiling({ salary, ceiling, line }: OverCeiling) {
  const amounts = { amount: decimalString(salary), ceiling: decimalString(ceiling) }
  return { params: { ...amounts, trancheLine: String(line) } }
}
