import { formatMonth } from '../../../calendar/index.ts'
import { useVisit } from '../../../web/visit.ts'
import { directionOf } from '../../../web/words/language.ts'

interface Props {
  /** What the bars are, for those who do not see them; the table says the figures. */
  readonly label: string
  readonly unit?: string
  readonly bars: readonly { readonly month: string; readonly value: number | null }[]
}

const [height, above, below] = [140, 24, 44]

/** A bar a month, each with its figure above it: nothing depends on a colour. */
export function MonthChart({ label, unit, bars }: Props) {
  const { language } = useVisit()
  const highest = Math.max(1, ...bars.map(({ value }) => value ?? 0))
  const slot = 100 / Math.max(1, bars.length)
  const ground = above + height
  const isMirrored = directionOf(language) === 'rtl'
  return (
    <figure class="chart">
      <figcaption class="legend">{unit ? `${label} (${unit})` : label}</figcaption>
      <svg width="100%" height={ground + below} aria-hidden="true">
        <line x1="0" x2="100%" y1={ground} y2={ground} class="chart-ground" />
        {bars.map(({ month, value }, index) => {
          const start = isMirrored ? 100 - (index + 1) * slot : index * slot
          const size = ((value ?? 0) / highest) * height
          const middle = `${round(start + slot / 2)}%`
          const [year, number] = month.split('-')
          return (
            <g>
              <rect
                x={`${round(start + slot * 0.2)}%`}
                width={`${round(slot * 0.6)}%`}
                y={round(ground - size)}
                height={round(size)}
                class="chart-paid"
              >
                <title>{formatMonth(month, language)}</title>
              </rect>
              <text x={middle} y={round(ground - size - 6)} class="chart-label" direction="ltr">
                {value === null ? '–' : String(value).replace('.', language === 'fr' ? ',' : '.')}
              </text>
              <text x={middle} y={ground + 18} class="chart-label" direction="ltr">
                {number}
              </text>
              {number === '01' || (index === 0 && !isJanuary(bars[1])) ? (
                <text x={middle} y={ground + 36} class="chart-label is-year" direction="ltr">
                  {year}
                </text>
              ) : null}
            </g>
          )
        })}
      </svg>
    </figure>
  )
}

/** The year of the first month would touch that of a January beside it. */
function isJanuary(bar: Props['bars'][number] | undefined): boolean {
  return bar?.month.endsWith('-01') ?? false
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
