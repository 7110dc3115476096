import { formatPoints } from '../../../members/points.ts'
import { DateText } from '../../../web/components/date-text.tsx'
import { DescriptionList } from '../../../web/components/description-list.tsx'
import { Details } from '../../../web/components/details.tsx'
import { Money } from '../../../web/components/money.tsx'
import { Note } from '../../../web/components/note.tsx'
import { StatusTag } from '../../../web/components/status-tag.tsx'
import { useVisit } from '../../../web/visit.ts'
import { coefficientText } from '../../amounts.ts'
import { ParameterTable } from '../../pages/used-parameters.tsx'
import { monthlyOf } from '../../pension.ts'
import { type Claim, isOver } from '../claim.ts'
import { type Computation, isEarlyReversion, pensionByRules } from '../computation.ts'

interface Props {
  readonly claim: Claim
  readonly computation: Computation
}

/** What a claim comes to by the rules: an estimate until it is decided. */
export function WorkedOut({ claim, computation }: Props) {
  const { words } = useVisit()
  const { estimate, letter } = words.claims
  // The points of the dead give nothing of the capital.
  const points = claim.kind === 'death_capital' ? [] : pointsRows(computation)
  const isLump = claim.kind === 'single_payment'
  const from = {
    term: isLump ? letter.dueFrom : letter.from,
    value: <DateText date={computation.from} />,
  }
  return (
    <>
      {isOver(claim) ? null : (
        <p>
          <StatusTag tone="wait">{estimate.mark}</StatusTag> {estimate.text}
        </p>
      )}
      <DescriptionList rows={[from, ...points, ...amountRows(computation)]} />
    </>
  )
}

function pointsRows({ points, kept, parts }: Computation) {
  const { words } = useVisit()
  const { letter } = words.claims
  const inPoints = (amount: bigint) => <bdi dir="ltr">{formatPoints(amount)}</bdi>
  return [
    { term: letter.points, value: inPoints(points) },
    { term: letter.keptPoints, value: inPoints(kept) },
    ...parts.map((part) => ({
      term: words.liquidations.estimate.options[part.option],
      value: (
        <bdi dir="ltr">
          {formatPoints(part.kept)} × {coefficientText(part.coefficient)}
        </bdi>
      ),
    })),
  ]
}

function amountRows(computation: Computation) {
  const { letter } = useVisit().words.claims
  const { atOnce, lastMonthly, unreduced, isUnderPoints } = computation
  const yearly = pensionByRules(computation)
  return [
    ...(unreduced === null || isUnderPoints
      ? []
      : [
          {
            term: letter.unreduced,
            value: <Money amount={unreduced} />,
            note: letter.unreducedNote,
          },
        ]),
    ...(yearly === null
      ? []
      : [
          { term: letter.yearly, value: <Money amount={yearly} /> },
          { term: letter.monthly, value: <Money amount={monthlyOf(yearly)} /> },
        ]),
    ...(lastMonthly === null
      ? []
      : [{ term: letter.lastMonthly, value: <Money amount={lastMonthly} /> }]),
    ...(atOnce === null ? [] : [{ term: letter.atOnce, value: <Money amount={atOnce} /> }]),
  ]
}

/** Folded: the values that the arithmetic rests on, each with its day and its source. */
export function WorkedWith({ computation }: { readonly computation: Computation | null }) {
  const { parametersTitle } = useVisit().words.liquidations.estimate
  if (!computation || computation.parameters.length === 0) return null
  return (
    <Details summary={parametersTitle}>
      <ParameterTable parameters={computation.parameters} />
    </Details>
  )
}

/** Nobody publishes a rule for it: the fund gives the amount. */
export function isGivenByTheFund(computation: Computation): boolean {
  return pensionByRules(computation) === null && computation.atOnce === null
}

/** For the company that asks: what it may expect, or that the agency fixes it. */
export function ClaimEstimate({
  claim,
  computation,
}: {
  readonly claim: Claim
  readonly computation: Computation | null
}) {
  const { words } = useVisit()
  const own = words.claims
  if (claim.endedOn === null || isOver(claim)) return null
  return (
    <section>
      <h2>{own.estimate.title}</h2>
      {computation ? (
        <WorkedOut claim={claim} computation={computation} />
      ) : (
        <p>{own.estimate.nothing}</p>
      )}
      {computation && isGivenByTheFund(computation) ? <Note>{own.estimate.byFund}</Note> : null}
      {computation && isEarlyReversion(claim, computation) ? (
        <Note>{own.estimate.early}</Note>
      ) : null}
      {computation?.isUnderPoints ? (
        <Note>{own.estimate.underPoints(computation.leastPoints)}</Note>
      ) : null}
      <WorkedWith computation={computation} />
    </section>
  )
}
