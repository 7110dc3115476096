import { sum } from '../../money/index.ts'
import { DateText } from '../../web/components/date-text.tsx'
import { Money } from '../../web/components/money.tsx'
import { Table } from '../../web/components/table.tsx'
import { useVisit } from '../../web/visit.ts'
import { fractionText } from '../entry-label.ts'
import type { Fraction, Terms } from '../late-interest.ts'

interface Props {
  readonly caption: string
  readonly fractions: readonly Fraction[]
  readonly terms: Pick<Terms, 'yearlyRate' | 'yearDays'>
}

/** Late interest with its arithmetic, one line for each payment (product C5). */
export function Fractions({ caption, fractions, terms }: Props) {
  const { words } = useVisit()
  const { due, situation } = words.ledger
  return (
    <Table
      caption={caption}
      showCaption
      rows={fractions}
      columns={[
        { head: due.paidOn, cell: ({ paidOn }) => <DateText date={paidOn} /> },
        { head: due.days, numeric: true, cell: ({ days }) => String(days) },
        {
          head: due.calculation,
          cell: (fraction) => (
            <bdi dir="ltr" class="numeric">
              {fractionText(fraction, terms)}
            </bdi>
          ),
        },
        { head: situation.interest, numeric: true, cell: (one) => <Money amount={one.interest} /> },
      ]}
      foot={
        fractions.length > 1
          ? [situation.total, '', '', <Money amount={sum(fractions.map((one) => one.interest))} />]
          : undefined
      }
    />
  )
}
