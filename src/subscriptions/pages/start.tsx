import { formatDate, localDateAt } from '../../calendar/index.ts'
import { BackLink } from '../../web/components/back-link.tsx'
import { Actions, Button } from '../../web/components/button.tsx'
import { Form, HiddenFields } from '../../web/components/form.tsx'
import type { FormState } from '../../web/components/form-state.ts'
import { PageHead } from '../../web/components/page-head.tsx'
import { TaskList } from '../../web/components/task-list.tsx'
import { Layout } from '../../web/layout.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import type { Draft, SubscriptionKind } from '../draft.ts'
import { EmployerNumberField } from './employer-number-field.tsx'

interface Props extends Partial<FormState> {
  readonly kind: SubscriptionKind
  readonly drafts: readonly Draft[]
}

/** «Introduire le N° Adhérent et cliquer sur Valider», with what to have at hand before starting. */
export function StartPage({ kind, drafts, errors, typed }: Props) {
  const { words } = useVisit()
  const { start } = words.subscriptions
  const isRenewal = kind === 'renewal'
  return (
    <Layout title={start[kind].title} errors={errors}>
      <BackLink href={isRenewal ? paths.downloads.list() : paths.employers()}>
        {isRenewal ? words.subscriptions.downloads.title : words.home.employers.title}
      </BackLink>
      <PageHead title={start[kind].title} lead={start[kind].lead} />
      <Form
        action={
          isRenewal ? paths.downloads.letter({ kind: 'reabonnement' }) : paths.subscription.start()
        }
        errors={errors}
        typed={typed}
      >
        <EmployerNumberField />
        <Actions>
          <Button>{words.frame.validate}</Button>
        </Actions>
      </Form>
      <OpenDrafts drafts={drafts.filter((draft) => draft.letterId === null)} />
      <h2>{start.needTitle}</h2>
      <ul>
        {start.needs.map((need) => (
          <li>{need}</li>
        ))}
      </ul>
      <h2>{start.stepsTitle}</h2>
      <ol>
        {start.steps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      <p class="muted">{start.keptFor}</p>
    </Layout>
  )
}

function OpenDrafts({ drafts }: { readonly drafts: readonly Draft[] }) {
  const { language, words } = useVisit()
  const { start, titles } = words.subscriptions
  if (drafts.length === 0) return null
  return (
    <section>
      <h2>{start.draftsTitle}</h2>
      <TaskList
        tasks={drafts.map((draft) => ({
          label: start.draft(titles[draft.kind], draft.employerNumber),
          hint: start.draftSince(formatDate(localDateAt(draft.touchedAt), language)),
          status: <Resume draft={draft} />,
        }))}
      />
    </section>
  )
}

function Resume({ draft }: { readonly draft: Draft }) {
  const { words } = useVisit()
  return (
    <form method="post" action={paths.subscription.resume()}>
      <HiddenFields />
      <input type="hidden" name="dossier" value={draft.id} />
      <Button kind="plain">
        {words.subscriptions.start.resume}
        <span class="visually-hidden"> {draft.employerNumber}</span>
      </Button>
    </form>
  )
}
