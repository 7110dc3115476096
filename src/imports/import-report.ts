import type { AppContext } from '../context.ts'
import { refuse } from '../actors/refusal.ts'
import { columnLetters } from '../declarations/checking/tables/row-cursor.ts'
import { csvFile } from '../web/csv.ts'
import type { Words } from '../web/words/index.ts'
import { fieldWord, findingSentence } from './finding-words.ts'
import type { ImportFinding } from './import-finding.ts'
import { listFindings } from './store/findings.ts'
import { findImport } from './store/imports.ts'

const rowsAtOnce = 10_000

/** Every finding of an import as a spreadsheet, in the order of the file; no cell of it is ever a formula (quality AT100). */
export async function writeReport(
  app: Pick<AppContext, 'db'>,
  id: string,
  words: Words,
): Promise<{ readonly name: string; readonly text: string }> {
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const found = (await findImport(tx, id)) ?? refuse('web.not_found')
    const rows: string[][] = [headsOf(words)]
    for (let offset = 0; ; offset += rowsAtOnce) {
      const findings = await listFindings(tx, id, { limit: rowsAtOnce, offset })
      rows.push(...findings.map((finding) => rowOf(finding, words)))
      if (findings.length < rowsAtOnce) break
    }
    return { name: `constats-${found.fileName}`, text: csvFile(rows) }
  })
}

function headsOf({ imports: { report } }: Words): string[] {
  const { line, column, field, value, finding, correction, outcome } = report
  return [line, column, field, value, finding, correction, outcome]
}

function rowOf(finding: ImportFinding, words: Words): string[] {
  return [
    finding.line === 0 ? '' : String(finding.line),
    finding.column === 0 ? '' : columnLetters(finding.column - 1),
    finding.field === '' ? '' : fieldWord(finding.field, words),
    finding.value,
    findingSentence(finding, words),
    finding.correction ?? '',
    words.imports.report.outcomes[finding.severity],
  ]
}
