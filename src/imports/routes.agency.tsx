import { randomUUID } from 'node:crypto'
import { originOf } from '../access/origin-of.ts'
import { typedSecret } from '../access/typed-secret.ts'
import type { AgentActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { agreeToImport } from './agree-to-import.ts'
import type { AppContext } from '../context.ts'
import { isRowId } from '../platform/db/row-id.ts'
import { answerFile } from '../web/answer-file.ts'
import { text, versionOf } from '../web/form.ts'
import { pageNumber } from '../web/paging.ts'
import { paths } from '../web/paths.ts'
import { idOf } from '../web/route-id.ts'
import { attempt, type Page, redirect, type Site, show } from '../web/site.ts'
import { decideImport } from './decide-import.ts'
import { isImportKind, uploadLimits } from './import-kind.ts'
import { writeReport } from './import-report.ts'
import { ImportPage } from './pages/import-page.tsx'
import { ImportsPage } from './pages/imports-page.tsx'
import { readImport, readImports } from './read-import.ts'
import { receiveImport } from './receive-import.ts'
import { templateName, templateOf } from './template.ts'

/** Files of employers, categories, members, delegates and users: sent, checked, seen, applied (product G5). */
export function mountImports(site: Site, app: AppContext): void {
  mountReceiving(site, app)
  mountReading(site, app)
  mountDeciding(site, app)
  mountAgreeing(site, app)
}

function mountReceiving(site: Site, app: AppContext): void {
  site.get(paths.agency.imports.pattern, { power: 'agency.work', audit: 'imports.list' }, (page) =>
    showImports(page, app),
  )
  site.post(
    paths.agency.imports.pattern,
    {
      power: 'agency.work',
      audit: 'imports.receive',
      upload: uploadLimits,
      formAt: () => paths.agency.imports(),
      tooLarge: (page, _, fichier) => showImports(page, app, { fichier }),
    },
    async (page, actor) => {
      const { fields, received, visit } = page.var
      const { mistakes, start } = visit.words.imports
      const id = text(fields, 'cle')
      const kind = text(fields, 'contenu')
      const upload = received.files.find((file) => file.field === 'fichier')
      if (!isRowId(id)) refuse('web.form_expired')
      if (!isImportKind(kind) || !upload) {
        const errors = {
          ...(isImportKind(kind) ? {} : { contenu: mistakes.kind }),
          ...(upload ? {} : { fichier: mistakes.file }),
        }
        return showImports(page, app, errors)
      }
      const done = await attempt(page, () => receiveImport(app, actor, { id, kind, upload }))
      if (!done.ok) return showImports(page, app, { fichier: done.sentence })
      return redirect(page, paths.agency.import({ id }), start.received)
    },
  )
  site.get(
    paths.agency.importTemplate.pattern,
    { power: 'agency.work', audit: 'imports.template' },
    (page) => {
      const kind = page.req.param('kind') ?? ''
      if (!isImportKind(kind)) return refuse('web.not_found')
      const file = { name: templateName(kind), type: 'text/csv; charset=utf-8' }
      return answerFile(page, { ...file, body: templateOf(kind) })
    },
  )
}

async function showImports(
  page: Page,
  app: AppContext,
  errors?: Readonly<Record<string, string>>,
): Promise<Response> {
  const view = {
    imports: await readImports(app),
    idempotencyKey: randomUUID(),
    errors,
    typed: errors ? page.var.fields : undefined,
  }
  return show(page, <ImportsPage {...view} />, errors ? 422 : 200)
}

function mountReading(site: Site, app: AppContext): void {
  site.get(
    paths.agency.import.pattern,
    { power: 'agency.work', audit: 'imports.read' },
    (page, actor) => showImport(page, app, actor),
  )
  site.get(
    paths.agency.importReport.pattern,
    { power: 'agency.work', audit: 'imports.report' },
    async (page) => {
      const { name, text: body } = await writeReport(app, idOf(page), page.var.visit.words)
      return answerFile(page, { name, type: 'text/csv; charset=utf-8', body })
    },
  )
}

// oxlint-disable-next-line max-params -- the page, the portal, who reads, what went wrong
async function showImport(
  page: Page,
  app: AppContext,
  actor: AgentActor,
  errors?: Readonly<Record<string, string>>,
): Promise<Response> {
  const asked = {
    page: pageNumber(page.req.query('page')),
    freshPage: pageNumber(page.req.query('nouvelles')),
  }
  const view = await readImport(app, idOf(page), asked, actor)
  const status = errors === undefined ? 200 : errors[''] === undefined ? 422 : 409
  return show(page, <ImportPage view={view} errors={errors} />, status)
}

function mountDeciding(site: Site, app: AppContext): void {
  site.post(
    paths.agency.decideImport.pattern,
    {
      power: 'agency.work',
      audit: 'imports.decide',
      formAt: (page) => paths.agency.import({ id: idOf(page) }),
    },
    async (page, actor) => {
      const { fields, visit } = page.var
      const importId = idOf(page)
      const pressed = text(fields, 'decision')
      if (pressed !== 'confirm' && pressed !== 'abandon') return refuse('web.form_expired')
      const done = await attempt(page, () =>
        decideImport(app, actor, { importId, version: versionOf(fields), decision: pressed }),
      )
      if (!done.ok) return showImport(page, app, actor, { '': done.sentence })
      const { confirmed, abandoned, askedDone, closed } = visit.words.imports.one
      const said = { applying: confirmed, asked: askedDone, abandoned, closed }[done.value]
      return redirect(page, paths.agency.import({ id: importId }), said)
    },
  )
}

/** The second person of a file that gives power (decision 0056). */
function mountAgreeing(site: Site, app: AppContext): void {
  site.post(
    paths.agency.agreeToImport.pattern,
    {
      power: 'agency.supervise',
      audit: 'imports.agree',
      formAt: (page) => paths.agency.import({ id: idOf(page) }),
    },
    async (page, actor) => {
      const { fields, visit } = page.var
      const words = visit.words.imports.one
      const importId = idOf(page)
      const password = typedSecret(fields, 'password')
      if (!password) return showImport(page, app, actor, { password: words.passwordMissing })
      const version = versionOf(fields)
      const done = await attempt(page, () =>
        agreeToImport(app, actor, { importId, version, password, origin: originOf(page) }),
      )
      if (done.ok) return redirect(page, paths.agency.import({ id: importId }), words.confirmed)
      const at = done.refusal.code === 'access.password_wrong' ? 'password' : ''
      return showImport(page, app, actor, { [at]: done.sentence })
    },
  )
}
