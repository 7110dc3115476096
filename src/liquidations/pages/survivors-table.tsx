import { formatPoints } from '../../members/points.ts'
import { Money } from '../../web/components/money.tsx'
import { Note } from '../../web/components/note.tsx'
import { Table } from '../../web/components/table.tsx'
import { useVisit } from '../../web/visit.ts'
import { colon } from '../../web/words/language.ts'
import type { Survivors } from '../estimate.ts'
import { percentText } from '../amounts.ts'

/** What the same points would leave to a family. */
export function SurvivorsTable({ survivors }: { readonly survivors: Survivors }) {
  const { words, language } = useVisit()
  const own = words.liquidations.estimate
  const { spouse, orphan, leastPoints, deathCapital, deathCapitalPensions } = survivors
  const rows = [
    { who: own.spouse, ...spouse },
    { who: own.orphan, ...orphan },
  ]
  return (
    <section>
      <h2>{own.survivorsTitle}</h2>
      <p>{own.survivorsText}</p>
      <Table
        caption={own.survivorsTitle}
        dense
        rows={rows}
        columns={[
          { head: own.survivor, cell: ({ who }) => who },
          {
            head: own.share,
            numeric: true,
            cell: ({ share }) => <bdi dir="ltr">{percentText(share)}</bdi>,
          },
          {
            head: own.points,
            numeric: true,
            cell: ({ points }) => <bdi dir="ltr">{formatPoints(points)}</bdi>,
          },
          {
            head: own.perYear,
            numeric: true,
            cell: ({ yearly }) => (yearly === null ? own.paidAtOnce : <Money amount={yearly} />),
          },
        ]}
      />
      {rows.some(({ yearly }) => yearly === null) ? (
        <Note>{own.fewPoints(leastPoints)}</Note>
      ) : null}
      {deathCapital === null ? null : (
        <p>
          {own.deathCapital(deathCapitalPensions)}
          {colon(language)}
          <Money amount={deathCapital} />
        </p>
      )}
    </section>
  )
}
