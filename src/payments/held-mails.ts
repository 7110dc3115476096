import { findDelegateInFunction } from '../access/store/delegates.ts'
import { formatDate, localDate } from '../calendar/index.ts'
import { centimes, formatDirhams } from '../money/index.ts'
import type { Tx } from '../platform/db/database.ts'
import { mailTemplate } from '../platform/mail/message.ts'
import { queueMail } from '../platform/mail/queue-mail.ts'
import { paths } from '../web/paths.ts'
import { wordsIn } from '../web/words/index.ts'
import type { Hold, HoldReason } from './hold.ts'
import type { KeptOrder } from './store/orders.ts'
import { listPaymentUsers } from './store/people.ts'

type HeldProps = {
  name: string
  reference: string
  orderId: string
  amount: string
  debitOn: string
  reason: HoldReason
  /** The delegate opens no order: the link leads to where they act. */
  isDelegate: boolean
}

/** An order stayed behind: which, why, to whom to speak, what next. */
export const orderHeldMail = mailTemplate<HeldProps>(
  'order-held',
  ({ name, reference, reason, ...props }, { language, baseUrl }) => {
    const { holds, mails } = wordsIn(language).payments
    const amount = formatDirhams(centimes(BigInt(props.amount)), language)
    const day = formatDate(localDate(props.debitOn), language)
    return {
      subject: holds.mail.subject(reference),
      blocks: [
        { paragraph: mails.hello(name) },
        { paragraph: holds.mail.text(amount, day) },
        {
          list: [
            { label: holds.whyLabel, value: holds.why[reason] },
            { label: holds.whoLabel, value: holds.who[reason] },
            { label: holds.nextLabel, value: holds.next[reason] },
          ],
        },
        { code: reference },
        props.isDelegate
          ? {
              link: {
                label: holds.mail.openInformation,
                url: baseUrl + paths.administration.information(),
              },
            }
          : {
              link: {
                label: mails.seeIt,
                url: baseUrl + paths.payments.order({ id: props.orderId }),
              },
            },
      ],
    }
  },
)

/** What the delegate mends; the rest is for the people of the payments alone. */
const forDelegate: ReadonlySet<HoldReason> = new Set([
  'account_closed',
  'mandate_ended',
  'mandate_unsigned',
  'not_systematic',
])

/** The maker, who may change it; everybody of a debit that nobody drew up; the delegate for what only they mend. */
export async function tellHeld(tx: Tx, order: KeptOrder, { reason, at }: Hold): Promise<void> {
  const { employerId } = order
  const users = (await listPaymentUsers(tx, employerId)).filter(
    (one) =>
      one.isActive &&
      (order.kind === 'systematic' || one.profileId === order.drawnUpBy || one.isMaker),
  )
  const delegate = forDelegate.has(reason) ? await findDelegateInFunction(tx, employerId) : null
  const people = [
    ...users.map((user) => ({ ...user, isDelegate: false })),
    ...(delegate
      ? [
          {
            ...delegate,
            name: `${delegate.firstName} ${delegate.lastName}`.trim(),
            isDelegate: true,
          },
        ]
      : []),
  ]
  for (const { name, email, language, isDelegate } of people) {
    await queueMail(tx, orderHeldMail, {
      to: email,
      language,
      props: {
        name,
        reference: order.reference,
        orderId: order.id,
        amount: order.amount.toString(),
        debitOn: order.debitOn,
        reason,
        isDelegate,
      },
      employerId,
      at,
    })
  }
}
