import { formatQuarterInWords } from '../../../calendar/index.ts'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { Money } from '../../../web/components/money.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import { StatusTag } from '../../../web/components/status-tag.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import { useVisit } from '../../../web/visit.ts'
import { colon } from '../../../web/words/language.ts'
import { adviceFor } from '../../finding-words.ts'
import type { FindingRow } from '../../store/declarations.ts'
import { fullName } from '../civil-data.ts'
import { salaryField, seenField } from '../page-form.ts'
import { readRow, type Row, type Typed } from '../row.ts'
import type { SheetView } from '../view-sheet.ts'
import { AmountField } from './amount-field.tsx'
import { Situation } from './situation.tsx'

interface Props {
  readonly view: SheetView
  readonly typed: ReadonlyMap<string, Partial<Typed>> | undefined
  /** What a row is compared with when the page comes back. */
  readonly seen: (row: Row) => Typed
}

/** The members of a page, each with the salary of last time and the field for this one. */
export function SheetRows({ view, typed, seen }: Props) {
  const { words, language } = useVisit()
  const said = words.entry
  const { sheet, shown, findings } = view
  const last: Column<Row>[] = sheet.lastQuarter
    ? [
        {
          head: said.lastSalary(formatQuarterInWords(sheet.lastQuarter, language)),
          numeric: true,
          cell: ({ last }) => (last === null ? '—' : <Money amount={last} bare />),
        },
      ]
    : []
  const asTyped = (row: Row): Row => ({ ...row, ...typed?.get(row.key) })
  return (
    <div class="sheet-rows">
      <Table
        caption={said.caption}
        rows={shown.rows}
        empty={<Nobody view={view} />}
        columns={[
          { head: said.member, cell: (row) => <Who row={row} findings={findings.get(row.key)} /> },
          ...last,
          {
            head: said.salary,
            cell: (row) => (
              <>
                <Seen row={row} salary={seen(row).salary} />
                <Salary row={asTyped(row)} view={view} />
              </>
            ),
          },
          {
            head: said.situation,
            hideHead: true,
            cell: (row) => <Situation row={row} quarter={view.period.quarter} />,
          },
        ]}
      />
    </div>
  )
}

/** What the page shows of a row; nothing needs no field. */
function Seen({ row, salary }: { readonly row: Row; readonly salary: string }) {
  return salary === '' ? null : <input type="hidden" name={seenField(row.key)} value={salary} />
}

function Nobody({ view: { sheet, shown } }: { readonly view: SheetView }) {
  const said = useVisit().words.entry
  if (sheet.rows.length === 0) return <EmptyState title={said.noRow}>{said.noRowText}</EmptyState>
  if (shown.onlyLeft) return <EmptyState title={said.allDone}>{said.allDoneText}</EmptyState>
  return <EmptyState title={said.noMatch}>{said.noMatchText}</EmptyState>
}

function Who({
  row,
  findings = [],
}: {
  readonly row: Row
  readonly findings?: readonly FindingRow[] | undefined
}) {
  const { words, language } = useVisit()
  const said = words.entry
  const { memberNumber, staffNumber } = row.civil
  return (
    <>
      <bdi>{fullName(row.civil)}</bdi>
      <small>
        {memberNumber === null ? said.provisional : <Reference>{memberNumber}</Reference>}
        {staffNumber === '' ? null : (
          <>
            {' · '}
            <Reference>{staffNumber}</Reference>
          </>
        )}
      </small>
      {row.kind === 'known' ? null : <StatusTag tone="info">{said.kinds[row.kind]}</StatusTag>}
      {row.known ? <StatusTag tone="info">{said.corrected}</StatusTag> : null}
      {findings.map((found) => (
        <small class={found.severity === 'blocking' ? 'is-stop' : 'is-wait'}>
          {said.lastCheck + colon(language) + adviceFor(found, language)}
        </small>
      ))}
    </>
  )
}

function Salary({ row, view }: { readonly row: Row; readonly view: SheetView }) {
  const said = useVisit().words.entry
  const { state } = readRow(row, view.period.quarter)
  return (
    <>
      <AmountField
        name={salaryField(row.key)}
        label={said.salaryOf(fullName(row.civil))}
        value={row.salary}
      />
      {state === 'carried' ? <StatusTag tone="wait">{said.states.carried}</StatusTag> : null}
    </>
  )
}
