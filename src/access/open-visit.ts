import { isIP } from 'node:net'
import type { MiddlewareHandler } from 'hono'
import { guest, type ProfileActor } from '../actors/actor.ts'
import { noteRefusal } from '../audit/note-refusal.ts'
import { todayIn } from '../calendar/clock.ts'
import type { AppContext } from '../context.ts'
import { randomToken } from '../platform/secrets/keyring.ts'
import * as cookies from '../web/cookies.ts'
import { paths } from '../web/paths.ts'
import { formToken } from '../web/form-token.ts'
import { resumeField } from '../web/kept-form.ts'
import { type Env, noticeCookieName, type Page } from '../web/site.ts'
import { fundIn, type Visitor } from '../web/visit.ts'
import { wordsIn } from '../web/words/index.ts'
import { queueViewIn, viewField } from '../web/queue-view.ts'
import type { Language } from '../web/words/language.ts'
import { findTypedForm } from './keep-typed-form.ts'
import { findSessionView, type SessionView } from './session.ts'

/** Who is asking, in which language, on which visit: set before any handler runs. */
export function openVisit(app: AppContext): MiddlewareHandler<Env> {
  return async (page, next) => {
    const session = await readSession(app, page)
    const actor = session?.actor ?? guest
    const guestKey = guestKeyOf(page)
    const language = chosenLanguage(page, session)
    const kept = await findKept(app, page, session)
    page.set('actor', actor)
    page.set('guestKey', guestKey)
    page.set('address', addressOf(page, app.config.proxies))
    page.set('noteRefusal', (refusal) =>
      noteRefusal(app, page.var.actor, page.var.auditWord ?? 'visit', refusal),
    )
    page.set('visit', {
      language,
      words: wordsIn(language),
      url: pathAndQuery(page),
      csrf: session
        ? formToken(app.keyring, session.actor.sessionId)
        : app.keyring.token('form', guestKey),
      fund: fundIn(language, app.config.fund),
      visitor: session ? visitorOf(session) : null,
      demonstration: app.config.demonstration,
      version: app.config.version,
      now: app.clock.now(),
      notice: takeNotice(page) ?? (kept ? wordsIn(language).frame.typedIsBack : null),
      kept,
      queueView: queueViewIn(actor.kind === 'agent' ? page.req.query(viewField) : null),
    })
    await next()
  }
}

async function readSession(app: AppContext, page: Page): Promise<SessionView | undefined> {
  const token = cookies.readCookie(page, cookies.sessionCookie)
  if (!token) return undefined
  return findSessionView(app.db, token, { now: app.clock.now(), today: todayIn(app.clock) })
}

/** What was typed when the last session ended, on the page that is opened after signing in again. */
async function findKept(app: AppContext, page: Page, session: SessionView | undefined) {
  const isAsked = page.req.method === 'GET' && page.req.query(resumeField) !== undefined
  if (!isAsked || session?.actor.stage !== 'full') return null
  return findTypedForm(app, session.actor.id, page.req.path)
}

function guestKeyOf(page: Page): string {
  const known = cookies.readCookie(page, cookies.guestCookie)
  if (known && /^[\w-]{43}$/.test(known)) return known
  const key = randomToken()
  cookies.writeCookie(page, cookies.guestCookie, key, 30 * 86_400)
  return key
}

function chosenLanguage(page: Page, session: SessionView | undefined): Language {
  const asked = page.req.query('lang')
  if (asked === 'fr' || asked === 'ar') {
    cookies.writeCookie(page, cookies.languageCookie, asked, cookies.keepForYear)
    return asked
  }
  const kept = cookies.readCookie(page, cookies.languageCookie)
  return kept === 'fr' || kept === 'ar' ? kept : (session?.language ?? 'fr')
}

function pathAndQuery(page: Page): string {
  const url = new URL(page.req.url)
  url.searchParams.delete('lang')
  return url.pathname + url.search
}

/** Shown once, on the first page after the redirect. */
function takeNotice(page: Page): string | null {
  const notice = cookies.readCookie(page, noticeCookieName)
  if (notice) cookies.forgetCookie(page, noticeCookieName)
  return notice ?? null
}

/**
 * Where a request comes from: the other end of the socket or, behind a proxy of the installation, the last address
 * that a proxy did not write itself. Anybody else's `X-Forwarded-For` is only words.
 */
export function addressOf(page: Page, proxies: readonly string[]): string {
  const socket = (page.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)
    ?.incoming?.socket
  const nearest = plainAddress(socket?.remoteAddress ?? 'unknown')
  if (!proxies.includes(nearest)) return nearest
  const before = (page.req.header('x-forwarded-for') ?? '').split(',').map(plainAddress)
  return before.findLast((one) => isIP(one) !== 0 && !proxies.includes(one)) ?? nearest
}

function plainAddress(address: string): string {
  return address.trim().replace(/^::ffff:(?=\d+\.)/i, '')
}

const serviceOf: Record<ProfileActor['service'], Visitor['service']> = {
  declaration_internal: 'declaration',
  declaration_external: 'declaration',
  employer_account: 'account',
  payment: 'payment',
  liquidation: 'liquidation',
}

/** Where each kind of account lands after signing in. */
export function homeOf(actor: SessionView['actor']): string {
  if (actor.kind === 'delegate') return paths.administration.information()
  if (actor.kind === 'agent') return paths.agency.queue()
  if (actor.service === 'payment') return paths.payments.orders()
  if (actor.service === 'employer_account') return paths.employerAccount.situation()
  if (actor.service === 'liquidation') return paths.liquidations.nearing()
  return actor.employerId ? paths.declarations.calendar() : paths.declarations.board()
}

function visitorOf({ actor, employer, lostEmployer, idleEndsAt }: SessionView): Visitor | null {
  if (actor.stage !== 'full') return null
  return {
    kind: actor.kind,
    name: actor.name,
    home: homeOf(actor),
    account: paths.account.show(),
    service:
      actor.kind === 'profile'
        ? serviceOf[actor.service]
        : actor.kind === 'delegate'
          ? 'administration'
          : 'agency',
    employer,
    lostEmployer,
    board:
      actor.kind === 'profile' && actor.service === 'declaration_external'
        ? paths.declarations.board()
        : null,
    idleEndsAt,
  }
}
