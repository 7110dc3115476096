import { StatusTag } from '../../../web/components/status-tag.tsx'
import { useVisit } from '../../../web/visit.ts'
import { isOpen, type Takeout } from '../takeout.ts'

export function TakeoutStateTag({
  takeout,
  now,
}: {
  readonly takeout: Takeout
  readonly now: Date
}) {
  const { states } = useVisit().words.takeout
  const { state } = takeout
  const isClosed = state === 'agreed' && !isOpen(takeout, now)
  return (
    <StatusTag tone={isClosed ? 'off' : tones[state]}>
      {states[isClosed ? 'closed' : state]}
    </StatusTag>
  )
}

const tones = { waiting: 'wait', agreed: 'done', declined: 'off', withdrawn: 'off' } as const
