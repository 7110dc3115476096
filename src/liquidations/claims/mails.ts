import { listActiveLogins } from '../../access/logins.ts'
import type { EmployedActor } from '../../actors/actor.ts'
import type { Tx } from '../../platform/db/database.ts'
import { mailTemplate } from '../../platform/mail/message.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { paths } from '../../web/paths.ts'
import { wordsIn } from '../../web/words/index.ts'
import type { Claim } from './claim.ts'

type ClaimProps = { name: string; claimId: string; reference: string }

/** To whoever sent it: the receipt of a claim. No name of the person, no amount: a mail is read by others. */
const claimSentMail = mailTemplate<ClaimProps>('claim-sent', (props, around) => {
  const { mails } = wordsIn(around.language).claims
  return {
    subject: mails.sentSubject(props.reference),
    blocks: [
      { paragraph: mails.hello(props.name) },
      { paragraph: mails.sent },
      { code: props.reference },
      {
        link: {
          label: mails.open,
          url: around.baseUrl + paths.claims.claim({ id: props.claimId }),
        },
      },
    ],
  }
})

export async function tellClaimSent(
  tx: Tx,
  actor: EmployedActor,
  claim: Pick<Claim, 'id' | 'reference' | 'employerId'>,
  at: Date,
): Promise<void> {
  const user = (await listActiveLogins(tx, claim.employerId, 'liquidation')).find(
    ({ id }) => id === actor.id,
  )
  if (!user) return
  await queueMail(tx, claimSentMail, {
    to: user.email,
    language: user.language,
    props: { name: user.name, claimId: claim.id, reference: claim.reference },
    employerId: claim.employerId,
    at,
  })
}

type ToldProps = ClaimProps & {
  about:
    | 'asked'
    | 'granted'
    | 'refused'
    | 'revised'
    | 'arrears_paid'
    | 'complemented'
    | 'limitation'
    | 'infected'
    | 'infected_in_review'
}

/** To everybody of e-Liquidation@ in the company: the agency asks for something, or has decided. */
const claimToldMail = mailTemplate<ToldProps>('claim-told', (props, around) => {
  const { mails } = wordsIn(around.language).claims
  return {
    subject: mails.toldSubject[props.about](props.reference),
    blocks: [
      { paragraph: mails.hello(props.name) },
      { paragraph: mails.told[props.about] },
      { code: props.reference },
      {
        link: {
          label: mails.open,
          url: around.baseUrl + paths.claims.claim({ id: props.claimId }),
        },
      },
    ],
  }
})

/** How many were told: a company may have nobody for its claims. */
export async function tellClaimUsers(
  tx: Tx,
  claim: Pick<Claim, 'id' | 'reference' | 'employerId'>,
  about: ToldProps['about'],
  at: Date,
): Promise<number> {
  const users = await listActiveLogins(tx, claim.employerId, 'liquidation')
  for (const user of users)
    await queueMail(tx, claimToldMail, {
      to: user.email,
      language: user.language,
      props: { name: user.name, claimId: claim.id, reference: claim.reference, about },
      employerId: claim.employerId,
      at,
    })
  return users.length
}

export const claimsMails = [claimSentMail, claimToldMail]
