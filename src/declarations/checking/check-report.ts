import { decimalString, formatDirhams } from '../../money/index.ts'
import type { CheckResult } from './check-declaration.ts'
import type { Fixed } from './corrections/fix-contribution.ts'
import type { CategoryTotals } from './declared-line.ts'
import { type Finding, severities } from './finding.ts'
import { groupFindings } from './group-findings.ts'
import { checkWords, findingSentence } from './sentences.ts'
import type { Language } from './check-words.ts'
import type { ToldFact } from './not-checked.ts'
import { grandTotal, totalsWithout } from './totals.ts'

/** What `guichet check FILE --json` prints (product X5, D3). Amounts are decimal texts: no reader turns them into floats. */
export interface CheckReport {
  readonly layout: string | null
  readonly encoding: string | null
  readonly lines: number
  /** Without blocking finding: ready, or to confirm. */
  readonly accepted: number
  readonly toConfirm: number
  readonly findings: readonly ReportedFinding[]
  /** Of the lines that are taken, those to confirm among them. */
  readonly totals: readonly ReportedTotals[]
  readonly totalsToConfirm: readonly ReportedTotals[]
  /** What only the portal knows, or was not told, and what follows from it. */
  readonly notChecked: readonly { readonly what: ToldFact; readonly message: string }[]
}

export interface ReportedFinding {
  readonly line: number
  readonly column: number
  readonly field: string | null
  readonly code: string
  readonly severity: string
  readonly value: string
  readonly message: string
  readonly correction?: string
}

export interface ReportedTotals {
  readonly category: string
  readonly members: number
  readonly salary: string
  readonly employee: string
  readonly employer: string
  readonly total: string
}

export function checkReport(result: CheckResult, language: Language = 'fr'): CheckReport {
  return {
    layout: result.layout,
    encoding: result.encoding,
    lines: result.lines,
    accepted: result.accepted,
    toConfirm: result.toConfirm,
    findings: toldFindings(result).map((found) => reported(found, language)),
    totals: result.totals.map(reportedTotals),
    totalsToConfirm: result.totalsToConfirm.map(reportedTotals),
    notChecked: result.notChecked.map((what) => ({
      what,
      message: checkWords(language).report.notChecked[what],
    })),
  }
}

/** Of a file for another company or period, one sentence in place of its lines. */
function toldFindings({ misplaced, findings }: CheckResult): readonly Finding[] {
  return misplaced ? [misplaced] : findings
}

/** 0 nothing blocking, 1 blocking findings, 2 the file cannot be read as a declaration. */
export function checkExitCode(result: CheckResult): 0 | 1 | 2 {
  if (result.layout === null) return 2
  // The count speaks even when the list of findings was cut.
  const isBlocked = result.findings.some(({ severity }) => severity === 'blocking')
  return isBlocked || result.accepted < result.lines ? 1 : 0
}

/** What mending a file did, in two sentences. */
export function fixReportText({ applied, result }: Fixed, language: Language = 'fr'): string {
  const { report } = checkWords(language)
  const blocking = result.findings.filter(({ severity }) => severity === 'blocking').length
  return report.fixed(applied, result.findings.length, blocking)
}

/** The same verdict for a person in front of a terminal: what is ready, then causes, then totals. */
export function checkReportText(result: CheckResult, language: Language = 'fr'): string {
  const { report } = checkWords(language)
  const causes = groupFindings(toldFindings(result)).flatMap((group) => [
    ...group.samples.flatMap((found) => findingLines(found, language)),
    ...(group.count > group.samples.length
      ? [`  ${report.more(group.count - group.samples.length)}`]
      : []),
  ])
  if (result.layout === null) {
    // Of an empty file there is nothing more to say.
    const isEmpty = result.findings.some(({ code }) => code === 'file_empty')
    return [...(isEmpty ? [] : [report.unreadable]), ...causes, ''].join('\n')
  }
  return [
    readAs(result, language),
    report.verdict(lineCounts(result)),
    '',
    ...(causes.length === 0 ? [report.nothingFound] : causes),
    '',
    ...allTotals(result, language),
    ...notCheckedLines(result.notChecked, language),
    '',
  ].join('\n')
}

/** The verdict of every door: a line with something to confirm is not ready yet (product D3). */
export function lineCounts(result: Pick<CheckResult, 'lines' | 'accepted' | 'toConfirm'>) {
  const { lines, accepted, toConfirm } = result
  return { lines, ready: accepted - toConfirm, toConfirm, toCorrect: lines - accepted }
}

function readAs({ lines, encoding, lineEnd }: CheckResult, language: Language): string {
  const { report } = checkWords(language)
  return encoding === null || lineEnd === null
    ? report.readInWorkbook(lines)
    : report.readAs(lines, encoding, lineEnd.toUpperCase())
}

function reported(found: Finding, language: Language): ReportedFinding {
  const { line, column, field, code, severity, value } = found
  const message = findingSentence(found, language)
  const base = { line, column, field, code, severity, value, message }
  return found.correction === undefined ? base : { ...base, correction: found.correction }
}

function reportedTotals(of: CategoryTotals): ReportedTotals {
  return {
    category: of.category,
    members: of.members,
    salary: decimalString(of.salary),
    employee: decimalString(of.employee),
    employer: decimalString(of.employer),
    total: decimalString(of.total),
  }
}

function findingLines(found: Finding, language: Language): string[] {
  const words = checkWords(language)
  const sentence = findingSentence(found, language)
  const line = `[${words.severities[severities[found.code]]}] ${sentence}`
  const correction = words.quote((found.correction ?? '').trim())
  // A whole corrected line says nothing to a reader, nor does what the sentence already shows.
  const isShown = found.correction !== undefined && found.field !== null
  return isShown && !sentence.includes(correction)
    ? [line, `  ${words.report.correction(correction)}`]
    : [line]
}

/** A line to confirm is not ready: its amounts are told apart, then all together. */
function allTotals(result: CheckResult, language: Language): string[] {
  const { totals, totalsToConfirm } = result
  const { report } = checkWords(language)
  const ready = totalsWithout(totals, totalsToConfirm)
  const isBoth = ready.length > 0 && totalsToConfirm.length > 0
  return [
    ...totalsLines(report.totalsTitle, ready, language),
    ...totalsLines(report.totalsToConfirm, totalsToConfirm, language),
    ...(isBoth ? totalsLines(report.totalsTogether, totals, language) : []),
  ]
}

function totalsLines(
  title: string,
  totals: readonly CategoryTotals[],
  language: Language,
): string[] {
  if (totals.length === 0) return []
  const { report } = checkWords(language)
  const amounts = (of: Omit<CategoryTotals, 'category'>) =>
    [
      `${report.salary} ${formatDirhams(of.salary, language)}`,
      `${report.employee} ${formatDirhams(of.employee, language)}`,
      `${report.employer} ${formatDirhams(of.employer, language)}`,
      `${report.total} ${formatDirhams(of.total, language)}`,
    ].join(' · ')
  const colon = language === 'fr' ? '\u00a0: ' : ': '
  const rows = totals.map(
    (of) => `${report.category(of.category, of.members)}${colon}${amounts(of)}`,
  )
  const all = grandTotal(totals)
  const foot = `${report.allCategories(all.members)}${colon}${amounts(all)}`
  return [title, ...rows, ...(totals.length > 1 ? [foot] : []), '']
}

/** A check without a portal is no promise of what the portal will say. */
function notCheckedLines(facts: readonly ToldFact[], language: Language): string[] {
  if (facts.length === 0) return []
  const { report } = checkWords(language)
  return [report.notCheckedTitle, ...facts.map((fact) => `  - ${report.notChecked[fact]}`)]
}
