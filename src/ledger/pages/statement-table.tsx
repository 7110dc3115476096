import { localDateAt } from '../../calendar/index.ts'
import { type Dirhams, formatDirhams, negate } from '../../money/index.ts'
import { DateText } from '../../web/components/date-text.tsx'
import { EmptyState } from '../../web/components/empty-state.tsx'
import { Money } from '../../web/components/money.tsx'
import { Table } from '../../web/components/table.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import { bankReference, entryCalculation, entryLabel, entryReference } from '../entry-label.ts'
import type { ShownLine, StatementLine } from '../statement.ts'

interface Props {
  readonly lines: readonly ShownLine[]
  readonly isFiltered: boolean
  /** No entry is left out between two lines. */
  readonly hasBalances: boolean
}

/** The statement as a bank prints it: date, wording, debit, credit, the balance after each unless entries are left out. */
export function StatementTable({ lines, isFiltered, hasBalances }: Props) {
  const own = useVisit().words.ledger.statement
  return (
    <Table
      caption={own.title}
      rows={lines}
      rowHead={1}
      dense
      empty={
        <EmptyState title={own.none}>{isFiltered ? own.noneFiltered : own.noneText}</EmptyState>
      }
      columns={[
        { head: own.date, cell: (line) => <When line={line} /> },
        {
          head: own.label,
          cell: (line) => (
            <>
              <EntryLink entry={line} />
              <PaperOf line={line} />
            </>
          ),
        },
        { head: own.debit, numeric: true, cell: ({ debit }) => <Amount amount={debit} /> },
        { head: own.credit, numeric: true, cell: ({ credit }) => <Amount amount={credit} /> },
        ...(hasBalances
          ? [
              {
                head: own.balance,
                numeric: true,
                cell: ({ balance }: ShownLine) =>
                  balance === null ? null : <Balance owed={balance} bare />,
              },
            ]
          : []),
      ]}
    />
  )
}

/** The wording of an entry leads to its why. */
export function EntryLink({
  entry,
}: {
  readonly entry: Pick<StatementLine, 'number' | 'kind' | 'details' | 'cause'>
}) {
  const { words, language } = useVisit()
  return (
    <a href={paths.employerAccount.entry({ number: String(entry.number) })}>
      {entryLabel(entry, { words: words.ledger, language })}
    </a>
  )
}

/** The day it happened; the day it was written too, when that is another one. */
function When({ line: { occurredOn, recordedAt } }: { readonly line: StatementLine }) {
  const own = useVisit().words.ledger.statement
  const recordedOn = localDateAt(recordedAt)
  const shown = `${recordedOn.slice(8)}/${recordedOn.slice(5, 7)}/${recordedOn.slice(0, 4)}`
  return (
    <>
      <DateText date={occurredOn} short />
      {recordedOn === occurredOn ? null : <small>{own.recorded(shown)}</small>}
    </>
  )
}

/** Under the wording: the paper behind it, or the arithmetic. */
function PaperOf({ line }: { readonly line: StatementLine }) {
  const own = useVisit().words.ledger.statement
  const paper = entryReference(line) || entryCalculation(line)
  const bank = bankReference(line)
  return (
    <>
      {paper ? (
        <small>
          <bdi dir="ltr">{paper}</bdi>
        </small>
      ) : null}
      {bank ? <small>{own.ofBank(bank)}</small> : null}
    </>
  )
}

function Amount({ amount }: { readonly amount: Dirhams }) {
  return amount === 0n ? null : <Money amount={amount} bare />
}

interface BalanceProps {
  readonly owed: Dirhams
  /** In a column whose heading says dirhams. */
  readonly bare?: boolean | undefined
}

/** What is owed; a balance below zero is said in words, not by a sign alone. */
export function Balance({ owed, bare }: BalanceProps) {
  const { words, language } = useVisit()
  if (owed >= 0n) return <Money amount={owed} bare={bare} />
  return <>{words.ledger.statement.inFavour(formatDirhams(negate(owed), language))}</>
}
