import { formatDate } from '../../calendar/index.ts'
import { maskedRib } from '../../employers/rib.ts'
import { AgencyPage } from '../../web/agency-page.tsx'
import { BackLink } from '../../web/components/back-link.tsx'
import { Actions, Button, ButtonLink } from '../../web/components/button.tsx'
import { Checkbox } from '../../web/components/checkbox.tsx'
import { DateText } from '../../web/components/date-text.tsx'
import { DescriptionList } from '../../web/components/description-list.tsx'
import { Form } from '../../web/components/form.tsx'
import { Money } from '../../web/components/money.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import { Reference } from '../../web/components/reference.tsx'
import { StatusTag } from '../../web/components/status-tag.tsx'
import { Table } from '../../web/components/table.tsx'
import type { Mistakes } from '../../web/form.ts'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import { reasonFamily } from '../../ledger/bank-reason.ts'
import type { KeptEntry } from '../store/collections.ts'
import type { KeptCollection } from '../store/read-collections.ts'
import { CollectionTag } from './collections.tsx'

interface Props {
  readonly collection: KeptCollection
  readonly entries: readonly KeptEntry[]
  readonly errors?: Mistakes | undefined
}

/** One file: what it holds, its hash, whether the bank has it, and what the bank answered to each order. */
export function CollectionPage({ collection, entries, errors = {} }: Props) {
  const said = useVisit().words.debits
  const own = said.collection
  const title = own.title(collection.reference)
  return (
    <AgencyPage title={title} place="collections" errors={errors}>
      <BackLink href={paths.agency.collections()}>{said.title}</BackLink>
      <PageHead title={title} lead={<CollectionTag state={collection.state} />} />
      <DescriptionList
        rows={[
          { term: said.columns.amount, value: <Money amount={collection.amount} /> },
          { term: said.columns.collectOn, value: <DateText date={collection.collectOn} /> },
          { term: own.adapter, value: <Reference>{collection.adapter}</Reference> },
          { term: own.madeAt, value: <DateText date={collection.madeAt} /> },
          ...(collection.handedOverAt
            ? [{ term: own.handedOverAt, value: <DateText date={collection.handedOverAt} /> }]
            : []),
          { term: own.hash, value: <Reference>{collection.sha256.toString('hex')}</Reference> },
        ]}
      />
      <Steps collection={collection} errors={errors} />
      <section>
        <h2>{own.entries}</h2>
        <Entries entries={entries} />
      </section>
    </AgencyPage>
  )
}

function Steps({ collection, errors }: Pick<Props, 'collection' | 'errors'>) {
  const own = useVisit().words.debits.collection
  const { id, state, version } = collection
  return (
    <>
      <Actions>
        <ButtonLink
          kind={state === 'made' ? 'primary' : 'plain'}
          href={paths.agency.collectionFile({ id })}
          download
        >
          {own.download}
        </ButtonLink>
      </Actions>
      {state === 'made' ? (
        <Form action={paths.agency.handOver({ id })} version={version} errors={errors}>
          <Checkbox name="remis" label={own.handOverSure} hint={own.handOverHint} />
          <Actions>
            <Button kind="plain">{own.handOver}</Button>
          </Actions>
        </Form>
      ) : null}
    </>
  )
}

function Entries({ entries }: Pick<Props, 'entries'>) {
  const { columns, collection } = useVisit().words.debits
  return (
    <Table
      caption={collection.entries}
      dense
      rows={entries}
      columns={[
        { head: columns.order, cell: (one) => <bdi dir="ltr">{one.endToEndId}</bdi> },
        {
          head: columns.company,
          cell: (one) => (
            <>
              <a href={paths.agency.employer({ id: one.employerId })}>
                <bdi>{one.employerName}</bdi>
              </a>{' '}
              <small>
                <bdi dir="ltr">{maskedRib(one.rib)}</bdi>
              </small>
            </>
          ),
        },
        { head: columns.answer, cell: (one) => <Answer entry={one} /> },
        { head: columns.amount, numeric: true, cell: (one) => <Money amount={one.amount} /> },
      ]}
    />
  )
}

function Answer({ entry }: { readonly entry: KeptEntry }) {
  const { words, language } = useVisit()
  const { collection: own, reasons } = words.debits
  if (!entry.outcome) return <StatusTag tone="off">{own.waiting}</StatusTag>
  const on = entry.answeredOn ? formatDate(entry.answeredOn, language) : ''
  const isSettled = entry.outcome === 'settled'
  return (
    <>
      <StatusTag tone={isSettled ? 'done' : 'stop'}>{own[entry.outcome]}</StatusTag>{' '}
      <small>{isSettled ? on : reasons[reasonFamily(entry.reason)](entry.reason)}</small>
    </>
  )
}
