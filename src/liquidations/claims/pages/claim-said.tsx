import { Note } from '../../../web/components/note.tsx'
import { useVisit } from '../../../web/visit.ts'
import { colon } from '../../../web/words/language.ts'
import { type DocumentReview, documentName } from '../documents.ts'
import { tellReason } from '../refusal-reasons.ts'
import { lastRequest, refusedBy } from '../requests.ts'
import type { ClaimView } from '../view-claim.ts'

/** What the agency asks for, until the claim is sent again, or why it refused. */
export function ClaimSaid({ view }: { readonly view: ClaimView }) {
  const own = useVisit().words.claims
  const { claim, steps } = view
  if (claim.state !== 'incomplete' && claim.state !== 'refused') return null
  const isRefused = claim.state === 'refused'
  const request = lastRequest(steps)
  return (
    <Note
      tone={isRefused ? 'stop' : 'warning'}
      title={isRefused ? own.refusedTitle : own.askedTitle}
    >
      {claim.note ? (
        <p>
          <bdi>{claim.note}</bdi>
        </p>
      ) : null}
      {request && !isRefused ? (
        <RefusedDocuments view={view} reviews={refusedBy(request, view)} />
      ) : null}
      {isRefused ? null : <InfectedDocuments view={view} />}
    </Note>
  )
}

interface RefusedProps {
  readonly view: Pick<ClaimView, 'documents'>
  readonly reviews: readonly DocumentReview[]
}

/** Each document that was refused, and why. */
export function RefusedDocuments({ view, reviews }: RefusedProps) {
  const { words, language } = useVisit()
  const refused = reviews.flatMap(({ code, reason }) =>
    view.documents.filter((one) => one.code === code).map((document) => ({ document, reason })),
  )
  if (refused.length === 0) return null
  return (
    <>
      {refused.map(({ document, reason }) => (
        <p>
          {documentName(document, language)}
          {colon(language)}
          <bdi>{tellReason(reason, words)}</bdi>
        </p>
      ))}
    </>
  )
}

function InfectedDocuments({ view }: Pick<RefusedProps, 'view'>) {
  const { words, language } = useVisit()
  const infected = view.documents.filter(({ isInfected }) => isInfected)
  if (infected.length === 0) return null
  return (
    <>
      {infected.map((document) => (
        <p>
          {documentName(document, language)}
          {colon(language)}
          {words.claims.documentsStep.infected}
        </p>
      ))}
    </>
  )
}
