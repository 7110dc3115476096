import type { Language } from '../web/words/language.ts'
import type { FieldName } from './checking/fields.ts'
import { type Finding, type FindingCode, severities } from './checking/finding.ts'
import { fieldLabel, findingAdvice } from './checking/sentences.ts'
import type { FindingRow } from './store.ts'

/** A stored finding, as the engine told it. */
function findingFrom(row: FindingRow): Finding {
  return {
    line: row.line,
    column: row.column,
    field: row.field === '' ? null : (row.field as FieldName),
    code: row.code as FindingCode,
    severity: severities[row.code as FindingCode] ?? row.severity,
    value: row.value,
    ...(row.correction === null ? {} : { correction: row.correction }),
    params: row.params,
  }
}

/** What is wrong and what to do, beginning like a sentence. */
export function adviceFor(row: FindingRow, language: Language): string {
  const advice = findingAdvice(findingFrom(row), language)
  return advice.charAt(0).toUpperCase() + advice.slice(1)
}

export function labelOf(row: FindingRow, language: Language): string {
  return row.field === '' ? '' : fieldLabel(row.field as FieldName, language)
}
