import { formatDate, localDate } from '../calendar/index.ts'
import { centimes, formatDirhams } from '../money/index.ts'
import type { Tx } from '../platform/db/database.ts'
import { mailTemplate } from '../platform/mail/message.ts'
import { paths } from '../web/paths.ts'
import { type Words, wordsIn } from '../web/words/index.ts'
import { adviceOn } from './hold-advice.ts'
import type { Hold, HoldReason } from './hold.ts'
import type { OrderKind } from './payment-order.ts'
import type { KeptOrder } from './store/orders.ts'
import { mailReaders, type OrderMail, writeToReaders } from './mail-readers.ts'
import { listPaymentUsers } from './store/people.ts'

type Held = { debitOn: string; reason: HoldReason; kind: OrderKind }

/** An order stayed behind: which, why, to whom to speak, what next. */
export const orderHeldMail = mailTemplate<OrderMail & Held>(
  'order-held',
  ({ name, reference, ...props }, { language, baseUrl }) => {
    const { holds, mails } = wordsIn(language).payments
    const amount = formatDirhams(centimes(BigInt(props.amount)), language)
    const day = formatDate(localDate(props.debitOn), language)
    const { why, who, next } = adviceOn(holds, props.kind, props.reason)
    return {
      subject: holds.mail.subject(reference),
      blocks: [
        { paragraph: mails.hello(name) },
        { paragraph: holds.mail.text(amount, day) },
        {
          list: [
            { label: holds.whyLabel, value: why },
            { label: holds.whoLabel, value: who },
            { label: holds.nextLabel, value: next },
          ],
        },
        { code: reference },
        {
          link: props.isDelegate
            ? doorOfDelegate(props, { holds, baseUrl })
            : { label: mails.seeIt, url: baseUrl + paths.payments.order({ id: props.orderId }) },
        },
      ],
    }
  },
)

/** What the delegate mends; the rest is for the people of the payments, and theirs only where there is nobody else. */
const forDelegate: ReadonlySet<HoldReason> = new Set([
  'account_closed',
  'mandate_ended',
  'mandate_unsigned',
  'not_systematic',
])

/** Accounts and mandates are in «Informations Générales»; what is for an Ordonnateur begins with there being one. */
function doorOfDelegate(
  { kind, reason }: Pick<Held, 'kind' | 'reason'>,
  { holds, baseUrl }: { readonly holds: Words['payments']['holds']; readonly baseUrl: string },
) {
  return kind === 'systematic' || forDelegate.has(reason)
    ? { label: holds.mail.openInformation, url: baseUrl + paths.administration.information() }
    : {
        label: holds.mail.openUsers,
        url: baseUrl + paths.administration.users({ cell: 'profils' }),
      }
}

/**
 * The maker, who may change it; everybody of a debit that nobody drew up, and the delegate, who is the only one some companies have;
 * the delegate for what only they mend, and where nobody else is left to be told.
 */
export async function tellHeld(tx: Tx, order: KeptOrder, { reason, at }: Hold): Promise<void> {
  const { employerId, kind } = order
  const users = (await listPaymentUsers(tx, employerId)).filter(
    (one) =>
      one.isActive && (kind === 'systematic' || one.profileId === order.drawnUpBy || one.isMaker),
  )
  const isDelegates = forDelegate.has(reason) || kind === 'systematic' || users.length === 0
  const people = await mailReaders(tx, employerId, users, { withDelegate: isDelegates })
  const said = { debitOn: order.debitOn, reason, kind }
  await writeToReaders(tx, orderHeldMail, people, { employerId, order, said, at })
}
