import { zeroDirhams } from '../../money/index.ts'
import { useVisit } from '../visit.ts'
import { colon } from '../words/language.ts'
import { Money } from './money.tsx'

/** What the ticked boxes of a form come to. Nothing follows the ticks without a script: the next page says it then. */
export function TickedSum() {
  const { words, language } = useVisit()
  return (
    <p role="status" data-ticked-sum hidden>
      {words.frame.tickedSum + colon(language)}
      <strong>
        <Money amount={zeroDirhams} />
      </strong>
      <span data-unread hidden>
        {` (${words.frame.tickedUnread})`}
      </span>
    </p>
  )
}
