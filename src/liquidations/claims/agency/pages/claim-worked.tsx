import { coefficientText } from '../../../amounts.ts'
import { monthlyOf } from '../../../pension.ts'
import { revisedYearly } from '../../revision.ts'
import { formatPoints } from '../../../../members/points.ts'
import { ParameterTable } from '../../../pages/used-parameters.tsx'
import { DateText } from '../../../../web/components/date-text.tsx'
import { DescriptionList } from '../../../../web/components/description-list.tsx'
import { Details } from '../../../../web/components/details.tsx'
import { Money } from '../../../../web/components/money.tsx'
import { Note } from '../../../../web/components/note.tsx'
import { useVisit } from '../../../../web/visit.ts'
import { lastGranted } from '../../store/decisions.ts'
import type { AgentClaimView } from '../read-claim.ts'

/** What the claim comes to by the rules, as far as they are published. */
export function Worked({ view }: { readonly view: AgentClaimView }) {
  const { words } = useVisit()
  const { letter, agent } = words.claims
  const { computation } = view
  const owed = pointsOwed(view)
  return (
    <section>
      <h2>{letter.arithmetic}</h2>
      {computation ? (
        <>
          <DescriptionList
            rows={[
              { term: letter.from, value: <DateText date={computation.from} /> },
              {
                term: letter.points,
                value: <bdi dir="ltr">{formatPoints(computation.points)}</bdi>,
              },
              {
                term: letter.keptPoints,
                value: <bdi dir="ltr">{formatPoints(computation.kept)}</bdi>,
              },
              ...computation.parts.map((part) => ({
                term: words.liquidations.estimate.options[part.option],
                value: (
                  <bdi dir="ltr">
                    {formatPoints(part.kept)} × {coefficientText(part.coefficient)}
                  </bdi>
                ),
              })),
              ...(computation.yearly === null
                ? []
                : [
                    { term: letter.yearly, value: <Money amount={computation.yearly} /> },
                    {
                      term: letter.monthly,
                      value: <Money amount={monthlyOf(computation.yearly)} />,
                    },
                  ]),
            ]}
          />
          {owed > 0n ? <Note tone="warning">{agent.pointsOwed(formatPoints(owed))}</Note> : null}
          {view.claim.kind === 'single_payment' && !computation.isUnderPoints ? (
            <Note tone="stop">{agent.pointsForPension}</Note>
          ) : null}
          {computation.isUnderPoints ? <Note tone="warning">{agent.underPoints}</Note> : null}
          {computation.yearly === null ? <Note>{agent.noRule}</Note> : null}
        </>
      ) : (
        <Note tone="warning">{agent.nothingWorked}</Note>
      )}
    </section>
  )
}

/** Folded: the values that the arithmetic rests on, each with its day and its source. */
export function WorkedWith({ view: { computation } }: { readonly view: AgentClaimView }) {
  const { parametersTitle } = useVisit().words.liquidations.estimate
  if (!computation || computation.parameters.length === 0) return null
  return (
    <Details summary={parametersTitle}>
      <ParameterTable parameters={computation.parameters} />
    </Details>
  )
}

/** Paid for since the last decision of a claim that was granted with an amount at once: nothing revises them by itself. */
function pointsOwed({ claim, computation, decisions }: AgentClaimView): bigint {
  const last = lastGranted(decisions)
  const isByAgent = computation !== null && last && revisedYearly(claim, last, computation) === null
  return isByAgent && last.points !== null ? computation.points - last.points : 0n
}
