import { Actions, ButtonLink } from '../../../web/components/button.tsx'
import { StatusTag } from '../../../web/components/status-tag.tsx'
import { type Task as ShownTask, TaskList } from '../../../web/components/task-list.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import type { Words } from '../../../web/words/index.ts'
import { isDone, isOfSurvivors, type Task, tasksLeft, tasksOf } from '../claim.ts'
import type { ClaimView } from '../view-claim.ts'

/** What is left to do, each task by itself, and the next of them. */
export function ClaimTasks({ view }: { readonly view: ClaimView }) {
  const { words } = useVisit()
  const own = words.claims
  const { claim, prepared } = view
  const left = tasksLeft(claim, prepared)
  const [next] = left
  const check = paths.claims.check({ id: claim.id })
  return (
    <section>
      <h2>{own.tasksTitle}</h2>
      <TaskList
        tasks={[
          ...tasksOf(claim.kind).map((task) => shownTask(view, task, words)),
          {
            label: own.tasks.check.label,
            hint: own.tasks.check.hint,
            href: next ? undefined : check,
            status: (
              <StatusTag tone={next ? 'off' : 'info'}>
                {next ? own.taskStates.later : own.taskStates.todo}
              </StatusTag>
            ),
          },
        ]}
      />
      <Actions>
        <ButtonLink href={next ? taskPath(view, next) : check} kind="primary">
          {next ? own.next : own.tasks.check.label}
        </ButtonLink>
      </Actions>
    </section>
  )
}

function shownTask(view: ClaimView, task: Task, words: Words): ShownTask {
  const own = words.claims
  const { claim, prepared, documents } = view
  const isWrong = task === 'documents' && documents.some(({ state }) => state === 'refused')
  const done = isDone(claim, task, prepared)
  const tone = isWrong ? 'stop' : done ? 'done' : 'info'
  const state = isWrong ? 'wrong' : done ? 'done' : 'todo'
  return {
    ...taskWords(view, task, words),
    href: taskPath(view, task),
    status: <StatusTag tone={tone}>{own.taskStates[state]}</StatusTag>,
  }
}

export function taskWords({ claim }: Pick<ClaimView, 'claim'>, task: Task, { claims }: Words) {
  const survivors = isOfSurvivors(claim.kind)
  if (task === 'end') return survivors ? claims.tasks.death : claims.tasks.end
  if (task === 'payees') return survivors ? claims.tasks.beneficiaries : claims.tasks.account
  return claims.tasks[task]
}

export function taskPath({ claim }: Pick<ClaimView, 'claim'>, task: Task): string {
  const { id } = claim
  if (task === 'payees' && !isOfSurvivors(claim.kind)) return paths.claims.account({ id })
  return paths.claims[task]({ id })
}
