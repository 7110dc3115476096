import { formatDateTime, formatQuarterInWords } from '../../calendar/index.ts'
import { maskedRib } from '../../employers/rib.ts'
import { BackLink } from '../../web/components/back-link.tsx'
import { DateText } from '../../web/components/date-text.tsx'
import { DescriptionList } from '../../web/components/description-list.tsx'
import { Figure, Sheet } from '../../web/components/figure.tsx'
import { Money } from '../../web/components/money.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import { Reference } from '../../web/components/reference.tsx'
import { Table } from '../../web/components/table.tsx'
import type { Fields, Mistakes } from '../../web/form.ts'
import { Layout } from '../../web/layout.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import type { Words } from '../../web/words/index.ts'
import type { KeptOrder } from '../store/orders.ts'
import type { OrderView } from '../view-order.ts'
import { usePaymentsBand } from './band.ts'
import { OrderChanges } from './order-changes.tsx'
import { OrderDecisions, type SentForm } from './order-decisions.tsx'
import { OrderHistory } from './order-history.tsx'
import { OrderTag } from './order-tag.tsx'
import { WhyHeld } from './why-held.tsx'

interface Props {
  readonly view: OrderView
  readonly errors?: Mistakes | undefined
  readonly typed?: Fields | undefined
  /** Which of the forms was sent. */
  readonly sent?: SentForm | undefined
}

/** The order itself, as it could be printed; then what changed, what may be done, and its history (quality US21). */
export function OrderPage({ view, errors = {}, typed, sent }: Props) {
  const said = useVisit().words.payments
  const { order } = view
  const title = said.order.title(order.reference)
  return (
    <Layout
      title={title}
      band={usePaymentsBand(view.isMaker)}
      current={paths.payments.orders()}
      errors={errors}
      errorsPrefix={sent}
    >
      <BackLink href={paths.payments.orders()}>{said.orders}</BackLink>
      <PageHead
        title={title}
        lead={
          <OrderTag
            order={order}
            missing={view.missing}
            holdsNow={view.holdsNow}
            isPrepared={isPrepared(view)}
          />
        }
      />
      <OrderSheet view={view} />
      <WhyHeld view={view} />
      <OrderChanges view={view} />
      <OrderDecisions view={view} errors={errors} typed={typed} sent={sent} />
      <OrderHistory view={view} />
    </Layout>
  )
}

/** How many people confirm it, and whether its maker may be the one: as the company decided when it was drawn up (product E2). */
function confirmationsAsked({ confirmationsRequired, selfConfirmation }: KeptOrder, words: Words) {
  const { confirmations, self } = words.payments.agreements
  if (confirmationsRequired === 2) return confirmations.two
  return selfConfirmation ? self : confirmations.one
}

/** Its file is prepared, and nobody has told that the bank has it. */
function isPrepared({ order, events }: OrderView): boolean {
  const told = new Set(events.map(({ action }) => action))
  return order.state === 'collected' && told.has('order.collected') && !told.has('order.sent')
}

/** Who pays, whom, from which account, how much, for what, when, who asked: exactly what is confirmed (product E3). */
function OrderSheet({ view }: { readonly view: OrderView }) {
  const { words, language } = useVisit()
  const { order: said, systematic } = words.payments
  const { order, account, employer } = view
  return (
    <Sheet>
      <Figure label={said.amount} value={<Money amount={order.amount} />} />
      <DescriptionList
        rows={[
          {
            term: said.payer,
            value: <bdi>{employer.name}</bdi>,
            note: <bdi dir="ltr">{employer.number}</bdi>,
          },
          { term: said.payee, value: <bdi>{view.payee}</bdi> },
          {
            term: said.account,
            value: <Reference>{maskedRib(account.rib)}</Reference>,
            note: <bdi>{account.bankName}</bdi>,
          },
          { term: said.mandate, value: <Reference>{account.mandate?.reference ?? ''}</Reference> },
          { term: said.debitOn, value: <DateText date={order.debitOn} /> },
          {
            term: said.askedBy,
            value: <bdi>{order.drawnUpBy === null ? systematic.name : view.makerName}</bdi>,
            note: formatDateTime(order.drawnUpAt, language),
          },
          ...(order.kind === 'case_by_case'
            ? [{ term: said.confirmationsAsked, value: confirmationsAsked(order, words) }]
            : []),
          ...(order.state === 'awaiting_confirmation'
            ? [{ term: said.expires, value: <DateText date={order.expiresAt} /> }]
            : []),
        ]}
      />
      <Table
        caption={said.dues}
        showCaption
        rows={order.dues}
        columns={[
          {
            head: said.quarter,
            cell: (due) => formatQuarterInWords(due.quarter, language),
          },
          { head: said.category, cell: (due) => <bdi dir="ltr">{due.category}</bdi> },
          { head: said.part, cell: (due) => words.payments.drawUp.parts[due.part] },
          { head: said.amount, numeric: true, cell: (due) => <Money amount={due.amount} /> },
        ]}
        foot={[said.total, '', '', <Money amount={order.amount} />]}
      />
    </Sheet>
  )
}
