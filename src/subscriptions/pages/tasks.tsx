import { BackLink } from '../../web/components/back-link.tsx'
import { Actions, Button, ButtonLink } from '../../web/components/button.tsx'
import { Form } from '../../web/components/form.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import { StatusTag } from '../../web/components/status-tag.tsx'
import { type Task, TaskList } from '../../web/components/task-list.tsx'
import { Layout } from '../../web/layout.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import type { Words } from '../../web/words/index.ts'
import { type Draft, isAnswered, nextVolet, type Volet, volets } from '../draft.ts'

/** The four steps of a subscription, each with what to have at hand and where it stands (look, «Subscription»). */
export function TasksPage({ draft }: { readonly draft: Draft }) {
  const { words } = useVisit()
  const { tasks, titles, start } = words.subscriptions
  const next = nextVolet(draft)
  const title = tasks.title(titles[draft.kind])
  return (
    <Layout title={title}>
      <BackLink href={startOf(draft)}>{tasks.otherNumber}</BackLink>
      <PageHead title={title} lead={tasks.forNumber(draft.employerNumber)} />
      <TaskList
        tasks={[...volets.map((volet) => voletTask(draft, volet, words)), check(draft, words)]}
      />
      <Actions>
        <ButtonLink href={next ? voletPath(next) : paths.subscription.check()} kind="primary">
          {next ? tasks.next(words.subscriptions.volets[next]) : tasks.nextCheck}
        </ButtonLink>
      </Actions>
      <p class="muted">{start.keptFor}</p>
      <Form action={paths.subscription.forget()}>
        <input type="hidden" name="dossier" value={draft.id} />
        <Button kind="link">{tasks.delete}</Button>
      </Form>
    </Layout>
  )
}

export function voletPath(volet: Volet): string {
  return paths.subscription[volet]()
}

export function startOf(draft: Draft): string {
  return draft.kind === 'renewal'
    ? paths.downloads.letter({ kind: 'reabonnement' })
    : paths.subscription.start()
}

function voletTask(draft: Draft, volet: Volet, words: Words): Task {
  const { tasks } = words.subscriptions
  const done = isAnswered(draft, volet)
  return {
    label: words.subscriptions.volets[volet],
    href: voletPath(volet),
    hint: tasks[volet],
    status: (
      <StatusTag tone={done ? 'done' : 'info'}>
        {done ? tasks.states.done : tasks.states.todo}
      </StatusTag>
    ),
  }
}

function check(draft: Draft, words: Words): Task {
  const { tasks } = words.subscriptions
  const isNext = nextVolet(draft) === undefined
  return {
    label: tasks.check,
    href: isNext ? paths.subscription.check() : undefined,
    hint: tasks.checkHint,
    status: (
      <StatusTag tone={isNext ? 'info' : 'off'}>
        {isNext ? tasks.states.todo : tasks.states.later}
      </StatusTag>
    ),
  }
}
