import type { Tone } from '../../web/components/shape.tsx'
import { StatusTag } from '../../web/components/status-tag.tsx'
import { useVisit } from '../../web/visit.ts'
import type { ImportState } from '../import-kind.ts'

const tones: Record<ImportState, Tone> = {
  checking: 'info',
  checked: 'wait',
  asked: 'wait',
  unreadable: 'stop',
  applying: 'info',
  applied: 'done',
  abandoned: 'off',
}

export function ImportStateTag({ state }: { readonly state: ImportState }) {
  const { imports } = useVisit().words
  return <StatusTag tone={tones[state]}>{imports.states[state]}</StatusTag>
}
