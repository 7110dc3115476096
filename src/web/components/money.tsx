import { type Dirhams, formatDirhams, formatDirhamsBare } from '../../money/index.ts'
import { useVisit } from '../visit.ts'

interface Props {
  readonly amount: Dirhams
  /** Without the unit, in columns whose heading says dirhams. */
  readonly bare?: boolean | undefined
  /** It is a difference: what is more says so, as what is less does. */
  readonly isDifference?: boolean | undefined
}

/** An amount; its digits and sign stay in order in Arabic too. */
export function Money({ amount, bare, isDifference = false }: Props) {
  const { language } = useVisit()
  const digits = formatDirhamsBare(amount)
  return (
    <bdi class="money">
      <bdi dir="ltr">
        {isDifference && amount > 0n ? '+' : ''}
        {digits}
      </bdi>
      {bare ? null : formatDirhams(amount, language).slice(digits.length)}
    </bdi>
  )
}
