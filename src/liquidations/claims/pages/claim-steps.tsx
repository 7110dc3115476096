import { DateText } from '../../../web/components/date-text.tsx'
import { Listed } from '../../../web/components/listed.tsx'
import { useVisit } from '../../../web/visit.ts'
import { refusedBy } from '../requests.ts'
import type { ClaimView } from '../view-claim.ts'
import { RefusedDocuments } from './claim-said.tsx'

interface Props {
  readonly view: Pick<ClaimView, 'steps' | 'reviews' | 'documents'>
}

/** What happened to a claim, in order, and by whom: an agent is the agency, for the company. */
export function ClaimSteps({ view }: Props) {
  const own = useVisit().words.claims
  return (
    <ol class="plain-list">
      {view.steps.map((one) => (
        <li>
          {own.steps[one.step]}
          <small>
            <Listed
              items={[
                <DateText date={one.at} />,
                one.byKind === 'profile' ? <bdi>{one.byName}</bdi> : own.agency,
              ]}
            />
          </small>
          {one.note ? (
            <p>
              <bdi>{one.note}</bdi>
            </p>
          ) : null}
          {one.step === 'asked' ? (
            <RefusedDocuments view={view} reviews={refusedBy(one, view)} />
          ) : null}
        </li>
      ))}
    </ol>
  )
}
