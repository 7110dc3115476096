import type { Child } from 'hono/jsx'
import { useVisit } from '../visit.ts'
import { Shape } from './shape.tsx'

interface Props {
  readonly tone?: 'info' | 'warning' | 'stop' | 'done' | undefined
  /** The sentence that matters, in bold. */
  readonly title?: Child | undefined
  readonly children?: Child | undefined
  /** A button or link that solves it. */
  readonly action?: Child | undefined
}

const shapes = { info: 'info', warning: 'wait', stop: 'stop', done: 'done' } as const

/** A sentence to read before going on, with the button that solves it when there is one. */
export function Note({ tone = 'info', title, children, action }: Props) {
  const { words } = useVisit()
  return (
    <div class={`note is-${tone}`}>
      <Shape tone={shapes[tone]} />
      <div class="note-text">
        <span class="visually-hidden">{words.frame.noteKinds[tone]}</span>
        {title ? <p class="note-title">{title}</p> : null}
        {children ? <div>{children}</div> : null}
      </div>
      {action ? <div class="note-action">{action}</div> : null}
    </div>
  )
}
