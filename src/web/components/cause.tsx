import type { Child } from 'hono/jsx'
import { useVisit } from '../visit.ts'

interface Props {
  readonly count: number
  /** What is counted; lines unless told otherwise. */
  readonly unit?: string | undefined
  readonly title: string
  /** One sentence with a sample. */
  readonly children?: Child | undefined
  /** «Corriger les 412 lignes». */
  readonly action?: Child | undefined
}

/** One cause behind many lines: how many, why, a sample, and the button that deals with all of them. */
export function Cause({ count, unit, title, children, action }: Props) {
  const { words } = useVisit()
  return (
    <section class="cause">
      <p class="cause-count">
        <bdi dir="ltr">{String(count).replace(/\B(?=(?:\d{3})+$)/g, '\u202f')}</bdi>
        <small>{unit ?? words.frame.lines(count)}</small>
      </p>
      <div class="cause-text">
        <h2>{title}</h2>
        {children ? <p>{children}</p> : null}
      </div>
      {action ? <div class="cause-action">{action}</div> : null}
    </section>
  )
}

interface SampleProps {
  readonly tone: 'stop' | 'done' | 'wait'
  readonly children: string
}

/** A value quoted from a file, wrong or corrected, read left to right. */
export function Sample({ tone, children }: SampleProps) {
  return (
    <code class={`sample is-${tone}`} dir="ltr">
      {children}
    </code>
  )
}
