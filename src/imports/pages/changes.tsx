import { Pagination } from '../../web/components/pagination.tsx'
import { Table } from '../../web/components/table.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import { fieldWord } from '../finding-words.ts'
import type { ImportView } from '../read-import.ts'
import { ValueText } from './value-text.tsx'

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
        href={(page) =>
          `${paths.agency.import({ id: found.id })}?page=${page}&nouvelles=${view.fresh.page}`
        }
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
