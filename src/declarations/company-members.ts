import type { LocalDate } from '../calendar/index.ts'
import { copiedFields } from '../platform/db/copy-out.ts'
import type { KnownMember, KnownMembers } from './checking/check-context.ts'
import type { NumberedText } from './checking/numbered-text.ts'
import type { SalariesByMember } from './store/declarations.ts'

/** Who is expected in a company's file, of which the names are looked up when a line is about them. */
export class CompanyMembers implements KnownMembers {
  readonly #category: string
  /** The last name, the first name, the day of birth and «1» with a document. */
  readonly #names: NumberedText
  readonly #salaries: SalariesByMember
  /** The rules of one line ask for the same person. */
  #last: { readonly number: string; readonly member: KnownMember | undefined } | undefined

  constructor(category: string, names: NumberedText, salaries: SalariesByMember) {
    this.#category = category
    this.#names = names
    this.#salaries = salaries
  }

  get(memberNumber: string): KnownMember | undefined {
    if (this.#last?.number !== memberNumber) {
      const names = this.#names.get(memberNumber)
      const member = names === undefined ? undefined : this.#memberOf(memberNumber, names)
      this.#last = { number: memberNumber, member }
    }
    return this.#last.member
  }

  *values(): Generator<KnownMember> {
    for (const [memberNumber, names] of this.#names.entries())
      yield this.#memberOf(memberNumber, names)
  }

  #memberOf(memberNumber: string, names: string): KnownMember {
    const [lastName = '', firstName = '', bornOn = '', document] = copiedFields(names)
    return {
      memberNumber,
      lastName,
      firstName,
      bornOn: bornOn as LocalDate,
      hasDocument: document === '1',
      category: this.#category,
      lastSalary: this.#salaries.get(memberNumber),
    }
  }
}
