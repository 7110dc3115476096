import { refuse } from '../actors/refusal.ts'
import type { AppContext } from '../context.ts'
import { wordsIn } from '../web/words/index.ts'
import type { Language } from '../web/words/language.ts'
import { fieldWord, findingSentence, placeWords } from './finding-words.ts'
import type { ImportFinding } from './import-finding.ts'
import type { ImportKind, ImportState } from './import-kind.ts'
import { listFindings } from './store/findings.ts'
import { findImport } from './store/imports.ts'

/** What became of a file, for a terminal and for a program. */
export interface ImportSummary {
  readonly import: string
  readonly kind: ImportKind
  readonly file: string
  readonly state: ImportState
  readonly dryRun?: boolean
  readonly version: number
  readonly lines: number
  readonly newLines: number
  readonly changedLines: number
  readonly sameLines: number
  readonly refusedLines: number
  readonly skippedLines: number
  readonly findings: readonly (ImportFinding & { readonly sentence: string })[]
  /** There are more findings than those; the page of the import has them all. */
  readonly findingsCut: boolean
}

const mostFindings = 1_000

export async function summarise(
  app: Pick<AppContext, 'db'>,
  importId: string,
  language: Language,
): Promise<ImportSummary> {
  const words = wordsIn(language)
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const found = (await findImport(tx, importId)) ?? refuse('web.not_found')
    const findings = await listFindings(tx, importId, { limit: mostFindings + 1, offset: 0 })
    return {
      import: found.id,
      kind: found.kind,
      file: found.fileName,
      state: found.state,
      version: found.version,
      lines: found.lines,
      newLines: found.newLines,
      changedLines: found.changedLines,
      sameLines: found.sameLines,
      refusedLines: found.refusedLines,
      skippedLines: found.skippedLines,
      findings: findings
        .slice(0, mostFindings)
        .map((finding) => ({ ...finding, sentence: findingSentence(finding, words) })),
      findingsCut: findings.length > mostFindings,
    }
  })
}

/** The figures, then each finding at its place. */
export function summaryText(summary: ImportSummary, language: Language): string {
  const words = wordsIn(language)
  const { one, states } = words.imports
  const figures = [
    [summary.newLines, one.fresh(summary.newLines)],
    [summary.changedLines, one.changed(summary.changedLines)],
    [summary.sameLines, one.same(summary.sameLines)],
    [summary.refusedLines, one.refused(summary.refusedLines)],
  ].map(([count, word]) => `${count} ${word}`)
  const lines = one.lines(String(summary.lines), summary.lines === 1)
  const findings = summary.findings.map((finding) => {
    const place = finding.line === 0 ? summary.file : placeWords(finding, words)
    const field = finding.field === '' ? '' : `${fieldWord(finding.field, words)}: `
    const value = finding.value === '' ? '' : ` «${finding.value}»`
    const correction = finding.correction === null ? '' : ` ${one.correction(finding.correction)}`
    return `${place}: ${field}${finding.sentence}${value}${correction}\n`
  })
  return `${findings.join('')}${lines}: ${figures.join(', ')}. ${states[summary.state]}.\n`
}
