import type { z } from 'zod'
import { formatQuarter } from '../calendar/index.ts'
import { adviceFor, causeTitle, toldValue } from '../declarations/finding-words.ts'
import type { FindingRow } from '../declarations/desk/store/finding-row.ts'
import type { Deposit } from '../declarations/deposits/deposit.ts'
import type { Declaration } from '../declarations/store/declarations.ts'
import { add, decimalString } from '../money/index.ts'
import { paths } from '../web/paths.ts'
import { fillSentence } from '../web/site.ts'
import { wordsIn } from '../web/words/index.ts'
import type { Language } from '../web/words/language.ts'
import { saidToProgram } from './problem.ts'
import type { FindingPlace, Submission } from './read-submission.ts'
import type { keptFinding, submission } from './schemas.ts'

/** A file that was sent, as programs read it. */
export function tellSubmission(
  { deposit, sha256, check, findings, next }: Submission,
  language: Language,
): z.output<typeof submission> {
  const { period, refusal } = deposit
  return {
    id: deposit.id,
    state: stateOf(deposit.state, check?.declaration),
    category: period.category,
    quarter: formatQuarter(period.quarter),
    file: deposit.fileName,
    sha256: sha256?.toString('hex') ?? null,
    refusal: refusal && tellRefusal(refusal, language),
    check: check && {
      version: check.declaration.version,
      layout: check.declaration.layout,
      encoding: check.declaration.encoding,
      lines: check.declaration.lines,
      accepted: check.declaration.acceptedLines,
      totals: tellTotals(check.declaration),
      obstacle: check.obstacle,
      causes: check.causes.map(({ code, field, severity, count, confirmed, reason }) => ({
        code,
        field,
        title: causeTitle({ code, field }, wordsIn(language).desk, language),
        severity,
        count,
        confirmed,
        reason,
      })),
    },
    findings: findings.map((one) => tellFinding(one, language)),
    next: next && `${paths.api.declaration({ id: deposit.id })}?after=${placeText(next)}`,
    receipt: check?.declaration.receiptNumber ?? null,
  }
}

type State = z.output<typeof submission>['state']

function stateOf(deposit: Submission['deposit']['state'], declaration?: Declaration): State {
  if (deposit === 'refused' || deposit === 'cancelled') return deposit
  return declaration?.state ?? 'checking'
}

function tellRefusal({ code: kept, details }: NonNullable<Deposit['refusal']>, language: Language) {
  const code = saidToProgram(kept)
  return { code, detail: fillSentence(wordsIn(language).refusals[code], details) }
}

export function tellTotals({ acceptedLines, salary, employee, employer }: Declaration) {
  return {
    members: acceptedLines,
    salary: decimalString(salary),
    employee: decimalString(employee),
    employer: decimalString(employer),
    total: decimalString(add(employee, employer)),
  }
}

function tellFinding(row: FindingRow, language: Language): z.output<typeof keptFinding> {
  const { line, column, field, code, severity, correction, confirmed } = row
  return {
    line,
    column,
    field: field === '' ? null : field,
    code,
    severity,
    value: toldValue(row),
    message: adviceFor(row, language),
    ...(correction === null ? {} : { correction }),
    confirmed: confirmed !== null,
  }
}

function placeText({ line, column, id }: FindingPlace): string {
  return `${line}.${column}.${id}`
}

/** Where a page begins, as `next` wrote it. */
export function placeFrom(text: string | undefined): FindingPlace | null {
  if (text === undefined) return null
  const [line = '', column = '', id = ''] = text.split('.')
  return { line: Number(line), column: Number(column), id: BigInt(id) }
}
