import { Table } from '../../web/components/table.tsx'
import { useVisit } from '../../web/visit.ts'
import { type ParameterKey, parameterOf } from '../parameter-catalogue.ts'
import type { Row } from '../value-types.ts'
import { ScalarText } from './value-text.tsx'

interface Props {
  readonly parameter: ParameterKey
  readonly rows: readonly Row[]
}

/** The lines of a list, each cell in its type. */
export function RowsTable({ parameter, rows }: Props) {
  const { parameters: words } = useVisit().words
  const { type } = parameterOf(parameter)
  if (type.shape !== 'table') return null
  const heads: Readonly<Record<string, string>> = words.columns
  return (
    <Table
      caption={words.names[parameter]}
      dense
      rows={rows}
      columns={Object.entries(type.columns).map(([name, scalar]) => ({
        head: heads[name] ?? name,
        cell: (row: Row) => <ScalarText scalar={scalar} value={row[name]} />,
      }))}
    />
  )
}
