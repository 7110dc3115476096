import { formatDate, localDate } from '../../calendar/index.ts'
import { centimes, formatDirhams } from '../../money/index.ts'
import type { NewAttribution } from '../../ledger/transfers/store/attributions.ts'
import type { Tx } from '../../platform/db/database.ts'
import { mailTemplate } from '../../platform/mail/message.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { paths } from '../../web/paths.ts'
import { wordsIn } from '../../web/words/index.ts'
import { listPeopleOfAccount } from './people-of-account.ts'

type About = 'attributed' | 'taken_back'

type TransferProps = {
  name: string
  amount: string
  bookedOn: string
  payer: string
  about: About
  /** Of an attribution that was taken back. */
  reason: string
  /** The printed order whose reference it carries, when the company had withdrawn it. */
  withdrawn?: string
  /** Reads the account online; the delegate does not, and may open it to somebody. */
  reads: boolean
}

/** Where the delegate opens the account to somebody. */
const nobodyReads = paths.administration.users({ cell: 'compte-adherent' })

/** A transfer is on the account of the company, or is no longer. */
const transferMail = mailTemplate<TransferProps>(
  'transfer-attributed',
  (props, { language, baseUrl }) => {
    const { payments, receivedTransfers } = wordsIn(language)
    const own = receivedTransfers.mails
    const amount = formatDirhams(centimes(BigInt(props.amount)), language)
    const day = formatDate(localDate(props.bookedOn), language)
    return {
      subject: own.subject[props.about],
      blocks: [
        { paragraph: payments.mails.hello(props.name) },
        { paragraph: own.text[props.about](amount, day) },
        ...(props.payer ? [{ paragraph: own.payer(props.payer) }] : []),
        ...(props.withdrawn ? [{ paragraph: own.withdrawn(props.withdrawn) }] : []),
        ...(props.reason ? [{ paragraph: own.reason(props.reason) }] : []),
        {
          link: props.reads
            ? { label: own.see, url: baseUrl + paths.employerAccount.statement() }
            : { label: own.nobodyReads, url: baseUrl + nobodyReads },
        },
      ],
    }
  },
)

interface News {
  readonly about: About
  readonly reason: string
  readonly withdrawn?: string
  readonly at: Date
}

/** Whoever reads the account of the company; its delegate when nobody does. */
export async function tellCompany(
  tx: Tx,
  { employerId, amount, bookedOn, payerName }: NewAttribution,
  { about, reason, withdrawn = '', at }: News,
): Promise<void> {
  for (const { name, email, language, reads } of await listPeopleOfAccount(tx, employerId)) {
    await queueMail(tx, transferMail, {
      to: email,
      language,
      props: {
        name,
        amount: amount.toString(),
        bookedOn,
        payer: payerName,
        about,
        reason,
        withdrawn,
        reads,
      },
      employerId,
      at,
    })
  }
}

export const transfersMails = [transferMail]
