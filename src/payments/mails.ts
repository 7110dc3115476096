import { formatDate, type LocalDate } from '../calendar/index.ts'
import type { Employer } from '../employers/employer.ts'
import { centimes, type Dirhams, formatDirhams } from '../money/index.ts'
import type { Tx } from '../platform/db/database.ts'
import { mailTemplate } from '../platform/mail/message.ts'
import { queueMail } from '../platform/mail/queue-mail.ts'
import { paths } from '../web/paths.ts'
import { wordsIn } from '../web/words/index.ts'
import { orderHeldMail } from './held-mails.ts'
import { systematicDebitMail } from './systematic-mails.ts'
import type { KeptOrder } from './store/orders.ts'
import type { PaymentUser } from './store/people.ts'

type WaitingProps = {
  name: string
  employerName: string
  reference: string
  orderId: string
  amount: string
  about: 'drawn_up' | 'edited' | 'reopened'
}

const waitsFor = { drawn_up: 'drawnUp', edited: 'edited', reopened: 'reopened' } as const

/** To each Validateur: an order waits, or changed and waits again. */
const orderWaitsMail = mailTemplate<WaitingProps>('order-waits', (props, around) => {
  const { mails } = wordsIn(around.language).payments
  const amount = formatDirhams(centimes(BigInt(props.amount)), around.language)
  return {
    subject: mails.waitsSubject(props.employerName),
    blocks: [
      { paragraph: mails.hello(props.name) },
      { paragraph: mails[waitsFor[props.about]](amount) },
      { code: props.reference },
      {
        link: {
          label: mails.readIt,
          url: around.baseUrl + paths.payments.order({ id: props.orderId }),
        },
      },
      { paragraph: mails.notYours },
    ],
  }
})

type EndedProps = {
  name: string
  reference: string
  orderId: string
  about: 'confirmed' | 'refused' | 'expired'
  by: string
  reason: string
  debitOn: LocalDate
}

/** To the Ordonnateur: what became of the order. */
const orderEndedMail = mailTemplate<EndedProps>('order-ended', (props, around) => {
  const { mails } = wordsIn(around.language).payments
  return {
    subject: mails.endedSubject[props.about],
    blocks: [
      { paragraph: mails.hello(props.name) },
      { paragraph: mails.ended[props.about](props.by, formatDate(props.debitOn, around.language)) },
      ...(props.reason ? [{ paragraph: mails.because(props.reason) }] : []),
      { code: props.reference },
      {
        link: {
          label: mails.seeIt,
          url: around.baseUrl + paths.payments.order({ id: props.orderId }),
        },
      },
    ],
  }
})

interface Waiting {
  readonly users: readonly PaymentUser[]
  /** The person who wrote it, when they have just done so. */
  readonly except: string | null
  readonly employer: Employer
  readonly order: { readonly id: string; readonly reference: string; readonly amount: Dirhams }
  readonly at: Date
  readonly about: 'drawn_up' | 'edited' | 'reopened'
}

export async function tellValidators(tx: Tx, waiting: Waiting): Promise<void> {
  const { employer, order, at, about } = waiting
  for (const user of waiting.users) {
    if (!user.isValidator || user.person === waiting.except) continue
    await queueMail(tx, orderWaitsMail, {
      to: user.email,
      language: user.language,
      props: {
        name: user.name,
        employerName: employer.name,
        reference: order.reference,
        orderId: order.id,
        amount: order.amount.toString(),
        about,
      },
      employerId: employer.id,
      at,
    })
  }
}

interface Ended {
  readonly users: readonly PaymentUser[]
  readonly order: KeptOrder
  readonly at: Date
  readonly about: 'confirmed' | 'refused' | 'expired'
  readonly by: string
  readonly reason: string
}

export async function tellMaker(
  tx: Tx,
  { users, order, at, about, by, reason }: Ended,
): Promise<void> {
  const maker = users.find((one) => one.profileId === order.drawnUpBy)
  if (!maker?.isActive) return
  await queueMail(tx, orderEndedMail, {
    to: maker.email,
    language: maker.language,
    props: {
      name: maker.name,
      reference: order.reference,
      orderId: order.id,
      about,
      by,
      reason,
      debitOn: order.debitOn,
    },
    employerId: order.employerId,
    at,
  })
}

export const paymentsMails = [orderHeldMail, systematicDebitMail, orderWaitsMail, orderEndedMail]
