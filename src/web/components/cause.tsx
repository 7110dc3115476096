import type { Child } from 'hono/jsx'
import { useVisit } from '../visit.ts'
import { grouped } from '../words/language.ts'

interface Props {
  readonly count: number
  /** What is counted; lines unless told otherwise. */
  readonly unit?: string | undefined
  readonly title: string
  /** `h3` when the causes stand under titles of their own. */
  readonly level?: 'h2' | 'h3' | undefined
  /** One sentence with a sample. */
  readonly children?: Child | undefined
  /** «Corriger les 412 lignes». */
  readonly action?: Child | undefined
  /** Under it, over the whole width: a form, the lines themselves. */
  readonly more?: Child | undefined
}

/** One cause behind many lines: how many, why, a sample, and the button that deals with all of them. */
export function Cause({ level: Title = 'h2', ...props }: Props) {
  const { words } = useVisit()
  const { count, unit, title, children, action, more } = props
  return (
    <section class="cause">
      <p class="cause-count">
        <bdi dir="ltr">{grouped(count)}</bdi>
        <small>{unit ?? words.frame.lines(count)}</small>
      </p>
      <div class="cause-text">
        <Title>{title}</Title>
        {children ? <p>{children}</p> : null}
      </div>
      {action ? <div class="cause-action">{action}</div> : null}
      {more ? <div class="cause-more">{more}</div> : null}
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
