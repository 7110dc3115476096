import { isLetterReason } from '../../letters/reasons.ts'
import { DateText } from '../../web/components/date-text.tsx'
import { Table } from '../../web/components/table.tsx'
import { useVisit } from '../../web/visit.ts'
import type { PastReview } from '../store/case-history.ts'
import type { Case } from '../read-case.ts'
import { EventActor, EventSentence } from '../../audit/event-text.tsx'

/** Who did what to this file: verdicts with their reasons, then every event, openings of the scan included. */
export function CaseHistory({ file }: { readonly file: Case }) {
  const { case: words, trail } = useVisit().words.agency
  return (
    <section aria-labelledby="historique">
      <h2 id="historique">{words.history}</h2>
      {file.reviews.length > 0 ? <Reviews file={file} /> : null}
      <Table
        caption={words.trail}
        dense
        rows={file.events}
        columns={[
          { head: trail.what, cell: (event) => <EventSentence event={event} /> },
          { head: trail.who, cell: (event) => <EventActor event={event} /> },
          { head: trail.when, cell: (event) => <DateText date={event.at} /> },
        ]}
      />
    </section>
  )
}

function Reviews({ file }: { readonly file: Case }) {
  const { case: words, trail } = useVisit().words.agency
  const current = file.proofs[0]?.id
  return (
    <Table
      caption={words.reviews}
      dense
      rows={file.reviews}
      columns={[
        {
          head: words.reviews,
          cell: (review) => (
            <>
              {words.verdicts[review.verdict]}
              {review.proofId === current ? null : <small>{words.onEarlier}</small>}
              <Reasons review={review} />
            </>
          ),
        },
        { head: trail.who, cell: (review) => <bdi>{review.agent}</bdi> },
        { head: trail.when, cell: (review) => <DateText date={review.at} /> },
      ]}
    />
  )
}

function Reasons({ review }: { readonly review: PastReview }) {
  const { letters } = useVisit().words
  const reasons = review.reasons.filter(isLetterReason).map((code) => letters.reasons[code])
  return (
    <>
      {[...reasons, review.note].filter(Boolean).map((sentence) => (
        <small dir="auto">{sentence}</small>
      ))}
    </>
  )
}
