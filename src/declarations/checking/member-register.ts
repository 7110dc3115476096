import { decimalString, type Dirhams } from '../../money/index.ts'
import { type Appearance, Appearances } from './appearances.ts'
import { CompactIndex } from './compact-index.ts'
import { trancheTwoOf, twoTrancheProduct } from './contribution-rates.ts'
import { cardNumber, DocumentsSeen } from './documents-seen.ts'
import { type Finding, finding } from './finding.ts'
import type { LineNotes } from './line-notes.ts'
import { NewcomersSeen } from './newcomers-seen.ts'
import type { PreparedContext } from './prepare-context.ts'

export interface Entry {
  readonly employerNumber: string
  readonly category: string
  readonly salary: Dirhams | null
  readonly identityNumber: string | null
}

/** Whom an employer has declared so far, by number and by document: each the latest, or first, place in the list of appearances. */
class Staff {
  readonly members: CompactIndex
  readonly documents: DocumentsSeen

  constructor({ numbers, cards }: Appearances) {
    this.members = new CompactIndex(numbers)
    this.documents = new DocumentsSeen(cards)
  }
}

/** Who has appeared so far in the file: nobody twice, except a salary in two tranches (contribution-file.md). */
export class MemberRegister {
  readonly #context: PreparedContext
  /** By employer, then by member: one file may carry the lines of several employers (product D9). */
  readonly #employers = new Map<string, Staff>()
  readonly #appearances: Appearances
  #last: { readonly employerNumber: string; readonly staff: Staff } | null = null
  readonly #identities = new Map<string, number>()
  readonly newcomers: NewcomersSeen

  constructor(context: PreparedContext) {
    this.#context = context
    this.newcomers = new NewcomersSeen(context.members)
    this.#appearances = new Appearances({ keepsSalaries: !context.categories })
  }

  /** A member with a number: once in the file, or once per tranche. */
  enter(memberNumber: string, entry: Entry, notes: LineNotes): void {
    const { category, salary, identityNumber } = entry
    const number = Number(memberNumber)
    const card = cardNumber(identityNumber)
    const { members, documents } = this.#staffOf(entry.employerNumber)
    const place = this.#appearances.next
    const earlier = members.move(number, place)
    const first =
      identityNumber === null ? undefined : documents.firstAt(identityNumber, card, place)
    const appearance = { line: notes.line, number, card, category, salary, earlier }
    this.#appearances.add(appearance)
    this.#checkCeiling(appearance, notes)
    if (earlier !== undefined) this.#checkAgain(memberNumber, appearance, notes)
    if (first !== undefined && first !== earlier) {
      const same = this.#appearances.at(first)
      if (same.number !== number) tellSameDocument(same, memberNumber, notes)
    }
  }

  /**
   * A new member has no number yet: the identity document tells whether it is the same person as an earlier new one, or as somebody with
   * a number, which is given back.
   */
  enterNew(identityNumber: string, entry: Entry, notes: LineNotes): string | undefined {
    const { category, salary } = entry
    const key = `${entry.employerNumber} ${category} ${identityNumber}`
    const earlier = this.#identities.get(key)
    if (earlier !== undefined) {
      const params = { firstLine: String(earlier) }
      notes.found('identityNumber', 'identity_repeated', { value: identityNumber, params })
      return undefined
    }
    this.#identities.set(key, notes.line)
    const card = cardNumber(identityNumber)
    const { documents } = this.#staffOf(entry.employerNumber)
    const first = documents.firstAt(identityNumber, card, this.#appearances.next)
    this.#appearances.add({
      line: notes.line,
      number: 0,
      card,
      category,
      salary,
      earlier: undefined,
    })
    const same = first === undefined ? undefined : this.#appearances.at(first)
    if (same === undefined || same.number === 0) return undefined
    tellSameDocument(same, '', notes)
    return numberOf(same)
  }

  /** Members the fund expected in the declared categories and the file leaves out: have they left? */
  *missing(): Generator<Finding> {
    for (const member of this.#context.members?.values() ?? []) {
      if (member.leftOn || this.#hasSeen(member.memberNumber)) continue
      if (member.category !== undefined && !this.#appearances.areIn(member.category)) continue
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
  #staffOf(employerNumber: string): Staff {
    if (this.#last?.employerNumber === employerNumber) return this.#last.staff
    const staff = this.#employers.get(employerNumber) ?? new Staff(this.#appearances)
    this.#employers.set(employerNumber, staff)
    this.#last = { employerNumber, staff }
    return staff
  }

  #hasSeen(memberNumber: string): boolean {
    for (const { members } of this.#employers.values())
      if (members.get(Number(memberNumber)) !== undefined) return true
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

/** One document, two numbers, or one and none yet: the same person twice, or a slip in one of the documents (ours, contribution-file.md). */
function tellSameDocument(earlier: Appearance, memberNumber: string, notes: LineNotes): void {
  const params = { firstLine: String(earlier.line), number: numberOf(earlier) }
  notes.found('memberNumber', 'member_under_two_numbers', { value: memberNumber, params })
}

/** As it is declared; nothing for somebody without a number. */
function numberOf({ number }: Appearance): string {
  return number === 0 ? '' : String(number).padStart(9, '0')
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
