import type { BdsRecord } from './bds-record.ts'

/** Whose file it is, as its first records say; the others must say the same. */
export interface Whose {
  affiliate: string | null
  period: string | null
  /** On which line each insured number stands. */
  readonly insured: Map<string, number>
}

/** One company, one month, nobody twice. */
export function checkWhose(record: BdsRecord, whose: Whose): void {
  checkAffiliate(record, whose)
  checkPeriod(record, whose)
  if (record.has('fullName')) checkTwice(record, whose)
}

function checkAffiliate(record: BdsRecord, whose: Whose): void {
  if (record.number('affiliate') === null) return
  const value = record.text('affiliate')
  if (whose.affiliate === null) {
    whose.affiliate = value
    if (!hasAffiliateKey(value)) record.notes.found('affiliate', 'bds_affiliate_key', { value })
  } else if (value !== whose.affiliate) {
    const params = { first: whose.affiliate }
    record.notes.found('affiliate', 'bds_affiliate_mixed', { value, params })
  }
}

/** `C7 = (10 − ((C2+C4+C6)×2 + C1+C3+C5) mod 10) mod 10`: evidence, not authority (contribution-file.md, «e-BDS»). */
export function hasAffiliateKey(number: string): boolean {
  const digit = (index: number) => number.charCodeAt(index) - 48
  const sum = (digit(1) + digit(3) + digit(5)) * 2 + digit(0) + digit(2) + digit(4)
  return (10 - (sum % 10)) % 10 === digit(6)
}

/** AAAAMM; some programs write MMAAAA, which can be told from it. */
function checkPeriod(record: BdsRecord, whose: Whose): void {
  if (record.number('period') === null) return
  const value = record.text('period')
  if (!/^(?:19|20)\d{2}(?:0[1-9]|1[0-2])$/.test(value)) {
    const [, month, year] = /^(0[1-9]|1[0-2])((?:19|20)\d{2})$/.exec(value) ?? []
    const correction = month && year && year + month
    return record.notes.found('period', 'bds_period_wrong', { value, correction })
  }
  whose.period ??= value
  if (value === whose.period) return
  record.notes.found('period', 'bds_period_mixed', { value, params: { first: whose.period } })
}

function checkTwice(record: BdsRecord, { insured }: Whose): void {
  const value = record.text('insuredNumber')
  if (!/^[1-9]\d{8}$/.test(value) || value === '999999999') return
  const firstLine = insured.get(value)
  if (firstLine === undefined) {
    insured.set(value, record.notes.line)
    return
  }
  const params = { firstLine: String(firstLine) }
  record.notes.found('insuredNumber', 'bds_insured_twice', { value, params })
}
