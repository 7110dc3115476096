import type { Child } from 'hono/jsx'
import type { Mistakes } from '../form.ts'
import { viewField } from '../queue-view.ts'
import { useVisit } from '../visit.ts'
import { FormProvider } from './form-state.ts'

interface Props {
  readonly action: string
  /** Shown when something is filtered: the way back to everything. */
  readonly clear?: string | undefined
  /** The button; «Filtrer» where there is a list to narrow. */
  readonly label?: string
  /** What is wrong with what was asked, by field. */
  readonly errors?: Mistakes
  /** Fields with their present `value`. */
  readonly children: Child
}

/** What a list is narrowed to: kept in the address, so that it can be shared and comes back. */
export function Filters({ action, clear, label, errors = {}, children }: Props) {
  const { words, queueView = null } = useVisit()
  return (
    <form
      method="get"
      action={action}
      class="filters"
      role="search"
      aria-label={words.frame.filters}
    >
      {queueView === null ? null : <input type="hidden" name={viewField} value={queueView} />}
      <FormProvider value={{ errors, typed: {}, prefix: 'filtre-' }}>{children}</FormProvider>
      <div class="filters-actions">
        <button type="submit" class="button is-plain">
          {label ?? words.frame.filter}
        </button>
        {clear ? <a href={clear}>{words.frame.clearFilters}</a> : null}
      </div>
    </form>
  )
}
