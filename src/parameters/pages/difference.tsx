import type { Child } from 'hono/jsx'
import { DescriptionList } from '../../web/components/description-list.tsx'
import { StatusTag } from '../../web/components/status-tag.tsx'
import type { Tone } from '../../web/components/shape.tsx'
import { Table } from '../../web/components/table.tsx'
import { useVisit } from '../../web/visit.ts'
import { isSameCell, type RowChange, rowDifferences } from '../differences.ts'
import { type ParameterKey, parameterOf } from '../parameter-catalogue.ts'
import type { ProposalView } from '../read-proposal.ts'
import type { Row, ValueTable } from '../value-types.ts'
import { FreeText, ScalarText, ValueText } from './value-text.tsx'

interface Props {
  readonly view: ProposalView
}

/** Before and after, value and source; of a list, only the lines that change. */
export function Difference({ view }: Props) {
  const { proposal: words } = useVisit().words.parameters
  const { proposal } = view
  const { type } = parameterOf(proposal.key)
  return (
    <section>
      <h2>{words.difference}</h2>
      {type.shape === 'table' ? (
        <RowChanges view={view} table={type} />
      ) : (
        <SingleChange view={view} />
      )}
      <Sources view={view} />
    </section>
  )
}

function SingleChange({ view: { proposal, before } }: Props) {
  const { proposal: words } = useVisit().words.parameters
  return (
    <DescriptionList
      rows={[
        { term: words.before, value: <Before parameter={proposal.key} value={before?.value} /> },
        {
          term: words.after,
          value: (
            <b>
              <ValueText parameter={proposal.key} value={proposal.value} />
            </b>
          ),
        },
      ]}
    />
  )
}

function Before({
  parameter,
  value,
}: {
  readonly parameter: ParameterKey
  readonly value: unknown
}) {
  const { proposal: words } = useVisit().words.parameters
  return value === undefined ? (
    <>{words.noValue}</>
  ) : (
    <ValueText parameter={parameter} value={value} />
  )
}

const tones: Record<RowChange['kind'], Tone> = { added: 'done', removed: 'stop', changed: 'wait' }

interface RowsProps extends Props {
  readonly table: ValueTable<Row>
}

function RowChanges({ view: { proposal, before }, table }: RowsProps) {
  const { parameters: all } = useVisit().words
  const words = all.proposal
  const earlier = (before?.value ?? []) as readonly Row[]
  const { changes, same } = rowDifferences(table, earlier, proposal.value as readonly Row[])
  const heads: Readonly<Record<string, string>> = all.columns
  if (changes.length === 0) return <p>{words.noRowChanges}</p>
  return (
    <>
      <Table
        caption={words.difference}
        rows={changes}
        rowHead={1}
        columns={[
          {
            head: words.change,
            cell: ({ kind }) => <StatusTag tone={tones[kind]}>{words[kind]}</StatusTag>,
          },
          ...Object.keys(table.columns).map((name) => ({
            head: heads[name] ?? name,
            cell: (change: RowChange) => changedCell(table, name, change),
          })),
        ]}
      />
      {same > 0 ? <p class="hint">{words.sameRows(same)}</p> : null}
    </>
  )
}

function changedCell(table: ValueTable<Row>, name: string, change: RowChange): Child {
  const scalar = table.columns[name]
  if (!scalar) return null
  const show = (row: Row) => <ScalarText scalar={scalar} value={row[name]} />
  if (change.kind === 'added') return <ins>{show(change.after)}</ins>
  if (change.kind === 'removed') return <del>{show(change.before)}</del>
  if (isSameCell(table, name, change.before, change.after)) return show(change.after)
  return (
    <>
      <del>{show(change.before)}</del> <ins>{show(change.after)}</ins>
    </>
  )
}

function Sources({ view: { proposal, before } }: Props) {
  const { parameters: words } = useVisit().words
  const mark = (illustrative: boolean) => (illustrative ? words.illustrative : words.sourced)
  return (
    <DescriptionList
      rows={[
        ...(before
          ? [
              {
                term: words.proposal.sourceBefore,
                value: <FreeText>{before.source}</FreeText>,
                note: mark(before.illustrative),
              },
            ]
          : []),
        {
          term: words.source,
          value: <FreeText>{proposal.source}</FreeText>,
          note: mark(proposal.illustrative),
        },
      ]}
    />
  )
}
