import { hourMs } from '../../calendar/index.ts'
import { useVisit } from '../visit.ts'

interface Props {
  /** What is left of the time promised; negative once it is overdue. */
  readonly remainingMs: number
  readonly allowedMs: number
  /** The applicant owes something: time does not run. */
  readonly paused?: boolean | undefined
}

/** The promise of 48 hours: what is left in words, as a dial, and the only colour of the queue. */
export function Clock({ remainingMs, allowedMs, paused }: Props) {
  const { words } = useVisit()
  const tone = paused ? 'off' : toneOf(remainingMs / allowedMs)
  return (
    <span class={`tag is-${tone}`}>
      <Dial left={Math.min(1, Math.max(0, remainingMs / allowedMs))} />
      {paused ? words.frame.clockPaused : sentence(words.frame, remainingMs)}
    </span>
  )
}

function toneOf(left: number): 'stop' | 'wait' | 'off' {
  if (left <= 0) return 'stop'
  return left <= 0.25 ? 'wait' : 'off'
}

interface ClockWords {
  clockLeft(hours: number, minutes: number): string
  clockOverdue(hours: number): string
}

function sentence(words: ClockWords, ms: number): string {
  if (ms <= 0) return words.clockOverdue(Math.floor(-ms / hourMs))
  return words.clockLeft(Math.floor(ms / hourMs), Math.floor((ms % hourMs) / 60_000))
}

/** A dial whose filled part is the time left; drawn in few words, since a page has dozens of them. */
function Dial({ left }: { readonly left: number }) {
  const isWhole = left > 0.99
  return (
    <svg class="shape" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      <circle
        cx="6"
        cy="6"
        r="5"
        fill={isWhole ? 'currentColor' : 'none'}
        stroke="currentColor"
        stroke-width="1.5"
      />
      {isWhole || left <= 0 ? null : <path d={slice(left)} fill="currentColor" />}
    </svg>
  )
}

/** From twelve o’clock, clockwise. */
function slice(part: number): string {
  const angle = 2 * Math.PI * part
  const x = (6 + 5 * Math.sin(angle)).toFixed(1)
  const y = (6 - 5 * Math.cos(angle)).toFixed(1)
  return `M6 6V1A5 5 0 ${part > 0.5 ? 1 : 0} 1 ${x} ${y}`
}
