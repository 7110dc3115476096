import type { Tone } from '../../web/components/shape.tsx'
import { StatusTag } from '../../web/components/status-tag.tsx'
import { useVisit } from '../../web/visit.ts'
import type { LetterState } from '../../letters/letter.ts'

const tones: Readonly<Record<LetterState, Tone>> = {
  awaiting_signature: 'off',
  received: 'info',
  to_complete: 'wait',
  accepted: 'done',
  applied: 'done',
  refused: 'stop',
  withdrawn: 'off',
  expired: 'off',
  without_object: 'off',
}

export function LetterStateTag({ state }: { readonly state: LetterState }) {
  const { words } = useVisit()
  return <StatusTag tone={tones[state]}>{words.letters.states[state]}</StatusTag>
}
