import { formatShortDate, type LocalDate } from '../../calendar/index.ts'
import { formatPhone } from '../../web/phone.ts'
import { useVisit } from '../../web/visit.ts'

const days = new Set(['joinedOn', 'affiliatedOn', 'bornOn', 'leftOn', 'activeFrom', 'activeUntil'])
const rates = new Set(['employeeRate', 'employerRate'])

interface ValueProps {
  readonly field: string
  readonly value: string | null
}

/** A value of a row as people write it. */
export function ValueText({ field, value }: ValueProps) {
  const { imports: words } = useVisit().words
  if (value === null) return <>{words.one.nothing}</>
  if (days.has(field)) return <bdi dir="ltr">{formatShortDate(value as LocalDate)}</bdi>
  if (field === 'phone') return <bdi dir="ltr">{formatPhone(value)}</bdi>
  if (rates.has(field)) {
    return <bdi dir="ltr">{`${(Number(value) / 100).toFixed(2).replace('.', ',')}\u00a0%`}</bdi>
  }
  const known: Readonly<Record<string, string>> = words.values
  return <bdi>{known[value] ?? value}</bdi>
}
