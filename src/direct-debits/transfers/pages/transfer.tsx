import { formatDate } from '../../../calendar/index.ts'
import { maskedRib } from '../../../employers/rib.ts'
import { formatDirhams } from '../../../money/index.ts'
import { AgencyPage } from '../../../web/agency-page.tsx'
import { BackLink } from '../../../web/components/back-link.tsx'
import { DateText } from '../../../web/components/date-text.tsx'
import { DescriptionList } from '../../../web/components/description-list.tsx'
import { Money } from '../../../web/components/money.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import { StatusTag } from '../../../web/components/status-tag.tsx'
import type { Tone } from '../../../web/components/shape.tsx'
import { Table } from '../../../web/components/table.tsx'
import type { Fields, Mistakes } from '../../../web/form.ts'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { type TransferState, waits } from '../received-transfer.ts'
import type { TransferView } from '../views.ts'
import { AttributeTransfer } from './attribute-transfer.tsx'
import { Attributed, KeepTransfer, RefundTransfer } from './decide-transfer.tsx'
import { noteOf } from './note-of.ts'

export type SentForm = 'chercher' | 'attribuer' | 'garder' | 'reprendre'

export interface TransferPageProps {
  readonly view: TransferView
  /** The N° Adhérent that the agent named, as typed. */
  readonly number: string
  readonly errors?: Mistakes | undefined
  readonly typed?: Fields | undefined
  readonly sent?: SentForm | undefined
}

const tones: Readonly<Record<TransferState, Tone>> = {
  to_decide: 'wait',
  to_identify: 'wait',
  to_refund: 'wait',
  attributed: 'done',
  refunded: 'off',
  no_payment: 'off',
}

/** One transfer: what the bank said of it, whose it may be, and what was decided. */
export function ReceivedTransferPage(props: TransferPageProps) {
  const { view, errors = {}, sent } = props
  const { words, language } = useVisit()
  const said = words.receivedTransfers
  const { transfer } = view
  const { amount, bookedOn, state } = transfer
  const title = said.one.title(formatDirhams(amount, language), formatDate(bookedOn, language))
  return (
    <AgencyPage title={title} place="collections" errors={errors} errorsPrefix={sent}>
      <BackLink href={paths.agency.receivedTransfers()}>{said.title}</BackLink>
      <PageHead
        title={title}
        lead={<StatusTag tone={tones[state]}>{said.states[state]}</StatusTag>}
      />
      <Facts view={view} />
      {waits(transfer) ? (
        <>
          <AttributeTransfer {...props} />
          {state === 'to_refund' ? <RefundTransfer {...props} /> : null}
          <KeepTransfer {...props} />
        </>
      ) : null}
      <Attributed {...props} />
      <History view={view} />
    </AgencyPage>
  )
}

function Facts({ view: { transfer } }: Pick<TransferPageProps, 'view'>) {
  const said = useVisit().words.receivedTransfers
  const { payerName, payerRib, written, bankReference } = transfer
  const note = noteOf(transfer, said)
  const known = Object.hasOwn(said.because, transfer.note)
  return (
    <DescriptionList
      rows={[
        { term: said.columns.payer, value: <bdi>{payerName || said.unnamed}</bdi> },
        {
          term: said.one.account,
          value: payerRib ? <bdi dir="ltr">{maskedRib(payerRib)}</bdi> : said.one.noAccount,
        },
        {
          term: said.columns.written,
          value: written ? <bdi>{written}</bdi> : said.nothingWritten,
        },
        ...(bankReference
          ? [{ term: said.one.bankReference, value: <Reference>{bankReference}</Reference> }]
          : []),
        ...(note ? [{ term: known ? said.columns.why : said.one.note, value: note }] : []),
      ]}
    />
  )
}

/** What it moved on the suspense account, in the order of the writing. */
function History({ view: { history } }: Pick<TransferPageProps, 'view'>) {
  const { suspense, columns } = useVisit().words.receivedTransfers
  return (
    <section>
      <h2>{suspense.title}</h2>
      <Table
        caption={suspense.title}
        dense
        rows={history}
        columns={[
          { head: suspense.what, cell: ({ kind }) => suspense.kinds[kind] },
          { head: suspense.when, cell: ({ at }) => <DateText date={at} /> },
          { head: columns.amount, numeric: true, cell: ({ amount }) => <Money amount={amount} /> },
        ]}
      />
    </section>
  )
}
