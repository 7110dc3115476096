import type { Context, Hono } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { type Actor, employerOf } from '../actors/actor.ts'
import { type ActorWith, allows, type Power } from '../actors/powers.ts'
import { Refusal, refuse } from '../actors/refusal.ts'
import type { Received, UploadLimits } from '../platform/files/upload.ts'
import type { Fields } from './form.ts'
import { inTurn } from './heavy-work.ts'
import { inQueueView, keepQueueView } from './queue-view.ts'
import { companyField } from './of-company.ts'
import { renderPage } from './render-page.tsx'
import type { Visit } from './visit.ts'

export interface Env {
  Variables: {
    requestId: string
    actor: Actor
    visit: Visit
    /** The cookie of a visit, before any sign-in: drafts and forms of guests hang on it. */
    guestKey: string
    /** Where the request comes from, for limits only. */
    address: string
    fields: Fields
    received: Received
    /** A part of a file, in the pieces that it came in. */
    part: readonly Uint8Array[]
    /** The audit word of the route being answered, for the event of a refusal. */
    auditWord: string
    /** The company that the form names: not always the one in hand. */
    formCompany: string | undefined
    /** The page of the form that was sent, when it is not the address it was sent to. */
    formAt: string | undefined
    /** Writes the event of a refusal, after its transaction is gone. */
    noteRefusal: (refusal: Refusal) => Promise<void>
  }
}

export type Page = Context<Env>

/** Every route states the power that it needs and the word by which the audit knows it. */
export interface RouteSpec<P extends Power> {
  readonly power: P
  readonly audit: string
  /** A paper, a file or a search: made in turn for an account and for a company. */
  readonly heavy?: true
  /** Set for routes that receive files: how much, how many. */
  readonly upload?: UploadLimits
  /** Before a file is read: may refuse it, and say that it has begun to arrive. */
  readonly beforeFile?: (page: Page, actor: ActorWith<P>, file: AnnouncedFile) => Promise<void>
  /** Set for routes whose whole body is a part of a file: how much. What a form carries unseen comes in headers. */
  readonly part?: { readonly maxBytes: number }
  /** Where the form of an upload is, or the link of a file: the way back when it is refused. */
  readonly formAt?: (page: Page) => string
  /** Shows the form of an upload again when its file is over the limit; without it, a page apart says so. */
  readonly tooLarge?: (page: Page, actor: ActorWith<P>, sentence: string) => Answer
}

export interface AnnouncedFile {
  readonly name: string
  /** What the body announces: a little more than the file. */
  readonly announced: number
  /** What the form says before its file. */
  readonly fields: Fields
}

export interface RouteEntry {
  readonly method: 'GET' | 'POST'
  readonly pattern: string
  readonly power: Power
  readonly audit: string
}

type Answer = Response | Promise<Response>
type Handler<P extends Power> = (page: Page, actor: ActorWith<P>) => Answer

/** The portal's routes: nothing is reachable that was not declared here with its power and audit word. */
export interface Site {
  get<P extends Power>(pattern: string, spec: RouteSpec<P>, handler: Handler<P>): void
  post<P extends Power>(pattern: string, spec: RouteSpec<P>, handler: Handler<P>): void
  readonly routes: readonly RouteEntry[]
}

/** Reads the body of a form (and checks that it is this visit's own) before a handler sees it. */
export type FormReader = (page: Page, reading: Reading) => Promise<void>

export interface Reading {
  readonly upload: UploadLimits | undefined
  readonly part: { readonly maxBytes: number } | undefined
  readonly beforeFile: ((file: AnnouncedFile) => Promise<void>) | undefined
  /** A form that must say which company it is about. */
  readonly namesCompany: boolean
}

export function createSite(hono: Hono<Env>, readForm: FormReader): Site {
  const routes: RouteEntry[] = []
  const declare = <P extends Power>(
    method: 'GET' | 'POST',
    pattern: string,
    spec: RouteSpec<P>,
  ) => {
    if (!spec.power || !spec.audit)
      throw new Error(`${method} ${pattern} states no power or no audit word`)
    routes.push({ method, pattern, power: spec.power, audit: spec.audit })
  }
  return {
    routes,
    get(pattern, spec, handler) {
      declare('GET', pattern, spec)
      hono.get(pattern, async (page) => {
        const actor = admit(page, spec)
        if (worksForSeveral(actor, spec.power)) refuseOtherCompany(page, actor, spec.formAt?.(page))
        return answer(page, actor, spec, handler)
      })
    },
    post(pattern, spec, handler) {
      declare('POST', pattern, spec)
      hono.post(pattern, async (page) => {
        const actor = admit(page, spec)
        page.set('formAt', spec.formAt?.(page))
        const { upload, part, beforeFile } = spec
        const allow = beforeFile && ((file: AnnouncedFile) => beforeFile(page, actor, file))
        const refusal = await refusedUnread(() =>
          readForm(page, {
            upload,
            part,
            beforeFile: allow,
            namesCompany: worksForSeveral(actor, spec.power),
          }),
        )
        if (!refusal) keepQueueView(page)
        if (refusal)
          return answerTooLarge(page, refusal, (said) => spec.tooLarge?.(page, actor, said))
        try {
          return await answer(page, actor, spec, handler)
        } finally {
          if (spec.upload) await page.var.received.discard()
        }
      })
    },
  }
}

// oxlint-disable-next-line max-params -- who asks what of which route
function answer<P extends Power>(
  page: Page,
  actor: ActorWith<P>,
  spec: RouteSpec<P>,
  handler: Handler<P>,
): Answer {
  if (!spec.heavy) return handler(page, actor)
  return inTurn(page.var.actor, page.var.address, () => handler(page, actor))
}

/** A file over the limit; whatever else is refused goes its way. */
async function refusedUnread(read: () => Promise<void>): Promise<Refusal | undefined> {
  try {
    await read()
  } catch (error) {
    if (error instanceof Refusal && error.code === 'web.file_too_large') return error
    throw error
  }
  return undefined
}

/** On the page of the form, by its field; the body was not read to its end, so the connection ends with the answer. */
async function answerTooLarge(
  page: Page,
  refusal: Refusal,
  again: (sentence: string) => Answer | undefined,
): Promise<Response> {
  page.set('fields', {})
  const shown = await again(sentenceOf(page, refusal))
  if (!shown) throw refusal
  await page.var.noteRefusal(refusal)
  const headers = new Headers(shown.headers)
  headers.set('Connection', 'close')
  return new Response(shown.body, { status: 413, headers })
}

function admit<P extends Power>(page: Page, spec: RouteSpec<P>): ActorWith<P> {
  page.set('auditWord', spec.audit)
  const { actor } = page.var
  if (allows(actor, spec.power)) return actor as ActorWith<P>
  if (!isFull(actor)) return refuse('web.signed_out')
  if (!allows(inHand(actor), spec.power)) return refuse('web.not_allowed')
  const company = page.var.visit.visitor?.lostEmployer
  return company ? refuse('web.mandate_ended', { company }) : refuse('web.no_company')
}

/** A firm's person as they would be with a company in hand: what they lack is no right, but the company. */
function inHand(actor: Actor): Actor {
  if (actor.kind !== 'profile' || actor.service !== 'declaration_external') return actor
  return { ...actor, employerId: actor.employerId ?? 'none' }
}

/**
 * A firm's person changes companies in one tab while a form stands open in another: what is done for one company says for
 * which (attack AT51).
 */
function worksForSeveral(actor: Actor, power: Power): boolean {
  return (
    actor.kind === 'profile' &&
    actor.service === 'declaration_external' &&
    !allows({ ...actor, employerId: null }, power)
  )
}

/** A link of another tab says whose it is: it gives nothing of the company opened since. */
function refuseOtherCompany(page: Page, actor: Actor, from: string | undefined): void {
  const asked = page.req.query(companyField)
  if (asked === undefined || asked === employerOf(actor)) return
  page.set('formCompany', asked)
  page.set('formAt', from ?? page.req.path)
  refuse('web.wrong_company')
}

function isFull(actor: Actor): boolean {
  return 'stage' in actor && actor.stage === 'full'
}

export type ShownStatus = 200 | 403 | 404 | 408 | 409 | 413 | 422 | 429 | 500 | 503 | 507

/** Answers with a page. */
export function show(page: Page, node: JSX.Element, status: ShownStatus = 200) {
  return page.html(renderPage(page.var.visit, node), status)
}

/** Post, redirect, get; with a sentence to show once on the next page. */
export function redirect(page: Page, to: string, notice?: string): Response {
  if (notice) page.header('Set-Cookie', noticeCookie(notice), { append: true })
  return page.redirect(inQueueView(page.var.visit.queueView, to), 303)
}

export const noticeCookieName = '__Host-avis'

function noticeCookie(notice: string): string {
  return `${noticeCookieName}=${encodeURIComponent(notice)}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=60`
}

export type Attempt<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal; readonly sentence: string }

/**
 * Runs a use case from a form. A refusal comes back as a value, for the page to be shown again with what was
 * typed; it is noted in the trail like any other.
 */
export async function attempt<T>(page: Page, work: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await page.var.noteRefusal(error)
    return { ok: false, refusal: error, sentence: sentenceOf(page, error) }
  }
}

export function sentenceOf(page: Page, refusal: Refusal): string {
  return fillSentence(page.var.visit.words.refusals[refusal.code], refusal.details)
}

/** `{name}` in a refusal's sentence is replaced by the detail of that name. */
export function fillSentence(sentence: string, details: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => details[name] ?? whole)
}
