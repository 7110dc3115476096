import type { Child } from 'hono/jsx'
import { formatDate, formatQuarter, formatQuarterInWords } from '../../../calendar/index.ts'
import { Button, type ButtonKind } from '../../../web/components/button.tsx'
import { HiddenFields } from '../../../web/components/form.tsx'
import { Money } from '../../../web/components/money.tsx'
import { StatusTag } from '../../../web/components/status-tag.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import type { BoardRow, Company, Task, TaskState } from '../board.ts'
import { placeField, type Place, writePlace } from '../place.ts'

const shownAtMost = 4

/** What a company still owes, each period with its day and the way to it. */
export function Tasks({ row }: { readonly row: BoardRow }) {
  const said = useVisit().words.firm.board
  if (row.categories.length === 0) return <span class="muted">{said.noCategory}</span>
  if (row.tasks.length === 0) return <StatusTag tone="done">{said.allSent}</StatusTag>
  const left = row.tasks.length - shownAtMost
  return (
    <ul class="board-tasks">
      {row.tasks.slice(0, shownAtMost).map((task) => (
        <li>
          <TaskLine company={row.company} task={task} />
        </li>
      ))}
      {left > 0 ? (
        <li>
          <GoTo company={row.company} kind="link">
            {said.more(left)}
          </GoTo>
        </li>
      ) : null}
    </ul>
  )
}

const tones: Readonly<Record<TaskState, 'stop' | 'wait' | 'info' | 'done'>> = {
  late: 'stop',
  due: 'wait',
  in_progress: 'info',
  ready: 'done',
}

function TaskLine({ company, task }: { readonly company: Company; readonly task: Task }) {
  const { words, language } = useVisit()
  const said = words.firm.board
  const due = formatDate(task.dueOn, language)
  return (
    <>
      <GoTo company={company} place={placeOf(task)} kind="link">
        {said.task(formatQuarterInWords(task.quarter, language), task.category)}
        <span class="visually-hidden"> ({company.name})</span>
      </GoTo>
      {task.isLate ? <StatusTag tone={tones.late}>{said.states.late}</StatusTag> : null}
      {task.state === 'late' ? null : (
        <StatusTag tone={tones[task.state]}>{said.states[task.state]}</StatusTag>
      )}
      <small>
        {task.isLate ? said.lateSince(due) : said.dueOn(due)}
        {task.check ? (
          <>
            {' · '}
            <Money amount={task.check.total} />
          </>
        ) : task.hasDraft ? (
          ` · ${said.begun}`
        ) : null}
      </small>
    </>
  )
}

/** Where the work on a period goes on. */
function placeOf({ category, quarter, check, hasDraft }: Task): Place {
  if (check) return { at: 'check', id: check.id }
  const period = { category, quarter: formatQuarter(quarter) }
  return { at: hasDraft ? 'sheet' : 'period', ...period }
}

interface GoToProps {
  readonly company: Company
  /** A page of that company; its calendar unless told. */
  readonly place?: Place | undefined
  readonly kind: ButtonKind
  readonly children: Child
}

/** Takes a company in hand, and goes straight to one of its pages. */
export function GoTo({ company, place, kind, children }: GoToProps) {
  return (
    <form method="post" action={paths.declarations.takeInHand({ id: company.id })} class="go-to">
      <HiddenFields anyEmployer />
      {place ? <input type="hidden" name={placeField} value={writePlace(place)} /> : null}
      <Button kind={kind}>{children}</Button>
    </form>
  )
}
