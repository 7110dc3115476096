import type { LocalDate } from '../../calendar/index.ts'
import type { Dirhams } from '../../money/index.ts'
import { DateText } from '../../web/components/date-text.tsx'
import { Money } from '../../web/components/money.tsx'
import { useVisit } from '../../web/visit.ts'
import { type ParameterKey, parameterOf, type Unit } from '../parameter-catalogue.ts'
import type { Scalar } from '../scalars.ts'
import type { Row } from '../value-types.ts'

interface Props {
  readonly parameter: ParameterKey
  readonly value: unknown
}

/** A value as people say it: with its unit, or the number of lines of a list. */
export function ValueText({ parameter, value }: Props) {
  const { words } = useVisit()
  const { type, unit } = parameterOf(parameter)
  if (value === null || value === undefined) return <>{words.parameters.notSet}</>
  if (type.shape === 'table') return <>{words.parameters.rows((value as readonly Row[]).length)}</>
  return <ScalarText scalar={type.scalar} value={value} unit={unit} />
}

interface ScalarProps {
  readonly scalar: Scalar<unknown>
  readonly value: unknown
  readonly unit?: Unit | undefined
}

export function ScalarText({ scalar, value, unit }: ScalarProps) {
  const { words } = useVisit()
  const written = scalar.write(value)
  switch (scalar.name) {
    case 'amount':
      return <Money amount={value as Dirhams} />
    case 'day':
      return <DateText date={value as LocalDate} />
    case 'rate':
      return (
        <bdi dir="ltr" class="numeric">
          {written.includes(',') ? withTwoDecimals(written) : written}
          {'\u00a0'}%
        </bdi>
      )
    case 'choice':
      return <>{choiceWord(words.parameters.choices, written)}</>
    case 'text':
      return <bdi>{written}</bdi>
    default:
      return (
        <bdi class="numeric">
          <bdi dir="ltr">{unit === 'dirhams' ? withTwoDecimals(written) : written}</bdi>
          {unit
            ? `\u00a0${words.parameters.units[unit](Math.trunc(Number(written.replace(',', '.'))))}`
            : null}
        </bdi>
      )
  }
}

/** «13,7» dirhams are written «13,70», and «7,8» percent «7,80»; further decimals stay. */
function withTwoDecimals(written: string): string {
  const [whole = '', after = ''] = written.split(',')
  return `${whole},${after.padEnd(2, '0')}`
}

export function choiceWord(words: Readonly<Record<string, string>>, choice: string): string {
  return words[choice] ?? choice
}

/** Sources and reasons are written in the language of whoever wrote them. */
export function FreeText({ children }: { readonly children: string }) {
  return <span dir="auto">{children}</span>
}
