import { centimes, formatDirhams, zeroDirhams } from '../money/index.ts'
import { interestLeftOn } from '../payments/interest-left.ts'
import { mailReaders, type OrderMail, writeToReaders } from '../payments/mail-readers.ts'
import type { KeptOrder } from '../payments/store/orders.ts'
import type { PaymentUser } from '../payments/store/people.ts'
import type { Tx } from '../platform/db/database.ts'
import { mailTemplate } from '../platform/mail/message.ts'
import { queueMail } from '../platform/mail/queue-mail.ts'
import { paths } from '../web/paths.ts'
import { wordsIn } from '../web/words/index.ts'
import type { BankAnswer } from './answer-debit.ts'
import { findAgentToTell } from './store/agents.ts'
import { transfersMails } from './transfers/mails.ts'
import { reasonFamily } from '../ledger/bank-reason.ts'

type Said = {
  outcome: 'settled' | 'rejected'
  reason: string
  frozen: boolean
  /** Late interest that its dues leave to pay, in centimes; absent of mails that waited since before it was told. */
  interestLeft?: string
}

/** To the people of an order: the bank's word, why, and what to do next. */
const bankAnswerMail = mailTemplate<OrderMail & Said>('bank-answer', (props, around) => {
  const { payments, debits } = wordsIn(around.language)
  const amount = formatDirhams(centimes(BigInt(props.amount)), around.language)
  const interestLeft = centimes(BigInt(props.interestLeft ?? '0'))
  const { mails } = debits
  return {
    subject: mails.subject[props.outcome],
    blocks: [
      { paragraph: payments.mails.hello(props.name) },
      { paragraph: mails.text[props.outcome](amount) },
      ...(props.outcome === 'rejected'
        ? [{ paragraph: debits.reasons[reasonFamily(props.reason)](props.reason) }]
        : []),
      ...(interestLeft > 0n
        ? [{ paragraph: mails.interestLeft(formatDirhams(interestLeft, around.language)) }]
        : []),
      ...(props.frozen ? [{ paragraph: mails.frozen }] : []),
      { code: props.reference },
      {
        link: props.isDelegate
          ? {
              label: mails.openInformation,
              url: around.baseUrl + paths.administration.information(),
            }
          : {
              label: payments.mails.seeIt,
              url: around.baseUrl + paths.payments.order({ id: props.orderId }),
            },
      },
    ],
  }
})

/** To the agent who made the file of the day: orders stayed behind, and where they read why. */
const ordersHeldMail = mailTemplate<{ name: string; count: number }>(
  'orders-held',
  ({ name, count }, { language, baseUrl }) => {
    const { payments, debits } = wordsIn(language)
    const { held } = debits
    return {
      subject: held.mail.subject(count),
      blocks: [
        { paragraph: payments.mails.hello(name) },
        { paragraph: held.mail.text(count) },
        { link: { label: held.mail.see, url: `${baseUrl}${paths.agency.collections()}#retenus` } },
      ],
    }
  },
)

/** Nobody when nothing was held back. */
export async function tellAgentOfHolds(
  tx: Tx,
  { agentId, count, at }: { readonly agentId: string; readonly count: number; readonly at: Date },
): Promise<void> {
  const agent = count === 0 ? undefined : await findAgentToTell(tx, agentId)
  if (!agent) return
  const { name, email, language } = agent
  const props = { name, count }
  await queueMail(tx, ordersHeldMail, { to: email, language, props, employerId: null, at })
}

interface Answered {
  readonly users: readonly PaymentUser[]
  readonly order: KeptOrder
  readonly said: BankAnswer
  readonly frozen: boolean
  readonly at: Date
}

/**
 * The maker always; the validators when something went wrong; everybody of a debit that nobody drew up; the delegate when a
 * mandate is frozen.
 */
export async function tellAnswer(tx: Tx, { users, order, said, frozen, at }: Answered) {
  const concerned = users.filter(
    (one) =>
      one.isActive &&
      (order.kind === 'systematic' ||
        one.profileId === order.drawnUpBy ||
        (said.outcome === 'rejected' && one.isValidator)),
  )
  const people = await mailReaders(tx, order.employerId, concerned, { withDelegate: frozen })
  const interestLeft = said.outcome === 'settled' ? await interestLeftOn(tx, order) : zeroDirhams
  await writeToReaders(tx, bankAnswerMail, people, {
    employerId: order.employerId,
    order,
    said: {
      outcome: said.outcome,
      reason: said.reason,
      frozen,
      interestLeft: String(interestLeft),
    },
    at,
  })
}

export const debitsMails = [bankAnswerMail, ordersHeldMail, ...transfersMails]
