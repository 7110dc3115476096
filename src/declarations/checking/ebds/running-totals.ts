import type { BdsField } from '../fields.ts'
import type { BdsRecord } from './bds-record.ts'
import { isNobody } from './check-employee.ts'
import type { RecordRole } from './records.ts'

/** What each recapitulation adds up: the records of these roles. */
const addends: Readonly<Partial<Record<RecordRole, readonly RecordRole[]>>> = {
  knownTotal: ['known'],
  hiredTotal: ['hired'],
  grandTotal: ['known', 'hired'],
}

const summed: readonly BdsField[] = [
  'children',
  'familyDue',
  'familyDeducted',
  'familyNet',
  'insuredNumber',
  'familyPaidBack',
  'days',
  'salary',
  'cappedSalary',
  'controlSum',
]

/** Adds the records up as they pass, for the recapitulations that follow them to be compared with. */
export class RunningTotals {
  readonly #sums = new Map<RecordRole, Map<BdsField, bigint>>()

  add(role: RecordRole, record: BdsRecord): void {
    if (role !== 'known' && role !== 'hired') return
    const sums = this.#sums.get(role) ?? new Map<BdsField, bigint>()
    this.#sums.set(role, sums)
    if (role === 'hired' && isNobody(record)) return
    sums.set('members', (sums.get('members') ?? 0n) + 1n)
    for (const field of summed) {
      if (record.has(field)) sums.set(field, (sums.get(field) ?? 0n) + record.amount(field))
    }
  }

  /** Each figure of a recapitulation that is not the sum of what it adds up. */
  check(role: RecordRole, record: BdsRecord): void {
    const roles = addends[role]
    if (!roles) return
    for (const field of ['members' as const, ...summed]) {
      if (!record.has(field)) continue
      const written = record.number(field)
      const expected = roles.reduce((sum, one) => sum + (this.#sums.get(one)?.get(field) ?? 0n), 0n)
      if (written === null || written === expected) continue
      record.notes.found(field, 'bds_total_differs', {
        value: record.text(field),
        params: { expected: String(expected) },
      })
    }
  }
}
