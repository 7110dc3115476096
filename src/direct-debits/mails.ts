import { formatDirhams } from '../money/index.ts'
import { centimes } from '../money/index.ts'
import type { KeptOrder } from '../payments/store/orders.ts'
import type { PaymentUser } from '../payments/store/people.ts'
import type { Tx } from '../platform/db/database.ts'
import { mailTemplate } from '../platform/mail/message.ts'
import { queueMail } from '../platform/mail/queue-mail.ts'
import { paths } from '../web/paths.ts'
import { wordsIn } from '../web/words/index.ts'
import type { BankAnswer } from './answer-debit.ts'
import { transfersMails } from './transfers/mails.ts'
import { reasonFamily } from '../ledger/bank-reason.ts'

type AnswerProps = {
  name: string
  reference: string
  orderId: string
  amount: string
  outcome: 'settled' | 'rejected'
  reason: string
  frozen: boolean
}

/** To the people of an order: the bank's word, why, and what to do next. */
export const bankAnswerMail = mailTemplate<AnswerProps>('bank-answer', (props, around) => {
  const { payments, debits } = wordsIn(around.language)
  const amount = formatDirhams(centimes(BigInt(props.amount)), around.language)
  const { mails } = debits
  return {
    subject: mails.subject[props.outcome],
    blocks: [
      { paragraph: payments.mails.hello(props.name) },
      { paragraph: mails.text[props.outcome](amount) },
      ...(props.outcome === 'rejected'
        ? [{ paragraph: debits.reasons[reasonFamily(props.reason)](props.reason) }]
        : []),
      ...(props.frozen ? [{ paragraph: mails.frozen }] : []),
      { code: props.reference },
      {
        link: {
          label: payments.mails.seeIt,
          url: around.baseUrl + paths.payments.order({ id: props.orderId }),
        },
      },
    ],
  }
})

interface Answered {
  readonly users: readonly PaymentUser[]
  readonly order: KeptOrder
  readonly said: BankAnswer
  readonly frozen: boolean
  readonly at: Date
}

/** The maker always; the validators when something went wrong; everybody of a debit that nobody drew up. */
export async function tellAnswer(tx: Tx, { users, order, said, frozen, at }: Answered) {
  const concerned = users.filter(
    (one) =>
      one.isActive &&
      (order.kind === 'systematic' ||
        one.profileId === order.drawnUpBy ||
        (said.outcome === 'rejected' && one.isValidator)),
  )
  for (const user of concerned) {
    await queueMail(tx, bankAnswerMail, {
      to: user.email,
      language: user.language,
      props: {
        name: user.name,
        reference: order.reference,
        orderId: order.id,
        amount: order.amount.toString(),
        outcome: said.outcome,
        reason: said.reason,
        frozen,
      },
      employerId: order.employerId,
      at,
    })
  }
}

export const debitsMails = [bankAnswerMail, ...transfersMails]
