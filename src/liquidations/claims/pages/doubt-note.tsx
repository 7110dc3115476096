import { formatDate, formatQuarterInWords } from '../../../calendar/index.ts'
import { Listed } from '../../../web/components/listed.tsx'
import { Note } from '../../../web/components/note.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import { useVisit } from '../../../web/visit.ts'
import { isOfSurvivors } from '../claim.ts'
import type { ClaimView } from '../view-claim.ts'

interface Props {
  readonly view: Pick<
    ClaimView,
    'claim' | 'doubt' | 'start' | 'valuesFrom' | 'laterSalaries' | 'deaths'
  >
  /** Whoever prepares the claim may begin another. */
  readonly isOfCompany?: boolean
}

/** What does not fit the age, the salaries declared or the years that are known: said to whoever prepares the claim, and to whoever decides. */
export function DoubtNote({ view, isOfCompany = true }: Props) {
  const { words, language } = useVisit()
  const own = words.claims
  const { doubt, start, valuesFrom } = view
  return (
    <>
      {doubt && start ? (
        <Note tone="warning" title={own.doubtTitle}>
          <p>
            {view.claim.kind === 'single_payment'
              ? own.tooYoungForPayment(start.age)
              : own.doubts[doubt](start.age)}
          </p>
          {isOfCompany ? <p>{own.doubtText}</p> : null}
        </Note>
      ) : null}
      {view.claim.kind === 'orphan' ? <Note>{own.bothParents}</Note> : null}
      <OtherDeaths view={view} />
      <LaterSalaries view={view} isOfCompany={isOfCompany} />
      {valuesFrom ? (
        <Note tone="warning">{own.valuesUnknown(formatDate(valuesFrom, language))}</Note>
      ) : null}
    </>
  )
}

/** Another claim says that the person is dead, or gives another day of the same death. */
export function OtherDeaths({
  view: { claim, deaths },
}: {
  readonly view: Pick<ClaimView, 'claim' | 'deaths'>
}) {
  const { words, language } = useVisit()
  const own = words.claims.otherDeaths
  if (deaths.length === 0) return null
  const differs = isOfSurvivors(claim.kind)
  return (
    <Note tone={differs ? 'warning' : 'stop'} title={differs ? own.differs : own.stated}>
      <ul>
        {deaths.map(({ reference, diedOn }) => (
          <li>
            <Listed
              items={[own.diedOn(formatDate(diedOn, language)), <Reference>{reference}</Reference>]}
            />
          </li>
        ))}
      </ul>
      <p>{differs ? own.differsText : own.statedText}</p>
    </Note>
  )
}

/** Salaries of quarters that began after the death, or after the end of employment. */
function LaterSalaries({ view: { claim, laterSalaries }, isOfCompany = true }: Props) {
  const { words, language } = useVisit()
  const own = words.claims.laterSalaries
  if (laterSalaries.length === 0) return null
  const isDeath = isOfSurvivors(claim.kind)
  const todo = isDeath ? own.checkDeath : own.checkEnd
  return (
    <Note tone="warning" title={isDeath ? own.afterDeath : own.afterEnd}>
      <ul>
        {laterSalaries.map(({ quarter, elsewhere }) => (
          <li>
            <Listed
              items={[
                formatQuarterInWords(quarter, language),
                elsewhere ? <bdi>{elsewhere}</bdi> : null,
              ]}
            />
          </li>
        ))}
      </ul>
      <p>{isOfCompany ? own.company : todo}</p>
    </Note>
  )
}
