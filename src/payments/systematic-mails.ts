import { addDays, formatDate, type LocalDate, localDate } from '../calendar/index.ts'
import { centimes, type Dirhams, formatDirhams } from '../money/index.ts'
import type { Tx } from '../platform/db/database.ts'
import { mailTemplate } from '../platform/mail/message.ts'
import { paths } from '../web/paths.ts'
import { type Words, wordsIn } from '../web/words/index.ts'
import { mailReaders, type OrderMail, writeToReaders } from './mail-readers.ts'
import { listPaymentUsers } from './store/people.ts'

type About = 'announced' | 'withdrawn' | 'opposed'

/** To the people of the payments, and the delegate: a debit comes, or comes no more. */
export const systematicDebitMail = mailTemplate<OrderMail & { debitOn: string; about: About }>(
  'systematic-debit',
  (props, { language, baseUrl }) => {
    const { mails } = wordsIn(language).payments
    const own = mails.systematic
    const amount = formatDirhams(centimes(BigInt(props.amount)), language)
    const day = localDate(props.debitOn)
    return {
      subject: own.subject[props.about],
      blocks: [
        { paragraph: mails.hello(props.name) },
        { paragraph: own.text[props.about](amount, formatDate(day, language)) },
        ...(props.about === 'announced'
          ? [{ paragraph: own.untilEve(formatDate(addDays(day, -1), language)) }]
          : []),
        { code: props.reference },
        {
          link: props.isDelegate
            ? doorOfDelegate(props.about, { mails: own, baseUrl })
            : { label: mails.seeIt, url: baseUrl + paths.payments.order({ id: props.orderId }) },
        },
      ],
    }
  },
)

/** Who may oppose is among the users that the delegate keeps; the account and its mandate are the delegate's own matter. */
function doorOfDelegate(
  about: About,
  {
    mails,
    baseUrl,
  }: { readonly mails: Words['payments']['mails']['systematic']; readonly baseUrl: string },
) {
  return about === 'announced'
    ? { label: mails.openUsers, url: baseUrl + paths.administration.users({ cell: 'profils' }) }
    : { label: mails.openInformation, url: baseUrl + paths.administration.information() }
}

interface Told {
  readonly order: {
    readonly id: string
    readonly reference: string
    readonly amount: Dirhams
    readonly debitOn: LocalDate
  }
  readonly employerId: string
  readonly at: Date
  readonly about: About
}

export async function tellSystematic(
  tx: Tx,
  { order, employerId, at, about }: Told,
): Promise<void> {
  const users = (await listPaymentUsers(tx, employerId)).filter(({ isActive }) => isActive)
  const people = await mailReaders(tx, employerId, users, { withDelegate: true })
  const said = { debitOn: order.debitOn, about }
  await writeToReaders(tx, systematicDebitMail, people, { employerId, order, said, at })
}
