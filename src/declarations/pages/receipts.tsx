import { formatQuarterInWords } from '../../calendar/index.ts'
import { add } from '../../money/index.ts'
import { BackLink } from '../../web/components/back-link.tsx'
import { ButtonLink } from '../../web/components/button.tsx'
import { DateText } from '../../web/components/date-text.tsx'
import { DescriptionList } from '../../web/components/description-list.tsx'
import { EmptyState } from '../../web/components/empty-state.tsx'
import { Figure, Sheet } from '../../web/components/figure.tsx'
import { Money } from '../../web/components/money.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import { Reference } from '../../web/components/reference.tsx'
import { Table } from '../../web/components/table.tsx'
import { Layout } from '../../web/layout.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import type { Declaration } from '../store.ts'
import { useDeclarationBand } from './band.ts'

/** Every receipt, newest first. */
export function ReceiptsPage({ declarations }: { readonly declarations: readonly Declaration[] }) {
  const { words, language } = useVisit()
  const said = words.declarations
  return (
    <Layout
      title={said.receiptsTitle}
      band={useDeclarationBand()}
      current={paths.declarations.receipts()}
      wide
    >
      <PageHead title={said.receiptsTitle} />
      <Table
        caption={said.receiptsTitle}
        rows={declarations}
        empty={<EmptyState title={said.noReceipt}>{said.noReceiptText}</EmptyState>}
        columns={[
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
          {
            head: said.total,
            numeric: true,
            cell: (one) => <Money amount={add(one.employee, one.employer)} />,
          },
        ]}
      />
    </Layout>
  )
}

export interface ReceiptView {
  readonly declaration: Declaration
  readonly employerName: string
  readonly employerNumber: string
  readonly sentBy: string
}

/** What the employer keeps: number, time, totals, and the hash of what was sent (product D7). */
export function ReceiptPage({ view }: { readonly view: ReceiptView }) {
  const { words, language } = useVisit()
  const said = words.declarations
  const { declaration } = view
  const title = said.receiptTitle(declaration.receiptNumber ?? '')
  return (
    <Layout title={title} band={useDeclarationBand()} current={paths.declarations.receipts()}>
      <BackLink href={paths.declarations.receipts()}>{said.receipts}</BackLink>
      <PageHead title={title} lead={said.receiptLead} />
      <Sheet>
        <Figure
          label={said.total}
          value={<Money amount={add(declaration.employee, declaration.employer)} />}
        />
        <DescriptionList
          rows={[
            { term: said.company, value: view.employerName, note: view.employerNumber },
            { term: said.period, value: formatQuarterInWords(declaration.quarter, language) },
            { term: said.category, value: <Reference>{declaration.category}</Reference> },
            {
              term: said.members,
              value: <Reference>{String(declaration.acceptedLines)}</Reference>,
            },
            { term: said.salaries, value: <Money amount={declaration.salary} /> },
            { term: said.employeePart, value: <Money amount={declaration.employee} /> },
            { term: said.employerPart, value: <Money amount={declaration.employer} /> },
            {
              term: said.sentAt,
              value: declaration.sentAt ? <DateText date={declaration.sentAt} /> : '—',
            },
            { term: said.sentBy, value: view.sentBy },
            { term: said.fileName, value: <bdi>{declaration.fileName}</bdi> },
            {
              term: said.fileHash,
              value: <Reference>{declaration.fileSha256.toString('hex')}</Reference>,
            },
          ]}
        />
      </Sheet>
      <ButtonLink
        kind="primary"
        href={paths.declarations.receiptPdf({ id: declaration.id })}
        download
      >
        {said.downloadReceipt}
      </ButtonLink>
    </Layout>
  )
}
