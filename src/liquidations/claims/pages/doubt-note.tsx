import { Note } from '../../../web/components/note.tsx'
import { useVisit } from '../../../web/visit.ts'
import type { ClaimView } from '../view-claim.ts'

/** The kind that was chosen does not fit the age: said to whoever prepares it, and to whoever decides. */
export function DoubtNote({ view }: { readonly view: Pick<ClaimView, 'doubt' | 'start'> }) {
  const own = useVisit().words.claims
  const { doubt, start } = view
  if (!doubt || !start) return null
  return (
    <Note tone="warning" title={own.doubtTitle}>
      <p>{own.doubts[doubt](start.age)}</p>
      <p>{own.doubtText}</p>
    </Note>
  )
}
