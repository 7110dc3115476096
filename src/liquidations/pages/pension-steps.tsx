import type { Child } from 'hono/jsx'
import { formatPoints } from '../../members/points.ts'
import { Money } from '../../web/components/money.tsx'
import { Table } from '../../web/components/table.tsx'
import { useVisit, type Visit } from '../../web/visit.ts'
import type { Estimate } from '../estimate.ts'
import { fullAgeOf, type Pension, type PensionPart } from '../pension.ts'
import { coefficientText, percentText, pointValueText } from '../amounts.ts'

interface Step {
  readonly label: string
  readonly value: Child
}

/** The arithmetic, line by line, in the order that the rules set. */
export function PensionSteps({ estimate }: { readonly estimate: Estimate }) {
  const visit = useVisit()
  const own = visit.words.liquidations.estimate
  const { parts } = estimate.pension
  return (
    <>
      <h3>{own.stepsTitle}</h3>
      {parts.map((part, index) => (
        <Table
          caption={parts.length > 1 ? own.options[part.option] : own.stepsTitle}
          showCaption={parts.length > 1}
          dense
          rows={[
            ...partSteps(visit, estimate, part),
            ...(index === parts.length - 1 ? lastSteps(visit, estimate.pension) : []),
          ]}
          columns={[
            { head: own.step, cell: ({ label }) => label },
            { head: own.value, numeric: true, cell: ({ value }) => value },
          ]}
        />
      ))}
    </>
  )
}

function partSteps(visit: Visit, { pension, rules }: Estimate, part: PensionPart): Step[] {
  const own = visit.words.liquidations.estimate
  const points = (value: bigint) => <bdi dir="ltr">{formatPoints(value)}</bdi>
  const fullAge = fullAgeOf(part.option, rules)
  const kind = pension.age === fullAge ? 'full' : pension.age < fullAge ? 'early' : 'deferred'
  return [
    { label: own.held, value: points(part.held) },
    ...(part.takenAsCapital > 0n
      ? [
          {
            label: own.takenAsCapital(percentText(rules.capitalShare)),
            value: <bdi dir="ltr">−{formatPoints(part.takenAsCapital)}</bdi>,
          },
          { label: own.keptStep, value: points(part.kept) },
        ]
      : []),
    { label: own.pointValue, value: pointValueText(rules.pointValue, visit.words) },
    { label: own.beforeCoefficient, value: <Money amount={part.beforeCoefficient} /> },
    {
      label: own.coefficient[kind],
      value: <bdi dir="ltr">× {coefficientText(part.coefficient)}</bdi>,
    },
    ...(pension.isSinglePayment
      ? []
      : [{ label: own.yearlyStep, value: <Money amount={part.yearly} /> }]),
  ]
}

/** What the parts make together; a single payment is worked out by the fund. */
function lastSteps({ words }: Visit, pension: Pension): Step[] {
  const own = words.liquidations.estimate
  if (pension.isSinglePayment) return []
  return [
    ...(pension.parts.length > 1
      ? [{ label: own.yearlyTotal, value: <Money amount={pension.yearly} /> }]
      : []),
    { label: own.monthlyStep, value: <Money amount={pension.monthly} /> },
  ]
}
