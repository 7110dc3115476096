import type { Hono } from 'hono'
import type { z } from 'zod'
import type { KeyActor } from '../actors/actor.ts'
import { allows, type Power } from '../actors/powers.ts'
import { Refusal, refuse } from '../actors/refusal.ts'
import { addressOf } from '../access/open-visit.ts'
import {
  admitKey,
  type AdmittedKey,
  noteServed,
  requestsInAMinute,
} from '../access/machine-keys/admit-key.ts'
import type { AppContext } from '../context.ts'
import { bodyLimitOf } from '../web/body-limit.ts'
import { readBody } from '../platform/files/pace.ts'
import { paths } from '../web/paths.ts'
import type { Env, Page, RouteEntry } from '../web/site.ts'
import type { Language } from '../web/words/language.ts'
import { noteKeyRefused } from './note-refusals.ts'
import { answerFault, answerMistakes, answerRefusal, type MistakenValue } from './problem.ts'

type MachinePower = Extract<Power, `machine.${string}`>
type Values = z.ZodType<Readonly<Record<string, string | undefined>>>

/** What a route takes and gives: it is checked with this, described by this, and tested against it. */
export interface MachineRoute {
  readonly method: 'GET' | 'POST'
  readonly pattern: string
  readonly power: MachinePower
  readonly audit: string
  readonly query: Values
  /** A file as the whole body; or what its JSON holds. */
  readonly body?: 'file' | z.ZodType
  readonly isIdempotent?: boolean
  /** What it gives besides JSON to who accepts that. */
  readonly alsoAs?: string
  /** By status; what is no JSON has its media type. */
  readonly answers: Readonly<Record<number, z.ZodType | string>>
}

export interface Asked<Query, Body> {
  readonly app: AppContext
  readonly page: Page
  readonly actor: KeyActor
  readonly employer: AdmittedKey['employer']
  readonly language: Language
  readonly query: Query
  readonly body: Body
}

type QueryOf<R extends MachineRoute> = z.output<R['query']>
type BodyOf<R extends MachineRoute> = R['body'] extends z.ZodType ? z.output<R['body']> : undefined

/** The routes of the machine interface: none without a power, an audit word and the schemas of what it takes and gives. */
export interface MachineSite {
  add<const R extends MachineRoute>(
    route: R,
    handler: (asked: Asked<QueryOf<R>, BodyOf<R>>) => Promise<Response>,
  ): void
  readonly described: readonly MachineRoute[]
  readonly routes: readonly RouteEntry[]
}

export function createMachineSite(hono: Hono<Env>, app: AppContext): MachineSite {
  const described: MachineRoute[] = []
  return {
    described,
    get routes() {
      return described.map(({ method, pattern, power, audit }) => ({
        method,
        pattern,
        power,
        audit,
      }))
    },
    add(route, handler) {
      described.push(route)
      hono.on(route.method, route.pattern, (page) =>
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- parsed by the schemas of this very route
        answer(app, page, route, (asked) => handler(asked as never)),
      )
    },
  }
}

type AnyHandler = (asked: Asked<unknown, unknown>) => Promise<Response>

// oxlint-disable-next-line max-params -- the portal, what is asked, of which route, and who answers
async function answer(
  app: AppContext,
  page: Page,
  route: MachineRoute,
  handler: AnyHandler,
): Promise<Response> {
  page.set('auditWord', route.audit)
  const language = languageOf(page)
  let key: AdmittedKey | undefined
  let isAtDoor = true
  try {
    refusePlain(app, page)
    key = await admit(app, page)
    const { actor, employer } = key
    tellLimit(page, key)
    if (key.obstacle) refuse(key.obstacle)
    if (key.left < 0) refuse('machine.too_many_requests', { seconds: String(key.secondsLeft) })
    if (!allows(actor, route.power)) refuse('machine.not_in_scope')
    await noteServed(app, key)
    isAtDoor = false
    const query = read(route.query, page.req.query())
    const body = await readJson(page, route)
    const mistakes = [...query.mistakes, ...body.mistakes]
    if (mistakes.length > 0) return answerMistakes(app, page, language, mistakes)
    return await handler({
      app,
      page,
      actor,
      employer,
      language,
      query: query.value,
      body: body.value,
    })
  } catch (error) {
    if (!(error instanceof Refusal)) return answerFault(app, page, language, error)
    if (key) await note(app, page, { actor: key.actor, refusal: error, isAtDoor })
    return answerRefusal(app, page, language, error)
  }
}

/** In the language that is asked for, French by default. */
export function languageOf(page: Page): Language {
  const asked = page.req.query('lang') ?? page.req.header('accept-language') ?? ''
  return /^ar\b/i.test(asked.trim()) ? 'ar' : 'fr'
}

/** Behind its proxy, a portal with an https address gives nothing to whoever came without TLS. */
function refusePlain({ config }: AppContext, page: Page): void {
  const came = page.req.header('x-forwarded-proto')
  if (config.url.startsWith('https:') && came !== undefined && came !== 'https')
    refuse('machine.needs_tls')
}

async function admit(app: AppContext, page: Page): Promise<AdmittedKey> {
  const [, secret] =
    /^Bearer ([\x21-\x7e]{1,200})$/i.exec(page.req.header('authorization') ?? '') ?? []
  if (secret === undefined) return refuse('keys.missing')
  return admitKey(app, { secret, address: addressOf(page, app.config.proxies) })
}

function tellLimit(page: Page, { left, secondsLeft }: AdmittedKey): void {
  page.header('RateLimit-Policy', `"minute";q=${requestsInAMinute};w=60`)
  page.header('RateLimit', `"minute";r=${Math.max(0, left)};t=${secondsLeft}`)
}

async function note(
  app: AppContext,
  page: Page,
  refused: { readonly actor: KeyActor; readonly refusal: Refusal; readonly isAtDoor: boolean },
): Promise<void> {
  try {
    await noteKeyRefused(app, { ...refused, tried: page.var.auditWord })
  } catch {
    app.log.error({ request: page.var.requestId, code: refused.refusal.code }, 'not noted')
  }
}

interface Read {
  readonly value: unknown
  readonly mistakes: readonly MistakenValue[]
}

function read(schema: z.ZodType, given: unknown): Read {
  const parsed = schema.safeParse(given)
  if (parsed.success) return { value: parsed.data, mistakes: [] }
  const mistakes = parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((name): MistakenValue => ({ name, why: 'unknown' }))
      : [
          {
            name: issue.path.join('.'),
            why: isMissing(given, issue.path) ? 'missing' : 'wrong',
          } as const,
        ],
  )
  return { value: undefined, mistakes }
}

function isMissing(given: unknown, path: readonly PropertyKey[]): boolean {
  const [name] = path
  return typeof given !== 'object' || given === null || !Object.hasOwn(given, name ?? '')
}

const jsonBytes = 64 * 1024

async function readJson(page: Page, { body }: MachineRoute): Promise<Read> {
  if (body === undefined || body === 'file') return { value: undefined, mistakes: [] }
  const type = page.req.header('content-type') ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type)) refuse('machine.needs_json')
  bodyLimitOf(page, jsonBytes)
  const stream = page.req.raw.body
  const text = stream ? (await readBody(stream, jsonBytes)).toString() : ''
  try {
    return read(body, JSON.parse(text))
  } catch (error) {
    if (error instanceof SyntaxError)
      return { value: undefined, mistakes: [{ name: '', why: 'wrong' }] }
    throw error
  }
}

/** Whatever else is asked under the interface's address: there, but not by this method, or not there. */
export function answerTheRest(hono: Hono<Env>, app: AppContext, site: MachineSite): void {
  hono.all(`${paths.api.root}/*`, (page) => {
    page.set('auditWord', 'machine.elsewhere')
    const methods = methodsAt(site, page.req.path)
    if (methods.length > 0) page.header('Allow', methods.join(', '))
    const code = methods.length > 0 ? 'machine.other_method' : 'machine.no_such_address'
    return answerRefusal(app, page, languageOf(page), new Refusal(code))
  })
}

function methodsAt({ described }: MachineSite, path: string): string[] {
  const isAt = (pattern: string) =>
    new RegExp(`^${pattern.replace(/:[a-z]+/g, '[^/]+')}$`).test(path)
  return described.filter(({ pattern }) => isAt(pattern)).map(({ method }) => method)
}
