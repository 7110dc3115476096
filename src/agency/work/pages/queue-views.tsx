import { Actions, Button } from '../../../web/components/button.tsx'
import { Checkbox } from '../../../web/components/checkbox.tsx'
import { Details } from '../../../web/components/details.tsx'
import { Form } from '../../../web/components/form.tsx'
import { TextField } from '../../../web/components/text-field.tsx'
import type { Fields, Mistakes } from '../../../web/form.ts'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import type { Queue } from '../read-queue.ts'
import type { WorkView } from '../store/work-views.ts'
import { everything, type WorkFilter } from '../work-item.ts'
import { filterOf, queryOf, queueAddress } from './queue-address.ts'

export interface ViewForm {
  readonly errors: Mistakes
  readonly typed: Fields
}

interface Props {
  readonly queue: Queue
  readonly filter: WorkFilter
  readonly form?: ViewForm | undefined
}

/** The whole queue, and the views that this agent named. */
export function ViewTabs({ queue, filter }: Props) {
  const { work } = useVisit().words
  if (queue.views.length === 0) return null
  const here = queryOf(filter)
  return (
    <nav class="tabs" aria-label={work.views}>
      <a href={queueAddress(everything)} aria-current={here === '' ? 'page' : undefined}>
        {work.wholeQueue}
      </a>
      {queue.views.map((view) => (
        <a
          href={queueAddress(filterOf(view.query))}
          aria-current={here === view.query && here !== '' ? 'page' : undefined}
        >
          <bdi>{view.name}</bdi>
          {view.isDefault ? ` · ${work.opensFirst}` : ''}
        </a>
      ))}
    </nav>
  )
}

/** Naming what is shown, or doing without the view that shows it. */
export function QueueViews({ queue, filter, form }: Props) {
  const { work } = useVisit().words
  const current = queue.views.find((view) => view.query === queryOf(filter))
  return (
    <Details summary={current ? work.thisView : work.keepView} open={form !== undefined}>
      {current ? <OwnView view={current} form={form} /> : <NewView filter={filter} form={form} />}
    </Details>
  )
}

function NewView({ filter, form }: Pick<Props, 'filter' | 'form'>) {
  const { work } = useVisit().words
  return (
    <Form action={paths.agency.workViews()} errors={form?.errors} typed={form?.typed}>
      <input type="hidden" name="vue" value={queryOf(filter)} />
      <TextField
        name="nom"
        label={work.viewName}
        hint={work.viewNameHint}
        width="medium"
        maxlength={60}
      />
      <Checkbox name="premiere" label={work.makeFirst} />
      <Actions>
        <Button kind="plain">{work.keepThisView}</Button>
      </Actions>
    </Form>
  )
}

interface OwnProps extends Pick<Props, 'form'> {
  readonly view: WorkView
}

/** The first button is the name's: whoever types Enter after it means that. */
function OwnView({ view, form }: OwnProps) {
  const { work } = useVisit().words
  const { id, query, name } = view
  return (
    <Form action={paths.agency.workView({ id })} errors={form?.errors} typed={form?.typed}>
      <input type="hidden" name="vue" value={query} />
      <TextField name="nom" label={work.viewName} value={name} width="medium" maxlength={60} />
      <Actions>
        <Button kind="plain" name="geste" value="renommer">
          {work.renameView}
        </Button>
      </Actions>
      <Actions>
        {view.isDefault ? (
          <Button kind="plain" name="geste" value="ordinaire">
            {work.makeOrdinary}
          </Button>
        ) : (
          <Button kind="plain" name="geste" value="premiere">
            {work.makeFirst}
          </Button>
        )}
        <Button kind="link" name="geste" value="oublier">
          {work.forgetView(view.name)}
        </Button>
      </Actions>
    </Form>
  )
}
