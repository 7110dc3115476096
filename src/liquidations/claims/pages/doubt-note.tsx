import { formatDate } from '../../../calendar/index.ts'
import { Note } from '../../../web/components/note.tsx'
import { useVisit } from '../../../web/visit.ts'
import type { ClaimView } from '../view-claim.ts'

interface Props {
  readonly view: Pick<ClaimView, 'doubt' | 'start' | 'valuesFrom'>
  /** Whoever prepares the claim may begin another. */
  readonly isOfCompany?: boolean
}

/** What does not fit the age, or the years that are known: said to whoever prepares the claim, and to whoever decides. */
export function DoubtNote({ view, isOfCompany = true }: Props) {
  const { words, language } = useVisit()
  const own = words.claims
  const { doubt, start, valuesFrom } = view
  return (
    <>
      {doubt && start ? (
        <Note tone="warning" title={own.doubtTitle}>
          <p>{own.doubts[doubt](start.age)}</p>
          {isOfCompany ? <p>{own.doubtText}</p> : null}
        </Note>
      ) : null}
      {valuesFrom ? (
        <Note tone="warning">{own.valuesUnknown(formatDate(valuesFrom, language))}</Note>
      ) : null}
    </>
  )
}
