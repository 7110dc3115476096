import type { EmployedActor } from '../actors/actor.ts'
import type { AppContext } from '../context.ts'
import { formatDateTime, formatQuarter } from '../calendar/index.ts'
import { isRowId } from '../platform/db/row-id.ts'
import { safeName } from '../platform/files/upload.ts'
import { text } from '../web/form.ts'
import { paths } from '../web/paths.ts'
import { idOf } from '../web/route-id.ts'
import { type AnnouncedFile, attempt, type Page, redirect, show, type Site } from '../web/site.ts'
import { declarantName } from './declarant.ts'
import { appendPart } from './deposits/append-part.ts'
import { beginDeposit, type DepositCommand } from './deposits/begin-deposit.ts'
import { cancelDeposit } from './deposits/cancel-deposit.ts'
import { mostBytes, partBytes } from './deposits/deposit.ts'
import { finishDeposit } from './deposits/finish-deposit.ts'
import { receiveFile } from './deposits/receive-file.ts'
import { takeThePlace } from './deposits/take-the-place.ts'
import { type DepositView, viewDeposit } from './deposits/view-deposit.ts'
import { waitForCheck } from './deposits/wait-for-check.ts'
import { showDesk } from './desk/routes.desk.tsx'
import { fromField } from './pages/deposit-form.tsx'
import { DepositPage } from './pages/deposit.tsx'
import { PeriodPage } from './pages/period.tsx'
import { periodOf } from './routes.period.tsx'
import { viewPeriod } from './view-period.ts'

const own = paths.declarations

/** A file arrives: all at once, or part by part; then it is followed until it is checked. */
export function mountDeposits(site: Site, app: AppContext): void {
  mountUpload(site, app)
  mountParts(site, app)
  mountFollowing(site, app)
}

function mountUpload(site: Site, app: AppContext): void {
  site.post(
    own.upload.pattern,
    {
      power: 'declarations.send',
      audit: 'declaration.check',
      upload: { maxBytes: mostBytes, maxFiles: 1 },
      formAt: (page) => own.period(periodOf(page)),
      tooLarge: (page, actor, sentence) => again(page, app, actor, { sentence, status: 422 }),
      beforeFile: async (page, actor, file) => {
        if (file.name !== '') await beginDeposit(app, actor, commandOf(page, file))
      },
    },
    async (page, actor) => {
      const file = page.var.received.files.find((one) => one.field === 'fichier')
      if (!file || file.name === '') return again(page, app, actor, noFile(page))
      const announced = Number(page.req.header('content-length'))
      const { fields } = page.var
      const command = commandOf(page, { name: file.name, announced, fields })
      const done = await attempt(page, () => receiveFile(app, actor, command, file))
      if (!done.ok) return again(page, app, actor, { sentence: done.sentence, status: 409 })
      return follow(page, app, actor, done.value)
    },
  )
}

/** What the form says of the file; what a single request announces is a little more than the file. */
function commandOf(page: Page, { name, announced, fields }: AnnouncedFile): DepositCommand {
  const size = Math.min(announced, mostBytes)
  return { period: periodOf(page), name, size, mark: '', insteadOf: text(fields, 'remplace') }
}

function noFile(page: Page) {
  return { sentence: page.var.visit.words.declarations.fileMissing, status: 422 as const }
}

/** The page that it was sent from, of a check or of the period, with what was wrong. */
async function again(
  page: Page,
  app: AppContext,
  actor: EmployedActor,
  { sentence, status }: { readonly sentence: string; readonly status: 409 | 422 },
): Promise<Response> {
  const id = text(page.var.fields ?? {}, fromField)
  if (isRowId(id)) return showDesk({ page, app, actor }, { other: { id, sentence }, status })
  const { category, quarter } = periodOf(page)
  const view = await viewPeriod(app, actor, category, quarter)
  return show(page, <PeriodPage {...view} errors={{ fichier: sentence }} />, status)
}

/** A script of the page sends a file part by part, and asks where it stopped. */
function mountParts(site: Site, app: AppContext): void {
  const spec = { power: 'declarations.send', audit: 'deposit.send' } as const
  site.post(own.deposits.pattern, spec, async (page, actor) => {
    const { fields } = page.var
    const size = text(fields, 'taille')
    const deposit = await beginDeposit(app, actor, {
      period: periodOf(page),
      name: safeName(text(fields, 'nom')) || 'declaration',
      size: /^\d{1,12}$/.test(size) ? Number(size) : 0,
      mark: text(fields, 'date').slice(0, 100),
      insteadOf: text(fields, 'remplace'),
    })
    const { id, received } = deposit
    return page.json({
      received,
      state: own.depositState({ id }),
      part: own.depositPart({ id }),
      finish: own.depositFinish({ id }),
      cancel: own.depositCancel({ id }),
    })
  })
  site.post(
    own.depositPart.pattern,
    { ...spec, part: { maxBytes: partBytes } },
    async (page, actor) => {
      const from = page.req.query('depuis') ?? ''
      const progress = await appendPart(app, actor, {
        depositId: idOf(page),
        isOfCompany: true,
        from: /^\d{1,12}$/.test(from) ? Number(from) : -1,
        pieces: page.var.part,
      })
      return page.json(progress)
    },
  )
  site.post(own.depositFinish.pattern, spec, async (page, actor) => {
    const depositId = idOf(page)
    const sha256 = text(page.var.fields, 'empreinte')
    await finishDeposit(app, actor, { depositId, isOfCompany: true, sha256 })
    return follow(page, app, actor, depositId)
  })
}

function mountFollowing(site: Site, app: AppContext): void {
  const { deposit, depositState, depositCancel, depositReplace } = own
  site.get(
    deposit.pattern,
    { power: 'declarations.read', audit: 'deposit.view' },
    async (page, actor) => {
      const view = await viewDeposit(app, actor, idOf(page))
      return view.deposit.state === 'checked'
        ? leadOn(page, view)
        : show(page, <DepositPage view={view} />)
    },
  )
  site.get(
    depositState.pattern,
    { power: 'declarations.read', audit: 'deposit.view' },
    async (page, actor) => {
      const { state, received, size } = (await viewDeposit(app, actor, idOf(page))).deposit
      return page.json({ state, received, size })
    },
  )
  site.post(
    depositCancel.pattern,
    { power: 'declarations.send', audit: 'deposit.cancel' },
    async (page, actor) => {
      await cancelDeposit(app, actor, { depositId: idOf(page), isOfCompany: true })
      return redirect(
        page,
        own.deposit({ id: idOf(page) }),
        page.var.visit.words.deposits.cancelled,
      )
    },
  )
  site.post(
    depositReplace.pattern,
    { power: 'declarations.send', audit: 'deposit.take_the_place' },
    async (page, actor) => {
      const insteadOf = text(page.var.fields, 'remplace')
      await takeThePlace(app, actor, { depositId: idOf(page), insteadOf })
      return follow(page, app, actor, idOf(page))
    },
  )
}

/** To what it has led, if that comes while the page may wait; otherwise to its own page. */
async function follow(
  page: Page,
  app: AppContext,
  actor: EmployedActor,
  id: string,
): Promise<Response> {
  await waitForCheck(app, actor, { depositId: id, isOfCompany: true })
  const view = await viewDeposit(app, actor, id)
  return view.deposit.state === 'checked' ? leadOn(page, view) : redirect(page, own.deposit({ id }))
}

function leadOn(page: Page, { deposit, declaration, isSame }: DepositView): Response {
  const { words, language } = page.var.visit
  const { category, quarter } = deposit.period
  if (!declaration) return redirect(page, own.period({ category, quarter: formatQuarter(quarter) }))
  const { of, by } = declaration
  const to = of.state === 'sent' ? own.receipt({ id: of.id }) : own.check({ id: of.id })
  if (!isSame) return redirect(page, to)
  return redirect(
    page,
    to,
    words.deposits.sameFile(
      declarantName(by, words.declarations),
      formatDateTime(of.uploadedAt, language),
    ),
  )
}
