import { Note } from '../../../web/components/note.tsx'
import { useVisit } from '../../../web/visit.ts'
import { colon } from '../../../web/words/language.ts'
import { documentName } from '../documents.ts'
import { tellReason } from '../refusal-reasons.ts'
import type { ClaimView } from '../view-claim.ts'

/** What the agency asks for, or why it refused. */
export function ClaimSaid({ view }: { readonly view: ClaimView }) {
  const { words, language } = useVisit()
  const own = words.claims
  const { claim, documents } = view
  if (claim.state !== 'incomplete' && claim.state !== 'refused') return null
  const refused = documents.filter(({ state }) => state === 'refused')
  const isRefused = claim.state === 'refused'
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
      {refused.length > 0 && !isRefused ? (
        <ul>
          {refused.map((document) => (
            <li>
              {documentName(document, language)}
              {colon(language)}
              <bdi>{tellReason(document.review?.reason ?? '', words)}</bdi>
            </li>
          ))}
        </ul>
      ) : null}
    </Note>
  )
}
