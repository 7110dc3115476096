import { formatDate } from '../../calendar/index.ts'
import { ButtonLink } from '../../web/components/button.tsx'
import { EmptyState } from '../../web/components/empty-state.tsx'
import { Money } from '../../web/components/money.tsx'
import { Note } from '../../web/components/note.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import { Pagination } from '../../web/components/pagination.tsx'
import { Table } from '../../web/components/table.tsx'
import { Layout } from '../../web/layout.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import type { ListedOrder, OrdersView } from '../view-orders.ts'
import { usePaymentsBand } from './band.ts'
import { OrderTag } from './order-tag.tsx'

/** What waits for this person first, then what is under way, then what ended. */
export function OrderListPage({ view }: { readonly view: OrdersView }) {
  const said = useVisit().words.payments
  const { ended, paging } = view
  const mine = view.open.filter((one) => one.waitsForMe)
  const open = view.open.filter((one) => !one.waitsForMe)
  const isEmpty = view.open.length + ended.length === 0
  return (
    <Layout
      title={said.title}
      band={usePaymentsBand(view.isMaker)}
      current={paths.payments.orders()}
      wide
    >
      <PageHead
        title={said.title}
        lead={said.lead(view.employer.name)}
        action={
          view.isMaker && !isEmpty ? (
            <ButtonLink href={paths.payments.drawUp()}>{said.newOrder}</ButtonLink>
          ) : undefined
        }
      />
      {view.waitsForAgreement ? (
        <Note
          tone="warning"
          title={said.agreements.waiting}
          action={<ButtonLink href={paths.payments.agreements()}>{said.agreements.see}</ButtonLink>}
        />
      ) : null}
      {isEmpty ? <Nothing isMaker={view.isMaker} /> : null}
      {view.isValidator && !isEmpty ? (
        <section>
          <h2>{said.waitingForYou}</h2>
          {mine.length > 0 ? (
            <Orders caption={said.waitingForYou} orders={mine} />
          ) : (
            <p>{said.nothingForYou}</p>
          )}
        </section>
      ) : null}
      <Section title={said.waiting} orders={open} />
      <Section title={said.ended} orders={ended} />
      <Pagination
        page={paging.page}
        pages={paging.pages}
        href={(to) => `${paths.payments.orders()}?page=${to}`}
      />
    </Layout>
  )
}

function Nothing({ isMaker }: { readonly isMaker: boolean }) {
  const said = useVisit().words.payments
  return (
    <EmptyState
      title={said.nothingTitle}
      action={
        isMaker ? (
          <ButtonLink kind="primary" href={paths.payments.drawUp()}>
            {said.newOrder}
          </ButtonLink>
        ) : undefined
      }
    >
      {isMaker ? said.nothingMaker : said.nothingValidator}
    </EmptyState>
  )
}

interface SectionProps {
  readonly title: string
  readonly orders: readonly ListedOrder[]
}

function Section({ title, orders }: SectionProps) {
  if (orders.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <Orders caption={title} orders={orders} />
    </section>
  )
}

function Orders({
  caption,
  orders,
}: {
  readonly caption: string
  readonly orders: readonly ListedOrder[]
}) {
  const { words, language } = useVisit()
  const said = words.payments
  const { columns } = said
  return (
    <Table
      caption={caption}
      rows={orders}
      columns={[
        { head: columns.reference, cell: ({ order }) => <bdi dir="ltr">{order.reference}</bdi> },
        {
          head: columns.maker,
          cell: ({ order, makerName }) => (
            <bdi>{order.drawnUpBy === null ? said.systematic.name : makerName}</bdi>
          ),
        },
        { head: columns.debitOn, cell: ({ order }) => formatDate(order.debitOn, language) },
        {
          head: columns.state,
          cell: ({ order, missing, holdsNow }) => (
            <>
              <OrderTag order={order} missing={missing} holdsNow={holdsNow} />
              {holdsNow === null ? null : <small>{said.holds.why[holdsNow]}</small>}
              {order.held && holdsNow === null ? <small>{said.holds.solved}</small> : null}
            </>
          ),
        },
        {
          head: columns.amount,
          numeric: true,
          cell: ({ order }) => <Money amount={order.amount} />,
        },
        {
          head: columns.open,
          hideHead: true,
          cell: ({ order, waitsForMe }) => (
            <ButtonLink
              kind={waitsForMe ? 'plain' : 'link'}
              href={paths.payments.order({ id: order.id })}
            >
              {waitsForMe ? said.read : said.see}
              <span class="visually-hidden"> {order.reference}</span>
            </ButtonLink>
          ),
        },
      ]}
    />
  )
}
