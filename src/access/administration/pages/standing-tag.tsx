import type { Tone } from '../../../web/components/shape.tsx'
import { StatusTag } from '../../../web/components/status-tag.tsx'
import { useVisit } from '../../../web/visit.ts'
import type { DepartureSign, Standing } from '../user.ts'

const tones: Record<Standing, Tone> = {
  offered: 'wait',
  declined: 'stop',
  link_sent: 'wait',
  link_expired: 'stop',
  provisional: 'wait',
  provisional_expired: 'stop',
  active: 'done',
  suspended: 'off',
  removed: 'off',
}

interface Props {
  readonly standing: Standing
  /** Somebody active who looks gone is shown so. */
  readonly gone?: DepartureSign | undefined
}

/** Where a user stands, in a word, a shape and a colour. */
export function StandingTag({ standing, gone }: Props) {
  const { words } = useVisit()
  const own = words.administration
  if (gone && standing === 'active') return <StatusTag tone="stop">{own.gone.looks}</StatusTag>
  return <StatusTag tone={tones[standing]}>{own.standings[standing]}</StatusTag>
}
