import { isInReview } from '../../letters/letter.ts'
import { awaitsDecision } from '../../letters/objection.ts'
import { Note } from '../../web/components/note.tsx'
import { useVisit } from '../../web/visit.ts'
import type { Case } from '../read-case.ts'

/** Read by everybody, decided by one: another agent works on it now. */
export function isInOtherHands({ holder, letter, objection }: Case): boolean {
  const isOpen = isInReview(letter) || awaitsDecision(objection, letter)
  return isOpen && holder !== null && !holder.isMe
}

/** In the place of a form that would only be refused. */
export function InOtherHands({ file }: { readonly file: Case }) {
  const { case: words } = useVisit().words.agency
  return (
    <Note tone="warning" title={words.heldTitle(file.holder?.name ?? '')}>
      {words.heldText}
    </Note>
  )
}
