import type { Child } from 'hono/jsx'
import { BackLink } from '../../web/components/back-link.tsx'
import { Actions, Button } from '../../web/components/button.tsx'
import { Form } from '../../web/components/form.tsx'
import type { FormState } from '../../web/components/form-state.ts'
import { PageHead } from '../../web/components/page-head.tsx'
import { Steps } from '../../web/components/steps.tsx'
import { Layout } from '../../web/layout.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import { type Draft, type Volet, volets } from '../draft.ts'
import { voletPath } from './tasks.tsx'

export interface VoletProps extends Partial<FormState> {
  readonly draft: Draft
}

interface Props extends VoletProps {
  readonly volet: Volet
  readonly title: string
  readonly lead?: string | undefined
  /** Beside «Valider»: another way to send the same answers. */
  readonly otherwise?: Child | undefined
  readonly children: Child
}

/** One volet, one page. The form says which draft it was opened for, so that two tabs never mix two companies. */
export function VoletFrame({ draft, volet, title, lead, errors, typed, ...props }: Props) {
  const { words } = useVisit()
  const { subscriptions } = words
  return (
    <Layout title={`${title} · ${subscriptions.titles[draft.kind]}`} errors={errors}>
      <BackLink href={paths.subscription.tasks()}>
        {subscriptions.tasks.title(subscriptions.titles[draft.kind])}
      </BackLink>
      <Steps step={volets.indexOf(volet) + 1} steps={volets.length + 1} />
      <PageHead title={title} lead={lead ?? subscriptions.tasks.forNumber(draft.employerNumber)} />
      <Form action={voletPath(volet)} errors={errors} typed={typed}>
        <input type="hidden" name="dossier" value={draft.id} />
        {props.children}
        <Actions>
          <Button>{words.frame.validate}</Button>
          {props.otherwise}
        </Actions>
      </Form>
    </Layout>
  )
}
