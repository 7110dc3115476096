import { formatDate } from '../../calendar/index.ts'
import { formatPoints } from '../../members/points.ts'
import { Figure } from '../../web/components/figure.tsx'
import { Money } from '../../web/components/money.tsx'
import { Note } from '../../web/components/note.tsx'
import { useVisit } from '../../web/visit.ts'
import type { Departure } from '../departure.ts'
import type { Estimate } from '../estimate.ts'
import { PensionSteps } from './pension-steps.tsx'

interface Props {
  readonly estimate: Estimate
  readonly departure: Departure
}

/** What the pension would be, and how it is worked out; or the one payment that takes its place. */
export function PensionResult({ estimate, departure }: Props) {
  const { words, language } = useVisit()
  const own = words.liquidations.estimate
  return (
    <section>
      <h2>{own.resultTitle(formatDate(departure.from, language), departure.age)}</h2>
      <Note title={own.noPromise}>{own.noPromiseText}</Note>
      <Outcome estimate={estimate} />
      {estimate.pension.kept > 0n ? <PensionSteps estimate={estimate} /> : null}
    </section>
  )
}

function Outcome({ estimate }: { readonly estimate: Estimate }) {
  const own = useVisit().words.liquidations.estimate
  const { pension, onceAllPaid, rules } = estimate
  return (
    <>
      {pension.kept === 0n ? (
        <Note tone="warning" title={own.nothing}>
          {own.nothingText}
        </Note>
      ) : null}
      {pension.kept > 0n && pension.isSinglePayment ? (
        <Note tone="warning" title={own.single}>
          {own.singleText(formatPoints(pension.kept), String(rules.singlePaymentPoints))}
        </Note>
      ) : null}
      <div class="figures">
        {pension.isSinglePayment || pension.kept === 0n ? null : (
          <>
            <Figure label={own.monthly} value={<Money amount={pension.monthly} />} />
            <Figure label={own.yearly} value={<Money amount={pension.yearly} />} />
          </>
        )}
        <Figure label={own.kept} value={<bdi dir="ltr">{formatPoints(pension.kept)}</bdi>} />
        {onceAllPaid && !onceAllPaid.isSinglePayment ? (
          <Figure
            label={own.onceAllPaid}
            value={<Money amount={onceAllPaid.monthly} />}
            note={own.onceAllPaidNote(formatPoints(onceAllPaid.kept))}
          />
        ) : null}
      </div>
    </>
  )
}
