import type { Refusal } from '../actors/refusal.ts'
import type { AppContext } from '../context.ts'
import { logFault, outageOf } from '../web/outage.ts'
import { paths } from '../web/paths.ts'
import { fillSentence, type Page } from '../web/site.ts'
import { type RefusalCode, wordsIn } from '../web/words/index.ts'
import type { Language } from '../web/words/language.ts'

type ProblemStatus =
  | 400
  | 401
  | 403
  | 404
  | 405
  | 408
  | 409
  | 413
  | 415
  | 422
  | 429
  | 500
  | 503
  | 507

/** What a refusal is in HTTP; a rule that says no is 409. */
const statuses: Partial<Record<RefusalCode, ProblemStatus>> = {
  'machine.needs_tls': 400,
  'keys.missing': 401,
  'keys.unknown': 401,
  'keys.revoked': 401,
  'keys.expired': 401,
  'keys.suspended': 401,
  'keys.elsewhere': 403,
  'machine.not_in_scope': 403,
  'declarations.no_mandate': 403,
  'web.not_allowed': 403,
  'web.not_found': 404,
  'machine.no_such_address': 404,
  'machine.no_such_cause': 404,
  'machine.no_such_period': 404,
  'machine.other_method': 405,
  'web.too_slow': 408,
  'web.too_large': 413,
  'web.file_too_large': 413,
  'declarations.too_heavy': 413,
  'machine.needs_json': 415,
  'machine.needs_file': 415,
  'declarations.empty_file': 422,
  'machine.needs_idempotency_key': 422,
  'machine.other_request': 422,
  'keys.too_many_wrong': 429,
  'machine.too_many_requests': 429,
  'machine.one_at_a_time': 429,
  'declarations.too_many_files': 429,
  'declarations.too_many_bytes': 429,
  'declarations.too_many_at_once': 429,
  'members.too_many_read': 429,
  'web.no_room': 507,
}

/** What a person reads of a page is said otherwise to a program. */
const saidOtherwise: Partial<Record<RefusalCode, RefusalCode>> = {
  'web.not_found': 'machine.not_found',
  'declarations.no_mandate': 'machine.no_category',
  'web.changed_meanwhile': 'machine.changed_meanwhile',
  'declarations.other_period': 'machine.other_period',
}

export function saidToProgram(code: RefusalCode): RefusalCode {
  return saidOtherwise[code] ?? code
}

/** When it is worth asking again, in seconds. */
const waits: Partial<Record<RefusalCode, number>> = {
  'keys.too_many_wrong': 900,
  'machine.one_at_a_time': 10,
  'machine.still_answering': 2,
  'members.too_many_read': 3600,
  'declarations.too_many_files': 3600,
  'declarations.too_many_bytes': 3600,
}

/** The body was not read to its end: the connection cannot serve for another request. */
const unread: readonly number[] = [401, 403, 408, 413, 415, 429, 507]

interface Problem {
  readonly status: ProblemStatus
  readonly code: string
  readonly detail: string
  readonly more?: object
}

// oxlint-disable-next-line max-params -- the portal, what was asked, in which language, and why not
export function answerRefusal(
  app: AppContext,
  page: Page,
  language: Language,
  refusal: Refusal,
): Response {
  const { details } = refusal
  const code = saidToProgram(refusal.code)
  const status = statuses[refusal.code] ?? 409
  if (status === 401) page.header('WWW-Authenticate', 'Bearer realm="guichet"')
  if (status === 429 || waits[code])
    page.header('Retry-After', details['seconds'] ?? String(waits[code] ?? 60))
  const detail = fillSentence(wordsIn(language).refusals[code], details)
  return write(app, page, language, {
    status,
    code,
    detail,
    more: inTheWay(refusal),
  })
}

/** What `replaces` takes, where it may be replaced; the receipt of what was sent for good. */
function inTheWay({ code, details: { declaration, receipt } }: Refusal): object {
  if (code === 'declarations.already_sent') return receipt ? { receipt } : {}
  return declaration === undefined ? {} : { declaration }
}

export interface MistakenValue {
  readonly name: string
  readonly why: 'missing' | 'wrong' | 'unknown'
}

/** Everything that is wrong in a request, at once. */
// oxlint-disable-next-line max-params -- the portal, what was asked, in which language, and what is wrong
export function answerMistakes(
  app: AppContext,
  page: Page,
  language: Language,
  mistakes: readonly MistakenValue[],
): Response {
  const said = wordsIn(language).machine
  const expected: Readonly<Record<string, string>> = said.expected
  const errors = mistakes.map(({ name, why }) => ({
    name,
    detail: [said.mistakes[why](name), why === 'unknown' ? undefined : expected[name]]
      .filter(Boolean)
      .join(' '),
  }))
  const detail = said.invalid
  return write(app, page, language, {
    status: 422,
    code: 'machine.invalid',
    detail,
    more: { errors },
  })
}

/** A fault of ours: never its message, which may quote values. */
// oxlint-disable-next-line max-params -- the portal, what was asked, in which language, and what failed
export function answerFault(
  app: AppContext,
  page: Page,
  language: Language,
  error: unknown,
): Response {
  logFault(app.log, page, error)
  const words = wordsIn(language)
  const outage = outageOf(error, words)
  if (outage?.retryAfter) page.header('Retry-After', outage.retryAfter)
  if (outage) {
    const { status, sentence: detail } = outage
    const code = status === 507 ? 'web.no_room' : 'machine.unavailable'
    return write(app, page, language, { status, code, detail })
  }
  const detail = words.errors.fault(page.var.requestId)
  return write(app, page, language, { status: 500, code: 'machine.fault', detail })
}

// oxlint-disable-next-line max-params -- the portal, what was asked, in which language, and the problem
function write(app: AppContext, page: Page, language: Language, problem: Problem): Response {
  const { status, code, detail, more } = problem
  if (unread.includes(status) && page.req.method === 'POST') page.header('Connection', 'close')
  const body = {
    type: `${app.config.url}${paths.interface()}#erreur-${status}`,
    title: wordsIn(language).machine.statuses[status],
    status,
    detail,
    code,
    instance: page.var.requestId,
    ...more,
  }
  return page.body(JSON.stringify(body), status, {
    'Content-Type': 'application/problem+json',
    'Content-Language': language,
  })
}
