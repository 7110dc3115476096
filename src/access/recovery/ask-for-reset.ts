import { hourMs } from '../../calendar/index.ts'
import { createHash } from 'node:crypto'
import { guest } from '../../actors/actor.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import type { Scope, Tx } from '../../platform/db/database.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { type Account, fullName, ownScope } from '../accounts.ts'
import { type Door, findAccountAt, kindAt, normaliseLogin } from '../doors.ts'
import { createAccountLink } from '../link-holder.ts'
import { addressKey } from '../locks.ts'
import { resetMail } from '../password-mails.ts'
import { areRightAnswers, type HashedAnswer } from '../secret-answers.ts'
import { listAnswers } from '../store/secret-answers.ts'
import type { ChosenAnswer } from '../secret-questions.ts'
import { throttle, type TryLimit } from '../throttle.ts'

const nobody = '00000000-0000-0000-0000-000000000000'
const resetHours = 1

const anHour = (free: number): TryLimit => ({ free, windowMs: hourMs, delayMs: () => hourMs })

/** Three mails an hour to one user, whoever asks (quality AT29); answers are guessed five times from one place. */
const mailsLimit = anHour(3)
const answersFromOnePlace = anHour(5)
const answersFromEverywhere = anHour(20)
const requestsFromOnePlace = anHour(60)

export interface ResetRequest {
  readonly door: Exclude<Door, 'administration'>
  readonly login: string
  readonly answers: readonly ChosenAnswer[]
  readonly address: string
}

/**
 * «Mot de passe oublié»: the right answers to the secret questions let a single-use link be sent to the address of the
 * profile; alone they open nothing (product U2). Whatever is typed, the page says the same; asking locks nobody out,
 * since sign-in counts its own mistakes.
 */
export async function askForReset(app: AppContext, request: ResetRequest): Promise<void> {
  const login = normaliseLogin(request.door, request.login)
  const found = await app.db.transaction({ as: 'sign_in' }, (tx) =>
    findAsked(tx, app, request, login),
  )
  if (!found) return
  // The unknown costs the same reading, of nobody's answers.
  const scope: Scope = found.account ? ownScope(found.account) : { as: 'sign_in' }
  const kept = await app.db.transaction(scope, (tx) => listAnswers(tx, found.account?.id ?? nobody))
  const isRight = await checkAnswers(app, request, { ...found, kept })
  await app.db.transaction(scope, async (tx) => {
    const { account } = found
    const isSent = isRight && account?.state === 'active' && (await sendLink(tx, app, account))
    await record(tx, guest, app.clock.now(), {
      action: 'password.reset_asked',
      subject: { kind: kindAt(request.door), id: account?.id ?? 'unknown' },
      employerId: account?.employerId ?? null,
      details: { door: request.door, sent: isSent },
    })
  })
}

interface Found {
  readonly account: Account | undefined
  readonly mayAnswer: boolean
}

async function findAsked(
  tx: Tx,
  app: AppContext,
  request: ResetRequest,
  login: string,
): Promise<Found | undefined> {
  const now = app.clock.now()
  const place = addressKey(request)
  const asked = await throttle(tx, `reset ${place}`, requestsFromOnePlace, now)
  if (!asked.allowed) return undefined
  const account = await findAccountAt(tx, request.door, login)
  const who = `answers ${kindAt(request.door)} ${createHash('sha256').update(login).digest('base64url')}`
  const here = await throttle(tx, `${who} ${place}`, answersFromOnePlace, now)
  const everywhere = await throttle(tx, who, answersFromEverywhere, now)
  return { account, mayAnswer: here.allowed && everywhere.allowed }
}

/** Where the fund asks no questions, or this door has none, the link alone decides. */
async function checkAnswers(
  app: AppContext,
  request: ResetRequest,
  { kept, mayAnswer }: Pick<Found, 'mayAnswer'> & { readonly kept: readonly HashedAnswer[] },
): Promise<boolean> {
  if (!asksQuestionsAt(request.door, app.config.secretQuestions)) return true
  const isRight = await areRightAnswers(app, kept, request.answers)
  return isRight && (mayAnswer || kept.length === 0)
}

/** None for payment profiles (the leaflet gives them none) nor for agents. */
export function asksQuestionsAt(door: Door, fundAsks: boolean): boolean {
  return fundAsks && door !== 'e-paiement' && door !== 'agence' && door !== 'administration'
}

async function sendLink(tx: Tx, app: AppContext, account: Account): Promise<boolean> {
  const now = app.clock.now()
  const turn = await throttle(tx, `reset-mails ${account.id}`, mailsLimit, now)
  if (!turn.allowed) return false
  const linkId = await createAccountLink(tx, app, account, {
    purpose: 'reset_password',
    hours: resetHours,
  })
  await queueMail(tx, resetMail, {
    to: account.email,
    language: account.language,
    props: { name: fullName(account), login: account.login, hours: resetHours, by: 'owner' },
    employerId: account.employerId,
    linkId,
    at: now,
  })
  return true
}
