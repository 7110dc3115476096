import { DateText } from '../../../web/components/date-text.tsx'
import { DescriptionList } from '../../../web/components/description-list.tsx'
import { Details } from '../../../web/components/details.tsx'
import { Money } from '../../../web/components/money.tsx'
import { Note } from '../../../web/components/note.tsx'
import { StatusTag } from '../../../web/components/status-tag.tsx'
import { useVisit } from '../../../web/visit.ts'
import { ParameterTable } from '../../pages/used-parameters.tsx'
import { monthlyOf } from '../../pension.ts'
import { type Claim, isOfSurvivors, isOver } from '../claim.ts'
import { type Computation, isEarlyReversion, pensionByRules } from '../computation.ts'
import type { KeptComputation } from '../kept-computation.ts'
import type { Payee } from '../payee.ts'
import { shareOut, sharesByRules } from '../shares.ts'
import { isPaidOnce, startTerm } from '../start-term.ts'
import { factorLines, ruleLine } from '../told-computation.ts'
import type { WorkedClaimView } from '../view-claim.ts'
import { SharesTable } from './shares-table.tsx'

interface Props {
  readonly claim: Claim
  readonly computation: KeptComputation
}

/** What a claim comes to by the rules, factor by factor. */
export function WorkedOut({ claim: { kind }, computation }: Props) {
  const { words, language } = useVisit()
  const { letter } = words.claims
  const telling = { words, language }
  const from = {
    term: startTerm(letter, isPaidOnce(kind)),
    value: <DateText date={computation.from} />,
  }
  // The month that a capital is worked out from stands beside it.
  const factors = kind === 'death_capital' ? [] : factorLines(kind, computation, telling)
  const lines = [...ruleLine(kind, computation, telling), ...factors]
  return (
    <DescriptionList
      rows={[
        from,
        ...lines.map(({ label, value, isSentence }) => ({
          term: label,
          value: isSentence ? value : <bdi dir="ltr">{value}</bdi>,
        })),
        ...amountRows(computation),
      ]}
    />
  )
}

/** Orphans have each a part of their own, one alone too; of other survivors as far as a rule divides what they have. */
export function SharesByRules({
  claim: { kind },
  payees,
  computation,
}: Props & { readonly payees: readonly Payee[] }) {
  if (!isOfSurvivors(kind) || (payees.length === 1 && kind !== 'orphan')) return null
  const amounts = { yearly: pensionByRules(computation), atOnce: computation.atOnce }
  const shares = sharesByRules(kind, payees, computation.from)
  if (!shares || (amounts.yearly === null && amounts.atOnce === null)) return null
  return <SharesTable shares={shareOut(payees, shares, amounts)} />
}

function amountRows(computation: KeptComputation) {
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

/** Until something is decided. */
export function EstimateMark() {
  const { estimate } = useVisit().words.claims
  return (
    <p>
      <StatusTag tone="wait">{estimate.mark}</StatusTag> {estimate.text}
    </p>
  )
}

/** Folded: the values that the arithmetic rests on, each with its day and its source. */
export function WorkedWith({
  computation,
}: {
  readonly computation: Pick<KeptComputation, 'parameters'> | null
}) {
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
  view: { claim, payees, computation },
}: {
  readonly view: Pick<WorkedClaimView, 'claim' | 'payees' | 'computation'>
}) {
  const { words } = useVisit()
  const own = words.claims
  if (claim.endedOn === null || isOver(claim)) return null
  return (
    <section>
      <h2>{own.estimate.title}</h2>
      {computation ? (
        <>
          <EstimateMark />
          <WorkedOut claim={claim} computation={computation} />
          <SharesByRules claim={claim} payees={payees} computation={computation} />
        </>
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
