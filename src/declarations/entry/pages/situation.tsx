import type { Quarter } from '../../../calendar/index.ts'
import { Button } from '../../../web/components/button.tsx'
import { DateText } from '../../../web/components/date-text.tsx'
import { StatusTag } from '../../../web/components/status-tag.tsx'
import { useVisit } from '../../../web/visit.ts'
import { fullName } from '../civil-data.ts'
import { readRow, type Row } from '../row.ts'
import { ways } from '../way-out.ts'

/** What few members have: a departure, a quarter without pay; and the way to their card. */
export function Situation({ row, quarter }: { readonly row: Row; readonly quarter: Quarter }) {
  const said = useVisit().words.entry
  return (
    <>
      <SituationTag row={row} quarter={quarter} />
      <Button kind="link" name="vers" value={ways.card(row.key)}>
        {said.situation}
        <span class="visually-hidden"> ({fullName(row.civil)})</span>
      </Button>
    </>
  )
}

function SituationTag({ row, quarter }: { readonly row: Row; readonly quarter: Quarter }) {
  const { states } = useVisit().words.entry
  const read = readRow(row, quarter)
  if (read.state === 'left' && read.leftOn) {
    return (
      <StatusTag tone="info">
        {states.left} <DateText date={read.leftOn} short />
      </StatusTag>
    )
  }
  if (read.state !== 'unpaid') return null
  return (
    <>
      <StatusTag tone="info">{states.unpaid}</StatusTag>
      <small>
        <bdi>{row.unpaidReason}</bdi>
      </small>
    </>
  )
}
