import { grouped } from '../words/language.ts'

interface Part {
  readonly tone: 'done' | 'wait' | 'stop' | 'off'
  readonly count: number
  readonly label: string
}

/** How many are ready, to confirm, to correct: a bar, and the same in figures. */
export function Meter({ parts }: { readonly parts: readonly Part[] }) {
  const shown = parts.filter(({ count }) => count > 0)
  const widths = percentages(shown.map(({ count }) => count))
  return (
    <div class="meter">
      <svg width="100%" height="10" aria-hidden="true">
        {shown.map(({ tone }, index) => (
          <rect
            class={`is-${tone}`}
            x={`${sumOf(widths.slice(0, index))}%`}
            width={`${widths[index] ?? 0}%`}
            height="10"
          />
        ))}
      </svg>
      <ul class="legend">
        {parts.map(({ tone, count, label }) => (
          <li class={`is-${tone}`}>
            <b>
              <bdi dir="ltr">{grouped(count)}</bdi>
            </b>{' '}
            {label}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Whole widths that add up to a hundred; what exists is never too thin to be seen. */
function percentages(counts: readonly number[]): number[] {
  const total = sumOf(counts)
  const widths = counts.map((count) => Math.max(1, (100 * count) / total))
  const scale = 100 / sumOf(widths)
  return widths.map((width) => Math.round(width * scale * 100) / 100)
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
