import { z } from 'zod'
import { systemActor } from '../actors/actor.ts'
import { record } from '../audit/record.ts'
import type { AppContext } from '../context.ts'
import type { Letter } from '../letters/letter.ts'
import type { Tx } from '../platform/db/database.ts'
import { voidLinks } from '../platform/links/links.ts'
import { queueMail } from '../platform/mail/queue-mail.ts'
import { emailAddress } from '../web/form.ts'
import { changeAccount, findAccount } from './store/accounts.ts'
import { fullName } from './accounts.ts'
import { findDelegateConcerned } from './delegate-concerned.ts'
import { delegateEmailChangedMail } from './delegate-mails.ts'

const dataOf = z.object({ newEmail: emailAddress('the address of the letter is not one') })

/** The address that a letter «Mise à jour de l'e-mail» asks for; a letter without one is a fault of ours. */
export function newEmailOf(letter: Letter): string {
  return dataOf.parse(letter.data).newEmail
}

/**
 * The signed letter «Mise à jour de l'e-mail de la personne déléguée» takes effect, after the delay told to the old
 * address: links sent to the old address die, and both addresses are told (leaflet; decision: letters).
 */
export async function changeDelegateEmail(tx: Tx, app: AppContext, letter: Letter): Promise<void> {
  const now = app.clock.now()
  const newEmail = newEmailOf(letter)
  const delegate = await findDelegateConcerned(tx, app, letter)
  const account = delegate && (await findAccount(tx, 'delegate', delegate.id))
  if (!account) return
  await changeAccount(tx, account, { email: newEmail })
  await voidLinks(tx, account.id, now)
  for (const to of new Set([account.email, newEmail])) {
    await queueMail(tx, delegateEmailChangedMail, {
      to,
      language: account.language,
      props: {
        name: fullName(account),
        newEmail,
        company: account.employerName ?? '',
        employerNumber: account.login,
        reference: letter.reference,
        fundEmail: app.config.fund.agencyEmail,
      },
      employerId: account.employerId,
      at: now,
    })
  }
  await record(tx, systemActor('letters'), now, {
    action: 'delegate.email_changed',
    subject: { kind: 'delegate', id: account.id },
    employerId: account.employerId,
    details: { letter: letter.reference },
  })
}
