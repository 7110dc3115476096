import type { Child } from 'hono/jsx'
import { useVisit } from '../visit.ts'

export interface Answer {
  readonly question: string
  readonly answer: Child
  /** Where the answer is changed; without it the row cannot be changed. */
  readonly href?: string | undefined
}

interface Props {
  readonly title?: string | undefined
  readonly rows: readonly Answer[]
}

/** What was answered, row by row, each with the way to change it. */
export function Summary({ title, rows }: Props) {
  return (
    <section class="summary">
      {title ? <h2>{title}</h2> : null}
      <dl class="details-list has-actions">
        {rows.map((row) => (
          <Row {...row} />
        ))}
      </dl>
    </section>
  )
}

function Row({ question, answer, href }: Answer) {
  const { words } = useVisit()
  return (
    <div>
      <dt>{question}</dt>
      <dd>{answer === '' || answer === null ? words.frame.none : answer}</dd>
      {href ? (
        <dd class="row-action">
          <a href={href}>
            {words.frame.edit}
            <span class="visually-hidden"> ({question})</span>
          </a>
        </dd>
      ) : null}
    </div>
  )
}
