import { DateText } from '../../web/components/date-text.tsx'
import { StatusTag } from '../../web/components/status-tag.tsx'
import { useVisit } from '../../web/visit.ts'
import type { MemberRow } from '../member.ts'
import { stateOf } from '../members-file.ts'

const tones = { here: 'done', left: 'off', provisional: 'wait', refused: 'stop' } as const

/** There, waiting for the agency, not recognised; and left and when, whatever the agency has still to say. */
export function MemberTag({ member }: { readonly member: Pick<MemberRow, 'state' | 'leftOn'> }) {
  const { states } = useVisit().words.members
  const state = stateOf(member)
  const { leftOn } = member
  return (
    <>
      {state === 'left' ? null : <StatusTag tone={tones[state]}>{states[state]}</StatusTag>}
      {leftOn === null ? null : (
        <>
          {state === 'left' ? null : ' '}
          <StatusTag tone={tones.left}>{states.left}</StatusTag>
          <small>
            <DateText date={leftOn} short />
          </small>
        </>
      )}
    </>
  )
}
