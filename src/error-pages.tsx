import type { Hono } from 'hono'
import { Refusal } from './actors/refusal.ts'
import { todayIn } from './calendar/index.ts'
import { whySessionEnded } from './access/ended-session.ts'
import { keepTypedForm } from './access/keep-typed-form.ts'
import { listBoard } from './access/store/mandates-in-force.ts'
import { areaOf, doors, isDoor, signInPath } from './access/doors.ts'
import type { AppContext } from './context.ts'
import { isRowId } from './platform/db/row-id.ts'
import { listEmployersOf } from './declarations/firm/store/firms.ts'
import { doorCookie, forgetCookie, readCookie, sessionCookie } from './web/cookies.ts'
import { ErrorPage } from './web/error-page.tsx'
import { text } from './web/form.ts'
import { resumeField } from './web/kept-form.ts'
import { readFields, refuseForeignOrigin } from './web/read-form.ts'
import { kindOf, logFault, outageOf } from './web/outage.ts'
import { paths } from './web/paths.ts'
import { reopenField, type Stray } from './web/return-to-company.tsx'
import { type Env, type Page, redirect, sentenceOf, show, type ShownStatus } from './web/site.ts'
import { fundIn } from './web/visit.ts'
import { wordsIn } from './web/words/index.ts'
import type { RefusalCode } from './web/words/index.ts'

const statuses: Partial<Record<RefusalCode, ShownStatus>> = {
  'web.not_found': 404,
  'web.not_allowed': 403,
  'web.mandate_ended': 403,
  'web.no_company': 403,
  'web.too_many': 429,
  'web.too_many_at_once': 429,
  'declarations.too_many_files': 429,
  'declarations.too_many_bytes': 429,
  'declarations.too_many_at_once': 429,
  'web.too_large': 413,
  'web.file_too_large': 413,
  'web.too_slow': 408,
  'web.no_room': 507,
}

/** Addresses of one declaration. */
const ofDeclaration = /^\/teledeclaration\/(?:controles|recus|declarations)\/([^/]+)/

/** The body was not read to its end: the connection cannot serve for another request. */
const unread: readonly number[] = [408, 413, 507]

/** The one place that turns a refusal or a fault into an answer. */
export function answerErrors(hono: Hono<Env>, app: AppContext): void {
  hono.notFound((page) => answer(page, 404, page.var.visit.words.refusals['web.not_found']))
  hono.onError(async (error, page) => {
    if (!page.var.visit) await openEmptyVisit(app, page)
    if (error instanceof Refusal) return answerRefusal(app, page, error)
    logFault(app.log, page, error)
    await letIn(page.req.raw)
    const { words } = page.var.visit
    const outage = outageOf(error, words)
    if (outage?.retryAfter) page.header('Retry-After', outage.retryAfter)
    if (outage) return answer(page, outage.status, outage.sentence)
    return answer(page, 500, words.errors.fault(page.var.requestId))
  })
}

/** A part of a file, at the largest, and what is around it. */
const mostLetIn = 2 << 20

/** What is still on its way is taken in first: closed upon, its sender would be broken off and never read the answer. */
async function letIn({ body, headers }: Request): Promise<void> {
  const announced = Number(headers.get('content-length') ?? Infinity)
  if (!body || body.locked || announced > mostLetIn) return
  await body.pipeTo(new WritableStream()).catch(() => undefined)
}

async function answerRefusal(app: AppContext, page: Page, refusal: Refusal): Promise<Response> {
  const owner = await ownerOfAddress(app, page, refusal)
  if (owner !== undefined) {
    page.set('formCompany', owner)
    page.set('formAt', page.req.path)
    return answerRefusal(app, page, new Refusal('web.wrong_company'))
  }
  const isSignedOut = refusal.code === 'web.signed_out'
  const isGuestLooking = isSignedOut && page.req.method === 'GET'
  if (!isGuestLooking) await noteRefusal(app, page, refusal)
  if (isGuestLooking) return redirect(page, signInFor(page), await whyEnded(app, page))
  if (isSignedOut) return answerSignedOut(app, page, sentenceOf(page, refusal))
  const isOfAnother = ['web.wrong_company', 'web.no_company'].includes(refusal.code)
  const stray = isOfAnother ? await findStray(app, page) : undefined
  const way = { title: titleOf(page, refusal), stray }
  const sentence = (stray && saidOf(page, refusal, stray)) ?? sentenceOf(page, refusal)
  return answer(page, statuses[refusal.code] ?? 409, sentence, way)
}

/** Which company the tab was for, and which one is in hand now. */
function saidOf(page: Page, { code }: Refusal, { employer, form }: Stray): string | undefined {
  const { visitor, words } = page.var.visit
  const now = visitor?.employer?.name
  if (code !== 'web.wrong_company' || !now) return undefined
  const { errors } = words
  const said = errors.otherCompany(employer.name, now)
  return form || page.req.method === 'GET' ? said : `${said} ${errors.fileAgain}`
}

/** The session was over: what was typed is kept until they have signed in again (product D4). */
async function answerSignedOut(app: AppContext, page: Page, sentence: string): Promise<Response> {
  const { errors } = page.var.visit.words
  const title = errors.sessionOverTitle
  const why = await whyEnded(app, page)
  if (why) return answer(page, 409, why, { title, signIn: signInFor(page) })
  if (!(await keepWhatWasTyped(app, page)))
    return answer(page, 409, sentence, { title, signIn: signInFor(page) })
  return answer(page, 409, errors.typedIsKept, { title, signIn: signInFor(page, resumeField) })
}

/** Told once, to the browser that held the session. */
async function whyEnded(app: AppContext, page: Page): Promise<string | undefined> {
  const token = readCookie(page, sessionCookie)
  const why = await whySessionEnded(app, token, page.var.visit.words.access)
  if (why) forgetCookie(page, sessionCookie)
  return why
}

/** Files and forms from elsewhere are not kept; nor does a form that cannot be read stop the answer. */
async function keepWhatWasTyped(app: AppContext, page: Page): Promise<boolean> {
  try {
    refuseForeignOrigin(page, new URL(app.config.url).origin)
    return await keepTypedForm(app, { address: page.req.path, fields: await readFields(page) })
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

/** What is refused for want of a company says so at once: nothing is forbidden to this person. */
function titleOf(page: Page, { code }: Refusal): string | undefined {
  const { errors } = page.var.visit.words
  if (code === 'web.mandate_ended') return errors.mandateEndedTitle
  if (code === 'web.wrong_company') return errors.otherCompanyTitle
  return code === 'web.no_company' ? errors.noCompanyTitle : undefined
}

/** A refusal that cannot be kept is answered all the same, and whoever runs the portal hears of it. */
async function noteRefusal(app: AppContext, page: Page, refusal: Refusal): Promise<void> {
  try {
    await page.var.noteRefusal(refusal)
  } catch (error) {
    const { requestId: request } = page.var
    app.log.error({ request, code: refusal.code, error: kindOf(error) }, 'not noted')
  }
}

/** The door of the page that was asked for, or the one last used here; that page is opened after signing in. */
function signInFor(page: Page, mark?: string): string {
  const { path } = page.req
  const url = new URL(page.var.visit.url, 'https://portal.invalid')
  if (mark) url.searchParams.set(mark, 'oui')
  const next = `?suite=${encodeURIComponent(url.pathname + url.search)}`
  const asked = doors.find((door) =>
    [`/${door}`, areaOf(door)].some((area) => isWithin(path, area)),
  )
  const last = readCookie(page, doorCookie)
  return signInPath(asked ?? (isDoor(last) ? last : 'administration')) + next
}

function isWithin(path: string, area: string): boolean {
  return path === area || path.startsWith(`${area}/`)
}

/** What somebody who works for several companies sent for another one than they have in hand. */
async function findStray(app: AppContext, page: Page): Promise<Stray | undefined> {
  const { actor, visit, formAt, formCompany } = page.var
  if (actor.kind !== 'profile') return undefined
  const fields = page.var.fields ?? visit.kept?.fields
  const shown = formCompany ?? (fields && text(fields, 'entreprise'))
  const board = await app.db.transaction({ as: 'firm', profileId: actor.id }, (tx) =>
    listBoard(tx, actor.id, todayIn(app.clock)),
  )
  const entry = board.find(({ state, employer }) => state === 'active' && employer.id === shown)
  if (!entry) return undefined
  const isOfFile = formAt !== undefined || !fields
  const form = isOfFile ? null : { address: visit.kept?.address ?? page.req.path, fields }
  return { employer: entry.employer, form, at: formAt }
}

/** The company of a declaration that is not of the one in hand, for who works for both: its tab was left open. */
async function ownerOfAddress(
  app: AppContext,
  page: Page,
  { code }: Refusal,
): Promise<string | undefined> {
  const { actor } = page.var
  const [, id = ''] = ofDeclaration.exec(page.req.path) ?? []
  if (code !== 'web.not_found' || page.req.method !== 'GET' || !isRowId(id)) return undefined
  if (actor.kind !== 'profile' || actor.service !== 'declaration_external') return undefined
  const owners = await app.db.transaction({ as: 'firm', profileId: actor.id }, (tx) =>
    listEmployersOf(tx, [id]),
  )
  const owner = owners.get(id)
  return owner === actor.employerId ? undefined : owner
}

interface WayOn {
  readonly title?: string | undefined
  readonly signIn?: string
  readonly stray?: Stray | undefined
}

// oxlint-disable-next-line max-params -- what is answered, and how to go on
function answer(page: Page, status: ShownStatus, sentence: string, way: WayOn = {}) {
  if (unread.includes(status)) page.header('Connection', 'close')
  // A script of ours asks for the sentence alone.
  if (page.req.header('accept') === 'application/json')
    return page.json({ sentence, signIn: way.signIn, back: backOf(page, way.stray) }, status)
  const form = page.var.formAt
  return show(page, <ErrorPage {...{ status, sentence, form, ...way }} />, status)
}

/** For a script, which knows its own page: where to take the company in hand again, and in which words. */
function backOf(page: Page, stray: Stray | undefined) {
  if (!stray) return undefined
  const { employer } = stray
  return {
    to: `${paths.declarations.takeInHand({ id: employer.id })}?${reopenField}=`,
    label: page.var.visit.words.errors.backToCompany(employer.name),
  }
}

/** The database may be away before anything is known of the visitor: the page still speaks. */
async function openEmptyVisit(app: AppContext, page: Page): Promise<void> {
  const language = page.req.query('lang') === 'ar' ? 'ar' : 'fr'
  page.set('noteRefusal', async () => undefined)
  page.set('visit', {
    language,
    words: wordsIn(language),
    url: page.req.path,
    csrf: '',
    fund: fundIn(language, app.config.fund),
    visitor: null,
    demonstration: app.config.demonstration,
    version: app.config.version,
    now: app.clock.now(),
    notice: null,
  })
}
