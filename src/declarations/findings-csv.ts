import { csvChunks } from '../web/csv.ts'
import type { Words } from '../web/words/index.ts'
import type { Language } from '../web/words/language.ts'
import { adviceFor, labelOf } from './finding-words.ts'
import type { FindingRow } from './store.ts'

/** The findings as a spreadsheet opens them: UTF-8 with its mark, semicolons, and no cell that could be a formula. */
export function findingsCsv(
  batches: AsyncIterable<readonly FindingRow[]>,
  words: Words['declarations'],
  language: Language,
): AsyncGenerator<string> {
  return csvChunks(rowsOf(batches, words, language))
}

async function* rowsOf(
  batches: AsyncIterable<readonly FindingRow[]>,
  { csv, severities }: Words['declarations'],
  language: Language,
) {
  const { line, column, field, value, severity, sentence, proposed } = csv
  yield [[line, column, field, value, severity, sentence, proposed]]
  for await (const findings of batches) {
    yield findings.map((row) => [
      String(row.line),
      String(row.column),
      labelOf(row, language),
      row.value,
      severities[row.severity],
      adviceFor(row, language),
      row.correction ?? '',
    ])
  }
}
