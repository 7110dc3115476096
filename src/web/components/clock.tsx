import { useVisit } from '../visit.ts'

interface Props {
  /** What is left of the time promised; negative once it is overdue. */
  readonly remainingMs: number
  readonly allowedMs: number
  /** The applicant owes something: time does not run. */
  readonly paused?: boolean | undefined
}

const hourMs = 3_600_000

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

/** A dial whose filled part is the time left. */
function Dial({ left }: { readonly left: number }) {
  return (
    <svg class="shape" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      <circle cx="6" cy="6" r="5" fill="none" stroke="currentColor" stroke-width="1.5" />
      <circle
        cx="6"
        cy="6"
        r="2.5"
        fill="none"
        stroke="currentColor"
        stroke-width="5"
        pathLength="100"
        stroke-dasharray={`${Math.round(left * 100)} 100`}
        transform="rotate(-90 6 6)"
      />
    </svg>
  )
}
