import { formatDate, localDateAt } from '../../../calendar/index.ts'
import { writtenRib } from '../../../employers/rib.ts'
import { formatDirhams, sum } from '../../../money/index.ts'
import { Actions, Button, ButtonLink } from '../../../web/components/button.tsx'
import { Checkboxes, RadioGroup } from '../../../web/components/choices.tsx'
import { DateText } from '../../../web/components/date-text.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { Form } from '../../../web/components/form.tsx'
import { Money } from '../../../web/components/money.tsx'
import { Note } from '../../../web/components/note.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import { Table } from '../../../web/components/table.tsx'
import { TickedSum } from '../../../web/components/ticked-sum.tsx'
import { EmployerAccountPage } from '../../../web/employer-account-page.tsx'
import { type Fields, type Mistakes, text } from '../../../web/form.ts'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { colon } from '../../../web/words/language.ts'
import { dueName } from '../../../ledger/entry-label.ts'
import type { PromisedShare } from '../payable-shares.ts'
import type { FollowedOrder, TransfersView } from '../read-transfers.ts'
import { KnownPrinted, PaysAnyway } from './known-printed.tsx'
import { TransferOrderTag } from './transfer-order-tag.tsx'
import {
  mayBePrinted,
  shareName,
  type TransferOrder,
  type TransferShare,
} from '../../../ledger/transfers/transfer-order.ts'

interface Props {
  readonly view: TransfersView
  /** Without the fund's own account there is nothing to pay to. */
  readonly hasFundAccount: boolean
  readonly formKey: string
  readonly errors?: Mistakes | undefined
  readonly typed?: Fields | undefined
}

/** «Ordre de virement»: choose what it pays, print it, find it again (product C6). */
export function TransfersPage({ view, hasFundAccount, formKey, errors, typed }: Props) {
  const own = useVisit().words.ledger.transfers
  const isEmpty = view.open.free.length + view.open.promised.length === 0
  return (
    <EmployerAccountPage title={own.title} place="transfers" errors={errors}>
      <PageHead title={own.title} lead={own.lead} />
      {hasFundAccount ? null : <Note tone="warning">{own.noFundAccount}</Note>}
      {hasFundAccount && !isEmpty ? (
        <DrawUp view={view} formKey={formKey} errors={errors} typed={typed} />
      ) : null}
      {isEmpty ? <EmptyState title={own.nothing}>{own.nothingText}</EmptyState> : null}
      {view.orders.length > 0 ? <Orders view={view} /> : null}
    </EmployerAccountPage>
  )
}

function DrawUp({ view, formKey, errors, typed }: Omit<Props, 'hasFundAccount'>) {
  const { words, language } = useVisit()
  const own = words.ledger.transfers
  const { free } = view.open
  const printedOf = (share: TransferShare) =>
    view.printed.filter(({ dues }) => dues.some((due) => shareName(due) === shareName(share)))
  const ticked = free.filter((share) => printedOf(share).length === 0)
  const tickedHint = () => {
    if (ticked.length === 0) return own.noneLeft
    const total = formatDirhams(sum(ticked.map(({ amount }) => amount)), language)
    return ticked.length === free.length ? own.all(total) : own.notAll(total)
  }
  return (
    <Form
      action={paths.employerAccount.transfers()}
      errors={errors}
      typed={typed}
      idempotencyKey={formKey}
      enhance="ticked-sum"
    >
      {free.length > 0 ? (
        <Checkboxes
          name="echeances"
          label={own.which}
          hint={tickedHint()}
          values={ticked.map(shareName)}
          options={free.map((share) => ({
            value: shareName(share),
            label: <ShareLabel share={share} />,
            amount: share.amount,
            hint:
              [
                ...(share.part === 'interest' ? [words.ledger.parts.interest] : []),
                ...printedOf(share).map(({ reference, drawnAt }) =>
                  words.payments.drawUp.printed(
                    reference,
                    formatDate(localDateAt(drawnAt), language),
                  ),
                ),
              ].join(' · ') || undefined,
          }))}
        />
      ) : null}
      <Promised view={view} />
      <TickedSum />
      <Anyway errors={errors} typed={typed} />
      <KnownPrinted printed={view.printed} typed={typed} />
      <RadioGroup
        name="compte"
        label={own.from}
        value={view.accounts[0]?.id ?? 'autre'}
        options={[
          ...view.accounts.map((account) => ({
            value: account.id,
            label: <Reference>{writtenRib(account.rib)}</Reference>,
            hint: account.bankName || undefined,
          })),
          { value: 'autre', label: own.byHand, hint: own.byHandHint },
        ]}
      />
      <Actions>
        <Button>{own.drawUp}</Button>
      </Actions>
    </Form>
  )
}

function ShareLabel({ share }: { readonly share: TransferShare }) {
  const { words, language } = useVisit()
  return (
    <>
      {dueName(share, { words: words.ledger, language }) + colon(language)}
      <Money amount={share.amount} />
    </>
  )
}

/** What an order in progress is about to pay: not proposed, and chosen only knowing which order pays it too. */
function Promised({ view }: { readonly view: TransfersView }) {
  const { words, language } = useVisit()
  const own = words.ledger.transfers
  const { promised } = view.open
  if (promised.length === 0) return null
  const orderOf = ({ reference, amount, debitOn }: PromisedShare['orders'][number]) =>
    own.promised.order(reference, formatDirhams(amount, language), formatDate(debitOn, language))
  return (
    <Checkboxes
      name="promises"
      label={own.promised.title}
      hint={own.promised.hint}
      optional={view.open.free.length > 0}
      options={promised.map((share) => ({
        value: shareName(share),
        label: <ShareLabel share={share} />,
        amount: share.amount,
        hint: [
          ...(share.part === 'interest' ? [words.ledger.parts.interest] : []),
          ...share.orders.map(orderOf),
        ].join(' · '),
      }))}
    />
  )
}

/** A warning was shown, and waits for an answer. */
function Anyway({ errors, typed = {} }: Pick<Props, 'errors' | 'typed'>) {
  const { promised: own, printedAnywayHint } = useVisit().words.ledger.transfers
  const hint = text(typed, 'promises') === '' ? printedAnywayHint : own.anywayHint
  return <PaysAnyway {...{ errors, typed, hint }} label={own.anyway} />
}

function OrderLink({ order: { id, reference } }: { readonly order: TransferOrder }) {
  return (
    <a href={paths.employerAccount.transferOrder({ id })}>
      <Reference>{reference}</Reference>
    </a>
  )
}

function OrderAmount({ order: { amount, beyond } }: { readonly order: FollowedOrder }) {
  const { words, language } = useVisit()
  return (
    <>
      <Money amount={amount} />
      {beyond > 0n ? (
        <small>{words.ledger.transfers.beyond(formatDirhams(beyond, language))}</small>
      ) : null}
    </>
  )
}

function Orders({ view }: { readonly view: TransfersView }) {
  const own = useVisit().words.ledger.transfers
  return (
    <>
      <h2>{own.printed}</h2>
      <Table
        caption={own.printed}
        rows={view.orders}
        columns={[
          { head: own.reference, cell: (one) => <OrderLink order={one} /> },
          { head: own.drawnAt, cell: ({ drawnAt }) => <DateText date={drawnAt} /> },
          { head: own.state, cell: (one) => <TransferOrderTag state={one.state} /> },
          { head: own.amount, numeric: true, cell: (one) => <OrderAmount order={one} /> },
          {
            head: own.received,
            numeric: true,
            cell: ({ received }) => (received > 0n ? <Money amount={received} /> : null),
          },
          {
            head: own.print,
            hideHead: true,
            cell: ({ id, reference, state }) =>
              mayBePrinted(state) ? (
                <ButtonLink
                  href={paths.employerAccount.transferPdf({ id })}
                  download
                  hidden={reference}
                >
                  {own.print}
                </ButtonLink>
              ) : null,
          },
        ]}
      />
    </>
  )
}
