import { formatQuarter, formatQuarterInWords } from '../../calendar/index.ts'
import { subtract } from '../../money/index.ts'
import { Details } from '../../web/components/details.tsx'
import { Money } from '../../web/components/money.tsx'
import { Table } from '../../web/components/table.tsx'
import { useVisit } from '../../web/visit.ts'
import { directionOf } from '../../web/words/language.ts'
import type { QuarterTotals } from '../situation.ts'

const height = 180
const labelRoom = 44
/** Room above the highest column, so that its outline is whole. */
const top = 4

/** Declared and paid by quarter: what is paid is filled, what is left is hatched, and the figures are underneath. */
export function QuarterChart({ quarters }: { readonly quarters: readonly QuarterTotals[] }) {
  const { words, language } = useVisit()
  const own = words.ledger.situation
  const [first, last] = [quarters.at(0), quarters.at(-1)]
  if (!first || !last) return null
  const named = (one: QuarterTotals) => formatQuarterInWords(one.quarter, language)
  return (
    <figure class="chart">
      <figcaption class="visually-hidden">{own.chartLabel(named(first), named(last))}</figcaption>
      <ul class="legend">
        <li class="is-paid">{own.paid}</li>
        <li class="is-unpaid">{own.unpaid}</li>
      </ul>
      <Columns quarters={quarters} />
      <Details summary={own.figures}>
        <Figures quarters={quarters} />
      </Details>
    </figure>
  )
}

function Columns({ quarters }: { readonly quarters: readonly QuarterTotals[] }) {
  const { language } = useVisit()
  const highest = quarters.reduce((most, one) => (one.declared > most ? one.declared : most), 1n)
  const slot = Math.min(100 / quarters.length, 12)
  const isMirrored = directionOf(language) === 'rtl'
  const size = (amount: bigint) => Number((amount * BigInt(height * 100)) / highest) / 100
  return (
    <svg width="100%" height={top + height + labelRoom} aria-hidden="true">
      <defs>
        <pattern id="reste" width="6" height="6" patternUnits="userSpaceOnUse">
          <path d="M-1 1l2-2M0 6l6-6M5 7l2-2" class="chart-hatch" />
        </pattern>
      </defs>
      <line x1="0" x2="100%" y1={top + height} y2={top + height} class="chart-ground" />
      {quarters.map((one, index) => {
        const start = isMirrored ? 100 - (index + 1) * slot : index * slot
        return (
          <Column
            totals={one}
            start={start}
            slot={slot}
            declared={size(one.declared)}
            paid={size(one.paid > 0n ? one.paid : 0n)}
            isYear={
              one.quarter.quarter === 1 || (index === 0 && quarters[1]?.quarter.quarter !== 1)
            }
          />
        )
      })}
    </svg>
  )
}

interface ColumnProps {
  readonly totals: QuarterTotals
  readonly start: number
  readonly slot: number
  readonly declared: number
  readonly paid: number
  readonly isYear: boolean
}

function Column({ totals, start, slot, declared, paid, isYear }: ColumnProps) {
  const { words, language } = useVisit()
  const ground = top + height
  const middle = `${round(start + slot / 2)}%`
  const [x, width] = [`${round(start + slot * 0.18)}%`, `${round(slot * 0.64)}%`]
  const [year, quarter] = formatQuarter(totals.quarter).split('T') as [string, string]
  return (
    <g>
      <rect
        x={x}
        width={width}
        y={ground - declared}
        height={declared}
        class="chart-unpaid"
        fill="url(#reste)"
      />
      <rect x={x} width={width} y={ground - paid} height={paid} class="chart-paid" />
      <text x={middle} y={ground + 18} class="chart-label" direction={directionOf(language)}>
        {words.ledger.situation.quarterMark(quarter)}
      </text>
      {isYear ? (
        <text x={middle} y={ground + 36} class="chart-label is-year" direction="ltr">
          {year}
        </text>
      ) : null}
    </g>
  )
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

function Figures({ quarters }: { readonly quarters: readonly QuarterTotals[] }) {
  const { words, language } = useVisit()
  const own = words.ledger.situation
  return (
    <Table
      caption={own.chartTitle}
      rows={quarters.toReversed()}
      dense
      columns={[
        {
          head: words.ledger.quarter,
          cell: ({ quarter }) => formatQuarterInWords(quarter, language),
        },
        { head: own.declared, numeric: true, cell: (one) => <Money amount={one.declared} /> },
        { head: own.paid, numeric: true, cell: (one) => <Money amount={one.paid} /> },
        {
          head: own.unpaid,
          numeric: true,
          cell: (one) => <Money amount={subtract(one.declared, one.paid)} />,
        },
      ]}
    />
  )
}
