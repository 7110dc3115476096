import { addDays, formatDate, type LocalDate, localDate } from '../calendar/index.ts'
import { centimes, type Dirhams, formatDirhams } from '../money/index.ts'
import type { Tx } from '../platform/db/database.ts'
import { mailTemplate } from '../platform/mail/message.ts'
import { queueMail } from '../platform/mail/queue-mail.ts'
import { paths } from '../web/paths.ts'
import { type Words, wordsIn } from '../web/words/index.ts'
import { mailReaders } from './mail-readers.ts'
import { listPaymentUsers } from './store/people.ts'

type About = 'announced' | 'withdrawn' | 'opposed'

type SystematicProps = {
  name: string
  reference: string
  orderId: string
  amount: string
  debitOn: string
  about: About
  /** The delegate opens no order: the link leads to where they act. */
  isDelegate?: boolean
}

/** To the people of the payments, and the delegate: a debit comes, or comes no more. */
export const systematicDebitMail = mailTemplate<SystematicProps>(
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
  for (const { name, email, language, isDelegate } of people) {
    await queueMail(tx, systematicDebitMail, {
      to: email,
      language,
      props: {
        name,
        reference: order.reference,
        orderId: order.id,
        amount: order.amount.toString(),
        debitOn: order.debitOn,
        about,
        isDelegate,
      },
      employerId,
      at,
    })
  }
}
