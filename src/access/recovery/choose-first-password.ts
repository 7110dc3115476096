import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import type { Tx } from '../../platform/db/database.ts'
import {
  consumeLink,
  type Link,
  linkToken,
  saveLinkPayload,
  voidLinks,
} from '../../platform/links/links.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { sixDigits } from '../../platform/mail/send-mail.ts'
import { sameToken, tokenHash } from '../../platform/secrets/keyring.ts'
import { type Account, actorFor, fullName } from '../accounts.ts'
import { changeAccount } from '../store/accounts.ts'
import { findHeldLink, findScopeOfLink, lockHeldLink } from '../link-holder.ts'
import { activatedMail, passwordChangedMail } from '../password-mails.ts'
import { hashAnswers } from '../secret-answers.ts'
import { saveAnswers } from '../store/secret-answers.ts'
import type { ChosenAnswer } from '../secret-questions.ts'
import { saveInUse } from '../store/profiles.ts'

const codeTries = 5

/** The account whose provisional password was typed in this browser, while its code may still be used. */
export async function findFirstPassword(
  app: AppContext,
  cookie: string | undefined,
): Promise<Account | undefined> {
  const shown = readCookie(app, cookie)
  const scope = shown && (await findScopeOfLink(app, 'first_password_code', shown.link))
  if (!scope) return undefined
  const held = await app.db.transaction(scope, (tx) => findOwn(tx, app, shown, false))
  return held?.account
}

export type FirstPasswordResult =
  | { readonly outcome: 'chosen'; readonly account: Account }
  | { readonly outcome: 'wrong_code' }
  | { readonly outcome: 'over' }

export interface FirstPassword {
  readonly cookie: string | undefined
  readonly code: string
  readonly password: string
  readonly answers: readonly ChosenAnswer[]
}

/**
 * The provisional password is replaced by the user's own, with the six digits sent to their address (decision: a
 * password typed by the delegate). Five wrong codes and it is over: the delegate starts again.
 */
export async function chooseFirstPassword(
  app: AppContext,
  chosen: FirstPassword,
): Promise<FirstPasswordResult> {
  const shown = readCookie(app, chosen.cookie)
  const scope = shown && (await findScopeOfLink(app, 'first_password_code', shown.link))
  if (!scope) return { outcome: 'over' }
  const hash = await app.passwords.hash(chosen.password)
  const answers = await hashAnswers(app, chosen.answers)
  return app.db.transaction(scope, async (tx) => {
    const now = app.clock.now()
    const held = await findOwn(tx, app, shown, true)
    if (!held) return { outcome: 'over' }
    const { account, link } = held
    if (!isRightCode(app, link, chosen.code)) return countWrongCode(tx, app, link, account)
    if (!(await consumeLink(tx, link.id, now))) return { outcome: 'over' }
    await changeAccount(tx, account, { password_hash: hash, password_set_at: now })
    await saveInUse(tx, account.id, now)
    if (answers.length > 0) await saveAnswers(tx, account.id, answers)
    await voidLinks(tx, account.id, now)
    await queueMail(tx, account.state === 'invited' ? activatedMail : passwordChangedMail, {
      to: account.email,
      language: account.language,
      props: {
        name: fullName(account),
        login: account.login,
        fundEmail: app.config.fund.agencyEmail,
      },
      employerId: account.employerId,
      at: now,
    })
    await record(tx, actorFor(account), now, {
      action: account.state === 'invited' ? 'user.activated' : 'password.reset',
      subject: { kind: 'profile', id: account.id },
    })
    return { outcome: 'chosen', account }
  })
}

interface Shown {
  /** The token of the link, whose code was mailed. */
  readonly link: string
  /** Its hash is what the link remembers of this browser. */
  readonly browser: string
}

/** The cookie holds the link's identifier and a token whose hash the link remembers. */
function readCookie(app: AppContext, cookie: string | undefined): Shown | undefined {
  const [linkId, browser] = cookie?.split('.') ?? []
  return linkId && browser ? { link: linkToken(app.keyring, linkId), browser } : undefined
}

/** No other browser than the one where the provisional password was typed may answer. */
async function findOwn(tx: Tx, app: AppContext, shown: Shown, lock: boolean) {
  const find = lock ? lockHeldLink : findHeldLink
  const held = await find(tx, app, 'first_password_code', shown.link)
  const browser = held?.link.payload['browser']
  return typeof browser === 'string' && browser === tokenHash(shown.browser).toString('base64url')
    ? held
    : undefined
}

function isRightCode(app: AppContext, link: Link, typed: string): boolean {
  return sameToken(typed.replace(/\s/g, ''), sixDigits(linkToken(app.keyring, link.id)))
}

async function countWrongCode(
  tx: Tx,
  app: AppContext,
  link: Link,
  account: Account,
): Promise<FirstPasswordResult> {
  const tries = Number(link.payload['tries'] ?? 0) + 1
  await saveLinkPayload(tx, link.id, { ...link.payload, tries })
  await record(tx, actorFor(account), app.clock.now(), {
    action: 'user.first_code_refused',
    subject: { kind: 'profile', id: account.id },
    details: { tries },
  })
  if (tries < codeTries) return { outcome: 'wrong_code' }
  await voidLinks(tx, account.id, app.clock.now(), ['first_password_code'])
  return { outcome: 'over' }
}
