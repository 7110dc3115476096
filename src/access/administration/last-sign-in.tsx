import { addDays, dayMs, localDateAt, wallTimeAt } from '../../calendar/index.ts'
import { DateText } from '../../web/components/date-text.tsx'
import { useVisit } from '../../web/visit.ts'

interface Props {
  readonly at: Date | null
}

const longAgoDays = 150

/** «hier à 16 h 20», «il y a 7 mois», «12 mars 2026», «jamais»: as people say it. */
export function LastSignIn({ at }: Props) {
  const { now, language, words } = useVisit()
  const own = words.administration
  if (at === null) return <>{own.never}</>
  const days = (now.getTime() - at.getTime()) / dayMs
  const day = localDateAt(at)
  const today = localDateAt(now)
  if (day === today)
    return <time datetime={at.toISOString()}>{own.today(hourOf(at, language))}</time>
  if (day === addDays(today, -1))
    return <time datetime={at.toISOString()}>{own.yesterday(hourOf(at, language))}</time>
  if (days > longAgoDays)
    return <time datetime={at.toISOString()}>{own.monthsAgo(Math.floor(days / 30.44))}</time>
  return <DateText date={day} />
}

function hourOf(at: Date, language: 'fr' | 'ar'): string {
  const { hour, minute } = wallTimeAt(at)
  const minutes = String(minute).padStart(2, '0')
  return language === 'fr' ? `${hour}\u00a0h\u00a0${minutes}` : `${hour}:${minutes}`
}
