import { formatShortDate, type LocalDate } from '../../calendar/index.ts'
import { Pagination } from '../../web/components/pagination.tsx'
import { Table } from '../../web/components/table.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import { fieldWord } from '../finding-words.ts'
import type { ImportView } from '../read-import.ts'

interface ChangedField {
  readonly line: number
  readonly label: string
  readonly field: string
  readonly before: string | null
  readonly after: string | null
}

/** What would change in rows that the fund knows already: shown before, field by field. */
export function Changes({ view }: { readonly view: ImportView }) {
  const { words: all } = useVisit()
  const words = all.imports.one
  const { found, changes } = view
  if (changes.length === 0) return null
  return (
    <section>
      <h2>{words.changes}</h2>
      <p class="hint">{words.changesLead}</p>
      <Table
        caption={words.changes}
        dense
        rows={changes.flatMap(fieldsOf)}
        rowHead={1}
        columns={[
          { head: words.row, numeric: true, cell: ({ line }) => String(line) },
          { head: all.imports.kinds[found.kind], cell: ({ label }) => <bdi>{label}</bdi> },
          { head: words.field, cell: ({ field }) => fieldWord(field, all) },
          {
            head: words.before,
            cell: ({ field, before }) => (
              <del>
                <ValueText field={field} value={before} />
              </del>
            ),
          },
          {
            head: words.after,
            cell: ({ field, after }) => (
              <ins>
                <ValueText field={field} value={after} />
              </ins>
            ),
          },
        ]}
      />
      <Pagination
        page={view.page}
        pages={view.pages}
        href={(page) => `${paths.agency.import({ id: found.id })}?page=${page}`}
      />
    </section>
  )
}

/** The key of an identity is not shown: its mask stands for it. */
function fieldsOf(row: ImportView['changes'][number]): ChangedField[] {
  return Object.entries(row.before)
    .filter(([field]) => field !== 'identity')
    .map(([field, before]) => ({
      line: row.line,
      label: row.label,
      field,
      before,
      after: row.fields[field] ?? null,
    }))
}

const days = new Set(['joinedOn', 'affiliatedOn', 'bornOn', 'leftOn', 'activeFrom', 'activeUntil'])
const rates = new Set(['employeeRate', 'employerRate'])

interface ValueProps {
  readonly field: string
  readonly value: string | null
}

function ValueText({ field, value }: ValueProps) {
  const { imports: words } = useVisit().words
  if (value === null) return <>{words.one.nothing}</>
  if (days.has(field)) return <bdi dir="ltr">{formatShortDate(value as LocalDate)}</bdi>
  if (rates.has(field)) {
    return <bdi dir="ltr">{`${(Number(value) / 100).toFixed(2).replace('.', ',')}\u00a0%`}</bdi>
  }
  const known: Readonly<Record<string, string>> = words.values
  return <bdi>{known[value] ?? value}</bdi>
}
