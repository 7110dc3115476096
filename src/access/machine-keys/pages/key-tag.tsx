import type { Tone } from '../../../web/components/shape.tsx'
import { StatusTag } from '../../../web/components/status-tag.tsx'
import { useVisit } from '../../../web/visit.ts'
import { type KeyStanding, type MachineKey, standingOfKey } from '../machine-key.ts'

const tones: Record<KeyStanding, Tone> = {
  in_force: 'done',
  ends_soon: 'wait',
  suspended: 'stop',
  expired: 'off',
  revoked: 'off',
}

export function KeyTag({ of, now }: { readonly of: MachineKey; readonly now: Date }) {
  const standing = standingOfKey(of, now)
  return <StatusTag tone={tones[standing]}>{useVisit().words.keys.standings[standing]}</StatusTag>
}
