import { useVisit } from '../visit.ts'
import { Chevron } from './chevron.tsx'

interface Props {
  /** Which of the list is shown, counted from 1. */
  readonly from: number
  readonly to: number
  readonly count: number
  readonly before?: string | undefined
  readonly after?: string | undefined
}

/** «51 à 100 sur 312», with what comes before and after; nothing at all when everything is on the page. */
export function Stretch({ from, to, count, before, after }: Props) {
  const { words } = useVisit()
  if (!before && !after) return null
  return (
    <nav class="pagination" aria-label={words.frame.pages}>
      {before ? (
        <a href={before} rel="prev">
          <Chevron to="start" />
          {words.frame.previousPage}
        </a>
      ) : null}
      <span>{words.frame.stretch(from, to, count)}</span>
      {after ? (
        <a href={after} rel="next">
          {words.frame.nextPage}
          <Chevron to="end" />
        </a>
      ) : null}
    </nav>
  )
}
