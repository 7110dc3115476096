import { DateText } from '../../web/components/date-text.tsx'
import { StatusTag } from '../../web/components/status-tag.tsx'
import { useVisit } from '../../web/visit.ts'
import type { MemberRow } from '../member.ts'
import { stateOf } from '../members-file.ts'

const tones = { here: 'done', left: 'off', provisional: 'wait', refused: 'stop' } as const

/** There, left and when, waiting for the agency, not recognised. */
export function MemberTag({ member }: { readonly member: Pick<MemberRow, 'state' | 'leftOn'> }) {
  const { states } = useVisit().words.members
  const state = stateOf(member)
  return (
    <>
      <StatusTag tone={tones[state]}>{states[state]}</StatusTag>
      {state === 'left' && member.leftOn ? (
        <small>
          <DateText date={member.leftOn} short />
        </small>
      ) : null}
    </>
  )
}
