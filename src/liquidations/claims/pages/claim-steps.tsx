import { DateText } from '../../../web/components/date-text.tsx'
import { useVisit } from '../../../web/visit.ts'
import type { ClaimStep } from '../steps.ts'

/** What happened to a claim, in order, and by whom: an agent is the agency, for the company. */
export function ClaimSteps({ steps }: { readonly steps: readonly ClaimStep[] }) {
  const own = useVisit().words.claims
  return (
    <ol class="plain-list">
      {steps.map(({ step, at, byKind, byName, note }) => (
        <li>
          {own.steps[step]}
          <small>
            <DateText date={at} />
            {' · '}
            {byKind === 'profile' ? <bdi>{byName}</bdi> : own.agency}
          </small>
          {note ? (
            <p>
              <bdi>{note}</bdi>
            </p>
          ) : null}
        </li>
      ))}
    </ol>
  )
}
