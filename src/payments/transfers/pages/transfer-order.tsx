import { formatDate, localDateAt } from '../../../calendar/index.ts'
import { dueName } from '../../../ledger/entry-label.ts'
import { mayBePrinted } from '../../../ledger/transfers/transfer-order.ts'
import { formatDirhams } from '../../../money/index.ts'
import { BackLink } from '../../../web/components/back-link.tsx'
import { Actions, Button, ButtonLink } from '../../../web/components/button.tsx'
import { DateText } from '../../../web/components/date-text.tsx'
import { DescriptionList } from '../../../web/components/description-list.tsx'
import { Details } from '../../../web/components/details.tsx'
import { Form } from '../../../web/components/form.tsx'
import { Money } from '../../../web/components/money.tsx'
import { Note } from '../../../web/components/note.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Table } from '../../../web/components/table.tsx'
import { TextField } from '../../../web/components/text-field.tsx'
import { EmployerAccountPage } from '../../../web/employer-account-page.tsx'
import type { Fields, Mistakes } from '../../../web/form.ts'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import type { TransferOrderView } from '../read-transfers.ts'
import { TransferOrderTag } from './transfer-order-tag.tsx'

interface Props {
  readonly view: TransferOrderView
  readonly errors?: Mistakes | undefined
  readonly typed?: Fields | undefined
}

/** One printed «ordre de virement»: what has become of it, what it pays, and how it is withdrawn (product C6). */
export function TransferOrderPage(props: Props) {
  const { words, language } = useVisit()
  const own = words.ledger.transfers
  const { order, isOwn, isMakerGone } = props.view
  const mayEnd = mayBePrinted(order.state)
  const title = own.one(order.reference)
  return (
    <EmployerAccountPage title={title} place="transfers" errors={props.errors}>
      <BackLink href={paths.employerAccount.transfers()}>{own.title}</BackLink>
      <PageHead title={title} lead={<TransferOrderTag state={order.state} />} />
      {order.beyond > 0n ? (
        <Note tone="warning" title={own.beyondTitle(formatDirhams(order.beyond, language))}>
          {own.beyondText}
        </Note>
      ) : null}
      <Facts view={props.view} />
      <Pays view={props.view} />
      {mayEnd ? (
        <Actions>
          <ButtonLink href={paths.employerAccount.transferPdf({ id: order.id })} download>
            {own.print}
          </ButtonLink>
        </Actions>
      ) : null}
      {mayEnd && !isOwn ? (
        <p>{isMakerGone ? own.withdrawal.makerGone : own.withdrawal.byItsMaker}</p>
      ) : null}
      {mayEnd && (isOwn || isMakerGone) ? <Withdraw {...props} /> : null}
    </EmployerAccountPage>
  )
}

function Facts({ view: { order } }: Pick<Props, 'view'>) {
  const { words, language } = useVisit()
  const own = words.ledger.transfers
  const { withdrawn } = order
  return (
    <DescriptionList
      rows={[
        { term: own.amount, value: <Money amount={order.amount} /> },
        ...(order.received > 0n
          ? [{ term: own.received, value: <Money amount={order.received} /> }]
          : []),
        { term: own.drawnAt, value: <DateText date={order.drawnAt} /> },
        ...(withdrawn
          ? [
              {
                term: own.states.withdrawn,
                value: own.withdrawnOn(
                  formatDate(localDateAt(withdrawn.at), language),
                  withdrawn.reason,
                ),
              },
            ]
          : []),
        ...(order.state === 'part_received' ? [{ term: own.state, value: own.partNote }] : []),
        ...(order.state === 'lapsed' ? [{ term: own.state, value: own.lapsedNote }] : []),
      ]}
    />
  )
}

function Pays({ view: { order } }: Pick<Props, 'view'>) {
  const { words, language } = useVisit()
  const own = words.ledger.transfers
  return (
    <Table
      caption={own.pays}
      rows={order.dues}
      columns={[
        {
          head: words.ledger.situation.dueColumn,
          cell: (share) => dueName(share, { words: words.ledger, language }),
        },
        { head: own.part, cell: ({ part }) => words.ledger.parts[part] },
        { head: own.amount, numeric: true, cell: ({ amount }) => <Money amount={amount} /> },
      ]}
    />
  )
}

/** Asked once more: what it does and does not do, and why. */
function Withdraw({ view: { order }, errors = {}, typed }: Props) {
  const { words, language } = useVisit()
  const own = words.ledger.transfers.withdrawal
  return (
    <Details summary={own.open} open={Object.keys(errors).length > 0}>
      <p>{own.text}</p>
      <Form
        action={paths.employerAccount.withdrawTransfer({ id: order.id })}
        errors={errors}
        typed={typed}
      >
        <TextField name="raison" label={own.reason} hint={own.reasonHint} maxlength={200} />
        <Actions>
          <Button kind="stop">{own.send(formatDirhams(order.amount, language))}</Button>
        </Actions>
      </Form>
    </Details>
  )
}
