import { formatQuarterInWords, type LocalDate } from '../../../calendar/index.ts'
import { sum } from '../../../money/index.ts'
import { BackLink } from '../../../web/components/back-link.tsx'
import { ButtonLink } from '../../../web/components/button.tsx'
import { CompanyName } from '../../../web/components/company-name.tsx'
import { DateText } from '../../../web/components/date-text.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { Filters } from '../../../web/components/filters.tsx'
import { Money } from '../../../web/components/money.tsx'
import { Note } from '../../../web/components/note.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import { Table } from '../../../web/components/table.tsx'
import { TextField } from '../../../web/components/text-field.tsx'
import { Layout } from '../../../web/layout.tsx'
import { paths } from '../../../web/paths.ts'
import { writtenDay } from '../../../web/read-day.ts'
import { useVisit } from '../../../web/visit.ts'
import { useDeclarationBand } from '../../pages/band.ts'
import type { FirmReceipt } from '../store/firms.ts'
import { receiptsAtMost } from '../read-firm-receipts.ts'
import { GoTo } from './tasks.tsx'

interface Props {
  readonly receipts: readonly FirmReceipt[]
  readonly isCut: boolean
  readonly day: LocalDate | null
}

/** The receipts of all companies, by day. */
export function FirmReceiptsPage({ receipts, isCut, day }: Props) {
  const { words } = useVisit()
  const said = words.firm.receipts
  const asked = day ? `?jour=${encodeURIComponent(writtenDay(day))}` : ''
  return (
    <Layout
      title={said.title}
      band={useDeclarationBand()}
      current={paths.declarations.board()}
      wide
    >
      <BackLink href={paths.declarations.board()}>{words.declarations.companies}</BackLink>
      <PageHead
        title={said.title}
        lead={said.lead}
        action={
          receipts.length > 0 ? (
            <ButtonLink href={paths.firm.receiptsPdf() + asked} download>
              {said.pdf}
            </ButtonLink>
          ) : undefined
        }
      />
      <Filters action={paths.firm.receipts()} clear={day ? paths.firm.receipts() : undefined}>
        <TextField
          name="jour"
          label={said.day}
          hint={said.dayHint}
          value={writtenDay(day)}
          inputmode="numeric"
          maxlength={10}
        />
      </Filters>
      {isCut ? <Note>{said.shownOnly(receiptsAtMost)}</Note> : null}
      <Receipts receipts={receipts} />
    </Layout>
  )
}

function Receipts({ receipts }: { readonly receipts: readonly FirmReceipt[] }) {
  const { words, language } = useVisit()
  const said = words.firm.receipts
  return (
    <Table
      caption={said.title}
      rows={receipts}
      empty={<EmptyState title={said.none}>{said.noneText}</EmptyState>}
      foot={[
        said.count(receipts.length),
        null,
        null,
        null,
        <Money amount={sum(receipts.map((one) => one.total))} />,
        null,
      ]}
      columns={[
        {
          head: said.company,
          cell: ({ company }) => <CompanyName name={company.name} number={company.number} />,
        },
        { head: said.number, cell: (one) => <Reference>{one.number}</Reference> },
        {
          head: said.period,
          cell: (one) =>
            words.firm.board.task(formatQuarterInWords(one.quarter, language), one.category),
        },
        { head: said.sentAt, cell: (one) => <DateText date={one.sentAt} /> },
        { head: said.total, numeric: true, cell: (one) => <Money amount={one.total} /> },
        {
          head: said.open,
          hideHead: true,
          cell: (one) => (
            <GoTo
              company={one.company}
              place={{ at: 'receipt', id: one.declarationId }}
              kind="link"
            >
              {said.open}
              <span class="visually-hidden"> {one.number}</span>
            </GoTo>
          ),
        },
      ]}
    />
  )
}
