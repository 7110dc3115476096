import type { Child } from 'hono/jsx'
import { formatDate, formatDateTime, localDateAt } from '../../calendar/index.ts'
import { allowedMs, type Letter, type LetterState } from '../../letters/letter.ts'
import { Clock } from '../../web/components/clock.tsx'
import type { Tone } from '../../web/components/shape.tsx'
import { StatusTag } from '../../web/components/status-tag.tsx'
import { TaskList } from '../../web/components/task-list.tsx'
import { useVisit } from '../../web/visit.ts'
import type { Words } from '../../web/words/index.ts'
import type { FollowedLetter } from '../find-followed-letter.ts'

type StepState = keyof Words['subscriptions']['tasks']['states']

const tones: Record<StepState, Tone> = {
  done: 'done',
  todo: 'wait',
  later: 'off',
  waiting: 'info',
  stopped: 'stop',
}

/** Where the three last steps stand, by the state of the letter: signature, reception, answer. */
const stepsOf: Record<LetterState, readonly [StepState, StepState, StepState]> = {
  awaiting_signature: ['todo', 'todo', 'later'],
  received: ['done', 'done', 'waiting'],
  to_complete: ['done', 'todo', 'later'],
  accepted: ['done', 'done', 'done'],
  applied: ['done', 'done', 'done'],
  refused: ['done', 'done', 'stopped'],
  withdrawn: ['stopped', 'stopped', 'stopped'],
  expired: ['stopped', 'stopped', 'stopped'],
  without_object: ['stopped', 'stopped', 'stopped'],
}

/** What the agency asks for sends the applicant back to the paper itself. */
const askedOnPaper: readonly string[] = [
  'missing_signature',
  'missing_stamp',
  'differs_from_form',
  'wrong_document',
]

function stepsNow({ letter, isHeld }: FollowedLetter): readonly [StepState, StepState, StepState] {
  const { state, reasons } = letter
  const [signature, reception, answer] = stepsOf[state]
  const again = state === 'to_complete' && reasons.some((code) => askedOnPaper.includes(code))
  const held = isHeld && state === 'accepted'
  return [again ? 'todo' : signature, reception, held ? 'waiting' : answer]
}

/** The four steps of a letter, with the day of each and the promise of 48 hours (quality US28). */
export function LetterSteps({ followed }: { readonly followed: FollowedLetter }) {
  const { language, words } = useVisit()
  const { follow, tasks } = words.subscriptions
  const { letter } = followed
  const on = (date: Date) => follow.on(formatDateTime(date, language))
  const status = (state: StepState): Child => (
    <StatusTag tone={tones[state]}>{tasks.states[state]}</StatusTag>
  )
  const [signature, reception, answer] = stepsNow(followed)
  return (
    <TaskList
      tasks={[
        { label: follow.steps.form, hint: on(letter.createdAt), status: status('done') },
        { label: follow.steps.download, status: status(signature) },
        {
          label: follow.steps.proof,
          hint:
            receptionHint(followed, words, language) ??
            (followed.receivedAt && on(followed.receivedAt)),
          status: status(reception),
        },
        {
          label: follow.steps.validation,
          hint: answerHint(followed, words, language),
          status: letter.state === 'received' ? <Running followed={followed} /> : status(answer),
        },
      ]}
    />
  )
}

/** The 48 hours as the agency sees them: both sides look at one clock (product P5). */
function Running({ followed }: { readonly followed: FollowedLetter }) {
  return (
    <Clock
      remainingMs={followed.remainingMs}
      allowedMs={allowedMs}
      paused={followed.dueAt === null}
    />
  )
}

function receptionHint(
  { letter, expiresAt }: FollowedLetter,
  words: Words,
  language: 'fr' | 'ar',
): string | undefined {
  if (!expiresAt) return undefined
  const day = formatDate(localDateAt(expiresAt), language)
  const { follow } = words.subscriptions
  return letter.state === 'to_complete' ? follow.completeBefore(day) : follow.expires(day)
}

function answerHint(
  { letter, dueAt, isHeld }: FollowedLetter,
  words: Words,
  language: 'fr' | 'ar',
): string | undefined {
  const { follow, form } = words.subscriptions
  if (letter.state === 'accepted' && isHeld) return follow.heldHint
  if (letter.state === 'awaiting_signature') return form.clock
  if (letter.state === 'received')
    return dueAt ? follow.before(formatDateTime(dueAt, language)) : follow.paused
  if (letter.state === 'accepted' && letter.effectiveAt)
    return follow.effective(formatDateTime(letter.effectiveAt, language))
  return decidedOn(letter, words, language)
}

function decidedOn(letter: Letter, words: Words, language: 'fr' | 'ar'): string | undefined {
  const { follow } = words.subscriptions
  return letter.decidedAt ? follow.on(formatDateTime(letter.decidedAt, language)) : undefined
}
