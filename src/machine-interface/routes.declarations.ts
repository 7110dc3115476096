import { createHash } from 'node:crypto'
import type { KeyActor } from '../actors/actor.ts'
import { Refusal, refuse } from '../actors/refusal.ts'
import type { AppContext } from '../context.ts'
import { runFileCheck } from '../declarations/check-aside.ts'
import { type DepositCommand, mustBeAllowed } from '../declarations/deposits/begin-deposit.ts'
import { mostBytes } from '../declarations/deposits/deposit.ts'
import { findMarked } from '../declarations/deposits/store/same-deposits.ts'
import { receiveFile } from '../declarations/deposits/receive-file.ts'
import { waitForCheck } from '../declarations/deposits/wait-for-check.ts'
import { confirmFindings } from '../declarations/desk/confirm-findings.ts'
import { sendDeclaration } from '../declarations/send-declaration.ts'
import { viewReceipt } from '../declarations/receipts/view-receipts.ts'
import { withBody } from '../platform/files/receive-body.ts'
import { refuseTooLarge, safeName } from '../platform/files/upload.ts'
import { Turns } from '../platform/threads/turns.ts'
import { bodyLimitOf } from '../web/body-limit.ts'
import { paths } from '../web/paths.ts'
import { idOf } from '../web/route-id.ts'
import type { Page } from '../web/site.ts'
import { answerOnce, keptMs } from './answer-once.ts'
import type { Asked, MachineSite } from './machine-site.ts'
import { readSubmission } from './read-submission.ts'
import * as schemas from './schemas.ts'
import { tellReceipt } from './tell-receipt.ts'
import { placeFrom, tellSubmission } from './tell-submission.ts'
import { findAsked } from './find-asked.ts'
import { limitFrom } from './limit.ts'

/** A file is checked, or declared: sent, followed, confirmed, and sent for good (product X7). */
export function mountDeclaring(site: MachineSite): void {
  mountCheck(site)
  mountDeclare(site)
  mountFollow(site)
  mountSettle(site)
}

const limits = { maxBytes: mostBytes, maxFiles: 1 }
const fileTypes =
  /^(application\/octet-stream|text\/plain|text\/csv|application\/vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet)\s*(;|$)/i

/** What the body announces, once it is known to be a file of a size that is taken. */
function announcedFile(page: Page): number {
  if (!fileTypes.test(page.req.header('content-type') ?? '')) refuse('machine.needs_file')
  const size = bodyLimitOf(page, mostBytes, () => refuseTooLarge(limits))
  return size === 0 ? refuse('declarations.empty_file') : size
}

const checkTurns = new Turns(120_000)

/** The same verdict as `guichet check --json`; one at a time for a company (quality AT116). */
function mountCheck(site: MachineSite): void {
  const route = {
    method: 'POST',
    pattern: paths.api.check.pattern,
    power: 'machine.check',
    audit: 'machine.check',
    query: schemas.checkQuery,
    body: 'file',
    answers: { 200: schemas.checkReport },
  } as const
  site.add(route, async ({ app, page, actor, employer, language, query }) => {
    announcedFile(page)
    const turn = checkTurns.take(actor.employerId, () => app.clock.now().getTime())
    if (!turn) return refuse('machine.one_at_a_time')
    try {
      const report = await withBody(page.req.raw, app.files, mostBytes, ({ temporary, size }) =>
        runFileCheck(app, {
          file: temporary,
          size,
          employerNumber: employer.number,
          category: query.category,
          quarter: query.quarter,
          language,
        }),
      )
      return page.body(report, 200, { 'Content-Type': 'application/json' })
    } finally {
      turn.end()
    }
  })
}

/** A period that is not there is said as such: the same answer whether the key, the company or the calendar has none. */
async function allow(app: AppContext, actor: KeyActor, command: DepositCommand): Promise<void> {
  try {
    await mustBeAllowed(app, actor, command)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'web.not_found') refuse('machine.no_such_period')
    throw error
  }
}

function mountDeclare(site: MachineSite): void {
  const route = {
    method: 'POST',
    pattern: paths.api.declarations.pattern,
    power: 'machine.declare',
    audit: 'machine.declare',
    query: schemas.declareQuery,
    body: 'file',
    isIdempotent: true,
    answers: { 201: schemas.submission, 202: schemas.submission },
  } as const
  site.add(route, async (asked) => {
    const { app, page, actor, language, query } = asked
    const idempotencyKey = idempotencyKeyOf(page)
    const size = announcedFile(page)
    const { category, quarter } = query
    const command: DepositCommand = {
      period: { category, quarter },
      name: safeName(query.name ?? '') || 'declaration',
      size,
      mark: idempotencyKey,
      insteadOf: query.replaces ?? '',
    }
    // Refused before it is read, unless it was answered already.
    if (!(await findAsked(app, actor, idempotencyKey))) await allow(app, actor, command)
    return withBody(page.req.raw, app.files, mostBytes, async (body) => {
      const fingerprint = fingerprintOf(command, body.sha256)
      const given = await answerOnce(app, actor, { idempotencyKey, fingerprint }, async () => {
        const made = await findMade(app, actor, idempotencyKey, body.sha256)
        const id = made ?? (await receiveFile(app, actor, command, body))
        await waitForCheck(app, actor, { depositId: id, isOfCompany: true })
        const { deposit, ...read } = await readSubmission(app, actor, id, firstPage)
        const { refusal, declarationId } = deposit
        if (refusal)
          refuse(refusal.code, {
            ...refusal.details,
            ...(declarationId ? { declaration: declarationId } : {}),
          })
        const told = tellSubmission({ deposit, ...read }, language)
        return { status: told.state === 'checking' ? 202 : 201, body: told }
      })
      if (given.isAgain) page.header('Idempotent-Replayed', 'true')
      return page.json(given.body as object, given.status === 202 ? 202 : 201)
    })
  })
}

/** A request whose answer was lost after its effect, with the program that was answering: its deposit is there. */
// oxlint-disable-next-line max-params -- the portal, who, and what
function findMade(
  app: Pick<AppContext, 'db' | 'clock'>,
  { id, employerId }: KeyActor,
  mark: string,
  sha256: Uint8Array,
): Promise<string | undefined> {
  const since = new Date(app.clock.now().getTime() - keptMs)
  return app.db.transaction({ as: 'employer', employerId }, (tx) =>
    findMarked(tx, { employerId, profileId: id, mark, sha256, since }),
  )
}

const firstPage = { after: null, limit: 100 }

function idempotencyKeyOf(page: Page): string {
  const key = page.req.header('idempotency-key') ?? ''
  return /^[\x21-\x7e]{1,128}$/.test(key) ? key : refuse('machine.needs_idempotency_key')
}

function fingerprintOf({ period, name, insteadOf }: DepositCommand, sha256: Buffer): Buffer {
  const about = [period?.category, period?.quarter, name, insteadOf, sha256.toString('hex')]
  return createHash('sha256').update(JSON.stringify(about)).digest()
}

function mountFollow(site: MachineSite): void {
  const route = {
    method: 'GET',
    pattern: paths.api.declaration.pattern,
    power: 'machine.declare',
    audit: 'machine.declaration',
    query: schemas.findingsQuery,
    answers: { 200: schemas.submission },
  } as const
  site.add(route, async ({ app, page, actor, language, query }) => {
    const wanted = { after: placeFrom(query.after), limit: limitFrom(query.limit) }
    const read = await readSubmission(app, actor, idOf(page), wanted)
    return page.json(tellSubmission(read, language))
  })
}

/** What stands between the check and its sending is confirmed; then it is sent. */
function mountSettle(site: MachineSite): void {
  const confirm = {
    method: 'POST',
    pattern: paths.api.confirmations.pattern,
    power: 'machine.declare',
    audit: 'machine.confirm',
    query: schemas.noQuery,
    body: schemas.confirmation,
    answers: { 200: schemas.submission },
  } as const
  site.add(confirm, async (asked) => {
    const { app, page, actor, language, body } = asked
    const { id, causes } = await openCheck(asked)
    const { version, code, field, reason } = body
    if (!causes.some((one) => one.code === code && one.field === field))
      refuse('machine.no_such_cause')
    const doubts = { code, field, ids: 'all', reason } as const
    await confirmFindings(app, actor, { declarationId: id, version }, doubts)
    return page.json(
      tellSubmission(await readSubmission(app, actor, idOf(page), firstPage), language),
    )
  })
  const send = {
    method: 'POST',
    pattern: paths.api.send.pattern,
    power: 'machine.declare',
    audit: 'machine.send',
    query: schemas.noQuery,
    body: schemas.sending,
    answers: { 200: schemas.receipt },
  } as const
  site.add(send, async (asked) => {
    const { app, page, actor, body } = asked
    const { id: declarationId } = await openCheck(asked)
    // Software has no page to be asked on: what it sends is what it means.
    await sendDeclaration(app, actor, { declarationId, version: body.version, leavesEntry: true })
    return page.json(tellReceipt(await viewReceipt(app, actor, declarationId)))
  })
}

/** What the file has led to; refused while it is being checked, and when it was not taken. */
async function openCheck({ app, page, actor }: Asked<unknown, unknown>) {
  const { deposit, check } = await readSubmission(app, actor, idOf(page), { after: null, limit: 0 })
  if (check) return { id: check.declaration.id, causes: check.causes }
  const isOver = deposit.state === 'refused' || deposit.state === 'cancelled'
  return refuse(isOver ? 'machine.not_taken' : 'machine.still_checking')
}
