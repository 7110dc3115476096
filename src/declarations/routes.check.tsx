import { z } from 'zod'
import type { AppContext } from '../context.ts'
import { answerFile } from '../web/answer-file.ts'
import { line, parseForm } from '../web/form.ts'
import { paths } from '../web/paths.ts'
import { idOf } from '../web/route-id.ts'
import { redirect, show, type Site } from '../web/site.ts'
import { confirmFindings } from './confirm-findings.ts'
import { findingsCsv } from './findings-csv.ts'
import { CheckPage } from './pages/check.tsx'
import { viewCheck, viewFindings } from './view-check.ts'

/** What the check found, and the reasons that settle doubts (product D4). */
export function mountChecks(site: Site, app: AppContext): void {
  const { check, confirm, annotated } = paths.declarations
  site.get(
    check.pattern,
    { power: 'declarations.read', audit: 'declaration.view' },
    async (page, actor) => {
      const view = await viewCheck(app, actor, idOf(page))
      if (view.declaration.state === 'sent')
        return redirect(page, paths.declarations.receipt({ id: idOf(page) }))
      return show(page, <CheckPage view={view} />)
    },
  )
  site.post(
    confirm.pattern,
    { power: 'declarations.send', audit: 'declaration.confirm_findings' },
    async (page, actor) => {
      const declarationId = idOf(page)
      const said = page.var.visit.words.declarations
      const schema = z.object({
        code: line(said.confirmReasonMissing, said.confirmReasonMissing, 60),
        raison: line(said.confirmReasonMissing, said.confirmReasonMissing, 200),
      })
      const form = parseForm(schema, page.var.fields)
      if (!form.ok) {
        const view = await viewCheck(app, actor, declarationId)
        const code = String(page.var.fields['code'] ?? '')
        return show(
          page,
          <CheckPage view={view} errors={form.errors} typed={form.typed} typedCode={code} />,
          422,
        )
      }
      const { code, raison } = form.value
      await confirmFindings(app, actor, { declarationId, code, reason: raison })
      return redirect(page, paths.declarations.check({ id: declarationId }), said.confirmed)
    },
  )
  site.get(
    annotated.pattern,
    { power: 'declarations.read', audit: 'declaration.findings_export' },
    async (page, actor) => {
      const { declaration, findings } = await viewFindings(app, actor, idOf(page))
      const { words, language } = page.var.visit
      const body = findingsCsv(findings, words.declarations, language)
      return answerFile(page, {
        name: `${declaration.fileName}.constats.csv`,
        type: 'text/csv; charset=utf-8',
        body,
      })
    },
  )
}
