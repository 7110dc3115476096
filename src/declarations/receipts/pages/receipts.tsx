import { formatQuarterInWords } from '../../../calendar/index.ts'
import { add } from '../../../money/index.ts'
import { DateText } from '../../../web/components/date-text.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { Filters } from '../../../web/components/filters.tsx'
import { Money } from '../../../web/components/money.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Pagination } from '../../../web/components/pagination.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import { SelectField } from '../../../web/components/select-field.tsx'
import { StatusTag } from '../../../web/components/status-tag.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import { Layout } from '../../../web/layout.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { useDeclarationBand } from '../../pages/band.ts'
import type { Declaration } from '../../store/declarations.ts'
import type { ReceiptsView } from '../view-receipts.ts'

/** Every receipt, newest first, those of replaced versions too. */
export function ReceiptsPage({ view }: { readonly view: ReceiptsView }) {
  const { desk, declarations: said } = useVisit().words
  const { filter, page, pages } = view
  const isNarrowed = filter.year !== null || filter.category !== null
  return (
    <Layout
      title={said.receiptsTitle}
      band={useDeclarationBand()}
      current={paths.declarations.receipts()}
      wide
    >
      <PageHead title={said.receiptsTitle} />
      {view.years.length > 0 ? <Narrow view={view} isNarrowed={isNarrowed} /> : null}
      <Table
        caption={said.receiptsTitle}
        rows={view.receipts}
        columns={useColumns()}
        empty={
          isNarrowed ? (
            <EmptyState title={desk.receipt.noneFound}>{desk.receipt.noneFoundText}</EmptyState>
          ) : (
            <EmptyState title={said.noReceipt}>{said.noReceiptText}</EmptyState>
          )
        }
      />
      <Pagination page={page} pages={pages} href={(to) => addressOf(view, to)} />
    </Layout>
  )
}

function Narrow({ view, isNarrowed }: { view: ReceiptsView; readonly isNarrowed: boolean }) {
  const { desk, declarations: said } = useVisit().words
  const { filter, years, categories } = view
  const address = paths.declarations.receipts()
  return (
    <Filters action={address} clear={isNarrowed ? address : undefined}>
      <SelectField
        name="annee"
        label={desk.receipt.year}
        value={filter.year === null ? '' : String(filter.year)}
        blank={desk.receipt.allYears}
        options={years.map((year) => ({ value: String(year), label: String(year) }))}
      />
      {categories.length > 1 ? (
        <SelectField
          name="categorie"
          label={said.category}
          value={filter.category ?? ''}
          blank={desk.receipt.allCategories}
          options={categories.map((category) => ({ value: category, label: category }))}
        />
      ) : null}
    </Filters>
  )
}

function useColumns(): Column<Declaration>[] {
  const { words, language } = useVisit()
  const said = words.declarations
  return [
    {
      head: said.receiptNumber,
      cell: (one) => (
        <a href={paths.declarations.receipt({ id: one.id })}>
          <Reference>{one.receiptNumber ?? ''}</Reference>
        </a>
      ),
    },
    { head: said.period, cell: (one) => formatQuarterInWords(one.quarter, language) },
    { head: said.category, cell: (one) => <Reference>{one.category}</Reference> },
    { head: said.sentAt, cell: (one) => (one.sentAt ? <DateText date={one.sentAt} /> : '—') },
    { head: words.desk.revision.version, cell: (one) => <VersionOf declaration={one} /> },
    {
      head: said.total,
      numeric: true,
      cell: (one) => <Money amount={add(one.employee, one.employer)} />,
    },
  ]
}

function VersionOf({ declaration }: { readonly declaration: Declaration }) {
  const said = useVisit().words.desk.revision
  const { revision, state } = declaration
  return (
    <>
      {said.number(revision)}
      {state === 'replaced' ? (
        <small>
          <StatusTag tone="off">{said.replaced}</StatusTag>
        </small>
      ) : null}
    </>
  )
}

function addressOf({ filter }: ReceiptsView, page: number): string {
  const query = new URLSearchParams({ page: String(page) })
  if (filter.year !== null) query.set('annee', String(filter.year))
  if (filter.category !== null) query.set('categorie', filter.category)
  return `${paths.declarations.receipts()}?${query}`
}
