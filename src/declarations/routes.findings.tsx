import type { AppContext } from '../context.ts'
import { answerStream, textStream } from '../web/answer-file.ts'
import { paths } from '../web/paths.ts'
import { idOf } from '../web/route-id.ts'
import type { Site } from '../web/site.ts'
import { exportFindings } from './export-findings.ts'
import { findingsCsv } from './findings-csv.ts'

/** What the check found, in a file (quality US14). */
export function mountFindings(site: Site, app: AppContext): void {
  const { annotated } = paths.declarations
  site.get(
    annotated.pattern,
    { power: 'declarations.read', audit: 'declaration.findings_export' },
    async (page, actor) => {
      const { declaration, batches, end } = await exportFindings(app, actor, idOf(page))
      const { words, language } = page.var.visit
      return answerStream(page, {
        name: `${declaration.fileName}.constats.csv`,
        type: 'text/csv; charset=utf-8',
        body: textStream(findingsCsv(batches, words.declarations, language)),
        end,
      })
    },
  )
}
