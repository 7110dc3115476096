import {
  formatDate,
  formatDateTime,
  formatShortDate,
  type LocalDate,
} from '../../calendar/index.ts'
import { useVisit } from '../visit.ts'

interface Props {
  /** A day, or an instant shown with its hour in Casablanca. */
  readonly date: LocalDate | Date
  /** «15/07/2026», for dense tables. */
  readonly short?: boolean | undefined
}

/** A date as people say it, and as machines read it. */
export function DateText({ date, short }: Props) {
  const { language } = useVisit()
  if (date instanceof Date) {
    return <time datetime={date.toISOString()}>{formatDateTime(date, language)}</time>
  }
  return short ? (
    <time datetime={date} dir="ltr">
      {formatShortDate(date)}
    </time>
  ) : (
    <time datetime={date}>{formatDate(date, language)}</time>
  )
}
