import { centimes, decimalString, type Dirhams } from '../../../money/index.ts'
import type { BdsField } from '../fields.ts'
import { hasCnssCheckDigit } from '../read-contacts.ts'
import type { BdsRecord } from './bds-record.ts'
import { leavers, situationCodes, situationRank, unpaid } from './situations.ts'

/** 6,000.00 DH a month: contributions stop there (contribution-file.md, «e-BDS»). */
const ceiling = centimes(600_000)
/** Working days of a month. */
const mostDays = 26n
/** A number that is not given yet, and one for occasional work. */
const notYetInsured = '000000000'
const occasional = '999999999'

/** What the fund that reads the file may set: the lowest wage of a month, which is asked about. */
export interface BdsContext {
  readonly minimumWage?: Dirhams | undefined
}

/** An employee whom the CNSS knows: days, salaries, what happened, and what is paid back for the family. */
export function checkKnownEmployee(record: BdsRecord, context: BdsContext): void {
  const { notes } = record
  checkInsured(record)
  checkName(record)
  const situation = record.text('situation')
  const rank = situationRank(situation)
  if (rank === undefined) {
    notes.found('situation', 'bds_situation_unknown', {
      value: situation,
      params: { known: situationCodes },
    })
  }
  checkSalary(record, context)
  checkSituation(record, situation)
  checkFamily(record, situation)
  if (rank === undefined) return
  const parts = ['insuredNumber', 'familyPaidBack', 'days', 'salary', 'cappedSalary'] as const
  checkControlSum(record, parts, BigInt(rank))
}

/** Somebody hired in the month; a line of blanks and zeros says that nobody was. */
export function checkHiredEmployee(record: BdsRecord, context: BdsContext): void {
  if (isNobody(record)) return
  checkInsured(record)
  checkName(record)
  checkSalary(record, context)
  checkControlSum(record, ['insuredNumber', 'days', 'salary', 'cappedSalary'], 0n)
}

export function isNobody(record: BdsRecord): boolean {
  const zeros = ['days', 'salary', 'cappedSalary'] as const
  const isBlank = /^0*$/.test(record.text('insuredNumber')) && record.text('fullName') === ''
  return isBlank && zeros.every((field) => /^0*$/.test(record.text(field)))
}

function checkInsured(record: BdsRecord): void {
  if (record.text('insuredNumber') === '')
    return record.notes.found('insuredNumber', 'field_missing')
  if (record.number('insuredNumber') === null) return
  const value = record.text('insuredNumber')
  if (value === notYetInsured || value === occasional) return
  if (!value.startsWith('1')) record.notes.found('insuredNumber', 'cnss_malformed', { value })
  else if (!hasCnssCheckDigit(value)) {
    record.notes.found('insuredNumber', 'cnss_check_digit', { value })
  }
}

function checkName(record: BdsRecord): void {
  if (record.text('fullName') === '') record.notes.found('fullName', 'name_missing')
}

function checkSalary(record: BdsRecord, { minimumWage }: BdsContext): void {
  const { notes } = record
  const [days, salary, capped] = [
    record.number('days'),
    record.number('salary'),
    record.number('cappedSalary'),
  ]
  if (days !== null && days > mostDays)
    notes.found('days', 'bds_too_many_days', valueOf(record, 'days'))
  if (salary === null || capped === null) return
  const params = {
    amount: decimalString(centimes(capped)),
    salary: decimalString(centimes(salary)),
  }
  const details = { ...valueOf(record, 'cappedSalary'), params }
  if (capped > salary) notes.found('cappedSalary', 'bds_capped_over_salary', details)
  else if (capped > ceiling) notes.found('cappedSalary', 'bds_capped_over_ceiling', details)
  if (minimumWage === undefined || days === null || days === 0n) return
  if (salary * mostDays <= minimumWage * (days - 1n)) {
    notes.found('salary', 'bds_low_salary', {
      ...valueOf(record, 'salary'),
      params: { salary: params.salary, days: String(days) },
    })
  }
}

/** Absent without pay: nothing. Present, or absent with pay: something. */
function checkSituation(record: BdsRecord, situation: string): void {
  const amounts = [record.amount('days'), record.amount('salary'), record.amount('cappedSalary')]
  const params = { situation }
  if (unpaid.has(situation) && amounts.some((amount) => amount > 0n)) {
    record.notes.found('situation', 'bds_unpaid_with_salary', { value: situation, params })
  }
  const isNothing = record.number('days') === 0n || record.number('salary') === 0n
  if (situation === '' && isNothing) record.notes.found('situation', 'bds_situation_missing')
}

function checkFamily(record: BdsRecord, situation: string): void {
  const [paidBack, net] = [record.amount('familyPaidBack'), record.amount('familyNet')]
  const params = { net: decimalString(centimes(net)), situation }
  const details = { ...valueOf(record, 'familyPaidBack'), params }
  if (paidBack > net) record.notes.found('familyPaidBack', 'bds_family_over_net', details)
  else if (leavers.has(situation) && paidBack !== net) {
    record.notes.found('familyPaidBack', 'bds_family_not_whole', details)
  }
}

/** The sum of a record's figures, and the rank of the situation (contribution-file.md, «e-BDS»). */
export function controlSum(record: BdsRecord, fields: readonly BdsField[], rank: bigint): bigint {
  return fields.reduce((sum, field) => sum + record.amount(field), rank)
}

function checkControlSum(record: BdsRecord, fields: readonly BdsField[], rank: bigint): void {
  const written = record.number('controlSum')
  const isReadable = fields.every((field) => record.number(field) !== null)
  const expected = controlSum(record, fields, rank)
  if (written === null || !isReadable || written === expected) return
  record.notes.found('controlSum', 'bds_control_sum', {
    ...valueOf(record, 'controlSum'),
    params: { expected: String(expected) },
  })
}

function valueOf(record: BdsRecord, field: BdsField): { readonly value: string } {
  return { value: record.text(field) }
}
