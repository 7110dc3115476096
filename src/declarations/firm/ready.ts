import { type Dirhams, sum } from '../../money/index.ts'
import type { BoardRow, Check, Company } from './board.ts'
import type { Prepared } from './prepared.ts'

/** A declaration that could be sent as it is, and whose it is. */
export interface ReadyCheck {
  readonly company: Company
  readonly category: string
  readonly check: Check
  /** Somebody types the same quarter in its sheet: sent as it is, this would leave that behind. */
  readonly hasEntry: boolean
}

/** The same, with who prepared it: as it is shown before it goes. */
export interface Ready extends ReadyCheck {
  readonly prepared: Prepared
}

/** What is sent in one go at most: a page that is still read, and a form within its limit. */
export const sentAtMost = 300

/** What is ready among all companies, by name, category and quarter. */
export function readyAmong(rows: readonly BoardRow[]): ReadyCheck[] {
  return rows.flatMap(({ company, tasks }) =>
    tasks.flatMap(({ category, check, hasDraft }) =>
      check?.isReady ? [{ company, category, check, hasEntry: hasDraft && !check.isOfSheet }] : [],
    ),
  )
}

export function countCompanies(ready: readonly { readonly company: Company }[]): number {
  return new Set(ready.map(({ company }) => company.id)).size
}

export function totalOf(ready: readonly ReadyCheck[], amount: 'salary' | 'total'): Dirhams {
  return sum(ready.map(({ check }) => check[amount]))
}

/** What was chosen: exactly the version that the page showed. */
export interface Chosen {
  readonly declarationId: string
  readonly version: number
  /** The page said that its quarter is being typed too. */
  readonly leavesEntry: boolean
}

export function writeChosen({ check, hasEntry }: Pick<ReadyCheck, 'check' | 'hasEntry'>): string {
  return `${check.id}.${check.version}${hasEntry ? '.saisie' : ''}`
}

export function parseChosen(values: readonly string[]): Chosen[] {
  return values.flatMap((value) => {
    const [, declarationId = '', version = '', entry] =
      /^([0-9a-f-]{36})\.(\d{1,9})(\.saisie)?$/.exec(value) ?? []
    const leavesEntry = entry !== undefined
    return declarationId === '' ? [] : [{ declarationId, version: Number(version), leavesEntry }]
  })
}
