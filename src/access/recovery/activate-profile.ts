import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import { todayIn } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { findEmployer } from '../../employers/store/employers.ts'
import { consumeLink, voidLinks } from '../../platform/links/links.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import type { Language } from '../../web/words/language.ts'
import { type Account, actorFor, fullName } from '../accounts.ts'
import { changeAccount, saveAgentInUse } from '../store/accounts.ts'
import { isInFunction } from '../store/delegates.ts'
import { findFirmName } from '../administration/store/firms.ts'
import { acceptOffer } from '../store/mandates.ts'
import { type BoardEntry, listBoard } from '../store/mandates-in-force.ts'
import { saveInUse } from '../store/profiles.ts'
import { findHeldLink, findScopeOfLink, type HeldLink, lockHeldLink } from '../link-holder.ts'
import { activatedMail } from '../password-mails.ts'
import { hashAnswers } from '../secret-answers.ts'
import { saveAnswers } from '../store/secret-answers.ts'
import type { ChosenAnswer } from '../secret-questions.ts'

export interface FoundInvitation {
  readonly account: Account
  /** The company that invites; for a firm's person, the one that mandates. */
  readonly companyName: string
  readonly firmName: string | null
  /** What a company offers to a firm's person, who accepts it by activating. */
  readonly offer: BoardEntry | undefined
  /** Whoever sent it has no access now: the link waits with them. */
  readonly isInviterAway: boolean
}

/** What the activation page shows. A link that may not be used finds nothing, whatever the reason. */
export async function findInvitation(
  app: AppContext,
  token: string,
): Promise<FoundInvitation | undefined> {
  const scope = await findScopeOfLink(app, 'activate', token)
  if (!scope) return undefined
  const found = await app.db.transaction(scope, async (tx) => {
    const held = await findHeldLink(tx, app, 'activate', token)
    if (!held) return undefined
    const { account, link } = held
    const company = link.employerId && (await findEmployer(tx, link.employerId))
    return {
      account,
      companyId: link.employerId,
      companyName: company ? company.name : '',
      firmName: account.firmId && (await findFirmName(tx, account.firmId)),
      isInviterAway: !(await isInviterInFunction(tx, held)),
    }
  })
  return found && { ...found, offer: await findOffer(app, found.account, found.companyId) }
}

function findOffer(app: AppContext, { id, firmId }: Account, employerId: string | null) {
  if (!firmId || !employerId) return undefined
  return app.db.transaction({ as: 'firm', profileId: id }, async (tx) => {
    const board = await listBoard(tx, id, todayIn(app.clock))
    return board.find(({ employer, state }) => employer.id === employerId && state === 'offered')
  })
}

export interface Activation {
  readonly token: string
  readonly password: string
  readonly answers: readonly ChosenAnswer[]
  readonly language: Language
}

/**
 * The user, or the new agent, chooses their own password and, outside E@syPaiement, two secret questions; what the
 * delegate offered with the invitation becomes theirs (leaflet, «Renseigner les questions secrètes»; product A4).
 * They are not signed in.
 */
export async function activateProfile(app: AppContext, chosen: Activation): Promise<Account> {
  const scope = await findScopeOfLink(app, 'activate', chosen.token)
  if (!scope) return refuse('access.link_dead')
  const passwordHash = await app.passwords.hash(chosen.password)
  const answers = await hashAnswers(app, chosen.answers)
  return app.db.transaction(scope, async (tx) => {
    const now = app.clock.now()
    const held = await lockHeldLink(tx, app, 'activate', chosen.token)
    if (!held) return refuse('access.link_dead')
    if (!(await isInviterInFunction(tx, held))) return refuse('access.inviter_away')
    const { account, link } = held
    if (!(await consumeLink(tx, link.id, now))) return refuse('access.link_dead')
    await changeAccount(tx, account, {
      password_hash: passwordHash,
      password_set_at: now,
      language: chosen.language,
    })
    if (account.kind === 'agent') await saveAgentInUse(tx, account.id, now)
    else await saveInUse(tx, account.id, now)
    await saveAnswers(tx, account.id, answers)
    // Another company's offer is answered on the firm's board.
    if (link.employerId) await acceptOffer(tx, link.employerId, account.id, now)
    await voidLinks(tx, account.id, now)
    await queueMail(tx, activatedMail, {
      to: account.email,
      language: chosen.language,
      props: {
        name: fullName(account),
        login: account.login,
        fundEmail: app.config.fund.agencyEmail,
      },
      employerId: link.employerId,
      at: now,
    })
    await record(tx, actorFor(account), now, {
      action: account.kind === 'agent' ? 'agent.activated' : 'user.activated',
      subject: { kind: account.kind, id: account.id },
      employerId: link.employerId,
    })
    return account
  })
}

/** An invitation is worth what its sender is: nothing once they are suspended or replaced (quality AT62). */
async function isInviterInFunction(tx: Tx, { link }: HeldLink): Promise<boolean> {
  const { delegateId } = link.payload
  return typeof delegateId !== 'string' || isInFunction(tx, delegateId)
}
