import type { Child } from 'hono/jsx'
import { useVisit } from '../visit.ts'
import { listed } from '../words/language.ts'

interface Props {
  readonly items: readonly Child[]
}

/** Several things in one line, with the comma of the language: where the line breaks, nothing hangs at its end. */
export function Listed({ items }: Props) {
  const comma = listed(['', ''], useVisit().language)
  return (
    <>
      {items.filter(Boolean).map((item, index) => (
        <>
          {index > 0 ? comma : null}
          {item}
        </>
      ))}
    </>
  )
}
