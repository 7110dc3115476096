import type { Tone } from '../../web/components/shape.tsx'
import { StatusTag } from '../../web/components/status-tag.tsx'
import { useVisit } from '../../web/visit.ts'
import type { ImportState } from '../import-kind.ts'
import { hasEffect, type Import } from '../import.ts'

const tones: Record<ImportState, Tone> = {
  checking: 'info',
  checked: 'wait',
  asked: 'wait',
  unreadable: 'stop',
  applying: 'info',
  applied: 'done',
  abandoned: 'off',
}

/** A file that changes nothing asks for no decision, and is not given up: it is closed. */
export function ImportStateTag({ found }: { readonly found: Import }) {
  const { states, withoutEffect } = useVisit().words.imports
  const { state } = found
  if ((state === 'checked' || state === 'abandoned') && !hasEffect(found))
    return <StatusTag tone="off">{withoutEffect[state]}</StatusTag>
  return <StatusTag tone={tones[state]}>{states[state]}</StatusTag>
}
