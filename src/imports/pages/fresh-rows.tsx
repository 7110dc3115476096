import { Pagination } from '../../web/components/pagination.tsx'
import { Table } from '../../web/components/table.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import { columnsOf } from '../columns/index.ts'
import { fieldWord } from '../finding-words.ts'
import type { ImportKind } from '../import-kind.ts'
import type { ImportView } from '../read-import.ts'
import type { StagedRow } from '../store/lines.ts'
import { ValueText } from './value-text.tsx'

/** Rows that the fund does not have yet, with all that the file gives of each. */
export function FreshRows({ view }: { readonly view: ImportView }) {
  const { words: all } = useVisit()
  const words = all.imports.one
  const { found, fresh } = view
  if (fresh.rows.length === 0) return null
  return (
    <section>
      <h2>{words.freshRows}</h2>
      <Table
        caption={words.freshRows}
        dense
        rows={fresh.rows}
        rowHead={1}
        columns={[
          { head: words.row, numeric: true, cell: ({ line }) => String(line) },
          { head: all.imports.kinds[found.kind], cell: ({ label }) => <bdi>{label}</bdi> },
          { head: words.given, cell: ({ fields }) => <Given kind={found.kind} fields={fields} /> },
        ]}
      />
      <Pagination
        page={fresh.page}
        pages={fresh.pages}
        href={(page) =>
          `${paths.agency.import({ id: found.id })}?page=${view.page}&nouvelles=${page}`
        }
      />
    </section>
  )
}

/** What the label of a row says already. */
const inLabel: ReadonlySet<string> = new Set([
  'employerNumber',
  'name',
  'category',
  'label',
  'memberNumber',
  'lastName',
  'firstName',
])

interface GivenProps {
  readonly kind: ImportKind
  readonly fields: StagedRow['fields']
}

/** In the order of the template; of an identity its mask. */
function Given({ kind, fields }: GivenProps) {
  const { words: all } = useVisit()
  const given = columnsOf[kind]
    .map(({ field }) => (field === 'identity' ? 'identityShown' : field))
    .filter((field) => field in fields && !inLabel.has(field))
  return (
    <>
      {given.map((field, index) => (
        <>
          {index > 0 ? ' · ' : ''}
          <span class="muted">{fieldWord(field, all)}</span>{' '}
          <ValueText field={field} value={fields[field] ?? null} />
        </>
      ))}
    </>
  )
}
