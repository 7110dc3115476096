import { type Dirhams, formatDirhams, formatDirhamsBare } from '../../money/index.ts'
import { useVisit } from '../visit.ts'

interface Props {
  readonly amount: Dirhams
  /** Without the unit, in columns whose heading says dirhams. */
  readonly bare?: boolean | undefined
}

/** An amount; its digits and sign stay in order in Arabic too. */
export function Money({ amount, bare }: Props) {
  const { language } = useVisit()
  const digits = formatDirhamsBare(amount)
  return (
    <bdi class="money">
      <bdi dir="ltr">{digits}</bdi>
      {bare ? null : formatDirhams(amount, language).slice(digits.length)}
    </bdi>
  )
}
