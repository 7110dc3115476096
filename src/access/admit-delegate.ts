import type { Actor } from '../actors/actor.ts'
import { record } from '../audit/record.ts'
import { todayIn } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { getEmployer } from '../employers/store/employers.ts'
import { getParameter } from '../parameters/parameters.ts'
import type { Tx } from '../platform/db/database.ts'
import { queueMail } from '../platform/mail/queue-mail.ts'
import { type Account, fullName } from './accounts.ts'
import type { NewDelegate } from './delegates.ts'
import { createAccountLink } from './link-holder.ts'
import { delegateAdmittedMail, delegateAdmittedNotice } from './admitted-mails.ts'
import { findAccount } from './store/accounts.ts'
import { insertDelegate } from './store/delegates.ts'

export interface AdmittedDelegate {
  readonly employerId: string
  readonly delegate: Omit<NewDelegate, 'passwordHash'>
  /** The file that named them, and who asked that it be applied. */
  readonly file: string
  readonly askedBy: string
}

/**
 * Puts in office a delegate whom the fund knows from paper, where nobody is: without a password, with a single-use link to
 * choose one. The company is told at its own address, so that a stranger is noticed (decision 0056).
 */
// oxlint-disable-next-line max-params -- the transaction, the portal, who, whom
export async function admitDelegate(
  tx: Tx,
  app: AppContext,
  actor: Actor,
  { employerId, delegate, file, askedBy }: AdmittedDelegate,
): Promise<void> {
  const now = app.clock.now()
  const id = await insertDelegate(tx, employerId, { ...delegate, passwordHash: null }, now)
  await record(tx, actor, now, {
    action: 'delegate.admitted',
    subject: { kind: 'delegate', id },
    employerId,
    details: { name: fullName(delegate), file, askedBy },
  })
  const account = await findAccount(tx, 'delegate', id)
  if (!account) throw new Error(`delegate ${id} was just put in office and is not there`)
  await tellDelegate(tx, app, account)
  await tellCompany(tx, app, account)
}

async function tellDelegate(tx: Tx, app: AppContext, account: Account): Promise<void> {
  const hours = await getParameter(tx, 'activation_link_hours', todayIn(app.clock))
  const linkId = await createAccountLink(tx, app, account, { purpose: 'reset_password', hours })
  await queueMail(tx, delegateAdmittedMail, {
    to: account.email,
    language: account.language,
    props: {
      name: fullName(account),
      company: account.employerName ?? '',
      employerNumber: account.login,
      hours,
      fundEmail: app.config.fund.agencyEmail,
    },
    employerId: account.employerId,
    linkId,
    at: app.clock.now(),
  })
}

async function tellCompany(tx: Tx, app: AppContext, account: Account): Promise<void> {
  const company = account.employerId ? await getEmployer(tx, account.employerId) : undefined
  if (!company?.email || company.email.toLowerCase() === account.email.toLowerCase()) return
  await queueMail(tx, delegateAdmittedNotice, {
    to: company.email,
    language: account.language,
    props: {
      name: fullName(account),
      company: company.name,
      employerNumber: company.number,
      fundEmail: app.config.fund.agencyEmail,
    },
    employerId: company.id,
    at: app.clock.now(),
  })
}
