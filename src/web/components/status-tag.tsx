import type { Child } from 'hono/jsx'
import { Shape, type Tone } from './shape.tsx'

interface Props {
  readonly tone: Tone
  readonly children: Child
}

/** A state in one or two words, with its shape and colour. */
export function StatusTag({ tone, children }: Props) {
  return (
    <span class={`tag is-${tone}`}>
      <Shape tone={tone} />
      {children}
    </span>
  )
}
