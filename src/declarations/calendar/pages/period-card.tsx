import {
  formatDate,
  formatQuarter,
  formatQuarterInWords,
  type LocalDate,
} from '../../../calendar/index.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Money } from '../../../web/components/money.tsx'
import { StatusTag } from '../../../web/components/status-tag.tsx'
import type { Tone } from '../../../web/components/shape.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { type CalendarEntry, daysLeft, isLate, type PeriodState } from '../calendar-entry.ts'
import { listed } from '../../../web/words/language.ts'

interface Props {
  readonly entry: CalendarEntry
  readonly today: LocalDate
  /** The most urgent one has the page's button. */
  readonly isFirst: boolean
}

const tones: Readonly<Record<Exclude<PeriodState, 'sent'>, Tone>> = {
  to_declare: 'wait',
  typing: 'wait',
  receiving: 'info',
  to_correct: 'stop',
  to_confirm: 'wait',
  ready: 'done',
}

/** One quarter of one category to declare: which, by when, where it stands, what to do next. */
export function PeriodCard({ entry, today, isFirst }: Props) {
  const { words, language } = useVisit()
  const said = words.desk.calendar
  if (entry.state === 'sent') return null
  const late = isLate(entry, today)
  const quarter = formatQuarterInWords(entry.quarter, language)
  return (
    <li class={late ? 'period is-late' : 'period'}>
      <h3>{quarter}</h3>
      <p class="muted">
        {words.declarations.category} <bdi dir="ltr">{entry.category}</bdi>,{' '}
        <bdi>{entry.label}</bdi>
      </p>
      <p class="period-state">
        <StatusTag tone={tones[entry.state]}>{said.states[entry.state](entry.linesLeft)}</StatusTag>
        {late ? <StatusTag tone="stop">{words.declarations.states.late}</StatusTag> : null}
      </p>
      <OnItsWay entry={entry} />
      <p class={late ? 'period-due is-stop' : 'period-due'}>
        {said.due(formatDate(entry.dueOn, language), daysLeft(entry, today))}
      </p>
      {entry.total ? (
        <p class="period-amount">
          <Money amount={entry.total} />
        </p>
      ) : null}
      <ButtonLink
        kind={isFirst ? 'primary' : 'plain'}
        href={addressOf(entry)}
        hidden={listed([quarter, entry.category], language)}
      >
        {said.next[entry.state]}
      </ButtonLink>
    </li>
  )
}

/** How far a file of this period has come. */
function OnItsWay({ entry: { arriving } }: { readonly entry: CalendarEntry }) {
  const { states } = useVisit().words.deposits
  if (!arriving) return null
  return <p>{arriving.isChecked ? states.received : states.receiving(arriving.percent)}</p>
}

function addressOf({ declarationId, category, quarter, arriving }: CalendarEntry): string {
  if (arriving) return paths.declarations.deposit({ id: arriving.depositId })
  return declarationId
    ? paths.declarations.check({ id: declarationId })
    : paths.declarations.period({ category, quarter: formatQuarter(quarter) })
}
