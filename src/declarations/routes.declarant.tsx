import { z } from 'zod'
import type { AppContext } from '../context.ts'
import { line, parseForm, versionOf } from '../web/form.ts'
import { paths } from '../web/paths.ts'
import { answerFile } from '../web/answer-file.ts'
import { idOf } from '../web/route-id.ts'
import { attempt, type Page, redirect, show, type Site } from '../web/site.ts'
import { abandonCheck } from './abandon-check.ts'
import { checkContributions } from './check-contributions.ts'
import { checkForm } from './check-form.ts'
import { confirmFindings } from './confirm-findings.ts'
import { findingsCsv } from './findings-csv.ts'
import { CalendarPage } from './pages/calendar.tsx'
import { CheckPage } from './pages/check.tsx'
import { PeriodPage } from './pages/period.tsx'
import { ReceiptPage, ReceiptsPage } from './pages/receipts.tsx'
import { writePreparedFile } from './prepared-file.ts'
import { printedReceipt } from './printed-receipt.ts'
import { sendDeclaration } from './send-declaration.ts'
import {
  viewCalendar,
  viewCheck,
  viewFindings,
  viewPeriod,
  viewReceipt,
  viewReceipts,
} from './views.ts'

const fileLimit = { maxBytes: 20 * 1024 * 1024, maxFiles: 1 }

/** The declarant's pages, in the order of the work: calendar, period, check, sending, receipt. */
export function mountDeclarations(site: Site, app: AppContext): void {
  mountPeriods(site, app)
  mountFiles(site, app)
  mountChecks(site, app)
  mountSending(site, app)
  mountReceipts(site, app)
}

function mountPeriods(site: Site, app: AppContext): void {
  const { calendar, period } = paths.declarations
  site.get(
    calendar.pattern,
    { power: 'declarations.read', audit: 'declarations.list' },
    async (page, actor) => show(page, <CalendarPage {...(await viewCalendar(app, actor))} />),
  )
  site.get(
    period.pattern,
    { power: 'declarations.read', audit: 'declarations.period' },
    async (page, actor) => {
      const { category, quarter } = periodOf(page)
      const view = await viewPeriod(app, actor, category, quarter)
      if (view.sentId) return redirect(page, paths.declarations.receipt({ id: view.sentId }))
      return show(page, <PeriodPage {...view} />)
    },
  )
  site.post(
    period.pattern,
    { power: 'declarations.send', audit: 'declaration.check' },
    async (page, actor) => {
      const { category, quarter } = periodOf(page)
      const typed = {
        category,
        quarter,
        fields: page.var.fields,
        words: page.var.visit.words.declarations,
      }
      const done = await attempt(page, () => checkForm(app, actor, typed))
      if (done.ok && done.value.outcome === 'checked') {
        return redirect(page, paths.declarations.check({ id: done.value.declarationId }))
      }
      const errors = done.ok
        ? 'errors' in done.value
          ? done.value.errors
          : {}
        : { '': done.sentence }
      const view = await viewPeriod(app, actor, category, quarter)
      return show(
        page,
        <PeriodPage {...view} errors={errors} typed={page.var.fields} />,
        done.ok ? 422 : 409,
      )
    },
  )
}

function mountFiles(site: Site, app: AppContext): void {
  const { prepared, upload } = paths.declarations
  site.get(
    prepared.pattern,
    { power: 'declarations.read', audit: 'declaration.prepared_file' },
    async (page, actor) => {
      const { name, text } = await writePreparedFile(app, actor, periodOf(page))
      return answerFile(page, { name, type: 'text/plain; charset=utf-8', body: text })
    },
  )
  const spec = {
    power: 'declarations.send',
    audit: 'declaration.check',
    upload: fileLimit,
    formAt: (page: Page) => paths.declarations.period(periodOf(page)),
  } as const
  site.post(upload.pattern, spec, async (page, actor) => {
    const { category, quarter } = periodOf(page)
    const file = page.var.received.files.find((one) => one.field === 'fichier')
    if (!file || file.name === '') {
      const view = await viewPeriod(app, actor, category, quarter)
      const errors = { fichier: page.var.visit.words.declarations.fileMissing }
      return show(page, <PeriodPage {...view} errors={errors} />, 422)
    }
    const done = await attempt(page, () =>
      checkContributions(app, actor, { category, quarter, content: file }),
    )
    if (done.ok) return redirect(page, paths.declarations.check({ id: done.value }))
    const view = await viewPeriod(app, actor, category, quarter)
    return show(page, <PeriodPage {...view} errors={{ fichier: done.sentence }} />, 409)
  })
}

function mountChecks(site: Site, app: AppContext): void {
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

function mountSending(site: Site, app: AppContext): void {
  const { send, abandon } = paths.declarations
  site.post(
    send.pattern,
    { power: 'declarations.send', audit: 'declaration.send' },
    async (page, actor) => {
      const declarationId = idOf(page)
      const version = versionOf(page.var.fields)
      const done = await attempt(page, () =>
        sendDeclaration(app, actor, { declarationId, version }),
      )
      if (done.ok) {
        return redirect(
          page,
          paths.declarations.receipt({ id: declarationId }),
          page.var.visit.words.declarations.sent,
        )
      }
      const view = await viewCheck(app, actor, declarationId)
      return show(page, <CheckPage view={view} errors={{ '': done.sentence }} />, 409)
    },
  )
  site.post(
    abandon.pattern,
    { power: 'declarations.send', audit: 'declaration.abandon' },
    async (page, actor) => {
      await abandonCheck(app, actor, idOf(page))
      return redirect(
        page,
        paths.declarations.calendar(),
        page.var.visit.words.declarations.abandoned,
      )
    },
  )
}

function mountReceipts(site: Site, app: AppContext): void {
  const { receipts, receipt, receiptPdf } = paths.declarations
  site.get(
    receipts.pattern,
    { power: 'declarations.read', audit: 'receipts.list' },
    async (page, actor) =>
      show(page, <ReceiptsPage declarations={await viewReceipts(app, actor)} />),
  )
  site.get(
    receipt.pattern,
    { power: 'declarations.read', audit: 'receipt.view' },
    async (page, actor) =>
      show(page, <ReceiptPage view={await viewReceipt(app, actor, idOf(page))} />),
  )
  site.get(
    receiptPdf.pattern,
    { power: 'declarations.read', audit: 'receipt.download' },
    async (page, actor) => {
      const facts = await viewReceipt(app, actor, idOf(page))
      const body = await app.pdf.render(
        printedReceipt(facts, app.config.fund, page.var.visit.language),
      )
      return answerFile(page, {
        name: `${facts.declaration.receiptNumber}.pdf`,
        type: 'application/pdf',
        body,
      })
    },
  )
}

function periodOf(page: Page) {
  return { category: page.req.param('category') ?? '', quarter: page.req.param('quarter') ?? '' }
}
