import { AgencyPage } from '../../../web/agency-page.tsx'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Checkbox } from '../../../web/components/checkbox.tsx'
import { Chevron } from '../../../web/components/chevron.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { Filters } from '../../../web/components/filters.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { SelectField } from '../../../web/components/select-field.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { grouped } from '../../../web/words/language.ts'
import type { Queue } from '../read-queue.ts'
import { mostCounted } from '../store/work-items.ts'
import { everything, isNarrowed, workStates, type WorkFilter } from '../work-item.ts'
import { workKinds } from '../work-kinds.ts'
import { NextButton } from '../../../web/next-case.tsx'
import { queryOf, queueAddress } from './queue-address.ts'
import { QueueTable } from './queue-table.tsx'
import { QueueViews, type ViewForm, ViewTabs } from './queue-views.tsx'

export interface QueueProps {
  readonly queue: Queue
  readonly filter: WorkFilter
  /** The form of a view that came back. */
  readonly form?: ViewForm | undefined
}

/** The agents' work, by its clock: dense, keyboard first, the clock as the only colour (product G1). */
export function QueuePage({ queue, filter, form }: QueueProps) {
  const { agency, work } = useVisit().words
  const waiting = sumOf(queue.counts.map((one) => one.waiting))
  const isMore = queue.counts.some((one) => one.waiting === mostCounted)
  const overdue = sumOf(queue.counts.map((one) => one.overdue))
  return (
    <AgencyPage title={agency.queue.title} place="queue" errors={form?.errors}>
      <PageHead
        title={agency.queue.title}
        lead={agency.queue.lead(waiting, overdue, isMore)}
        action={waiting > 0 ? <NextButton query={queryOf(filter)} label={work.takeNext} /> : null}
      />
      <ViewTabs queue={queue} filter={filter} />
      <QueueFilters queue={queue} filter={filter} />
      {queue.items.length === 0 ? (
        <NothingWaits filter={filter} />
      ) : (
        <QueueTable queue={queue} filter={filter} />
      )}
      <OtherPages queue={queue} filter={filter} />
      <p>
        <a href={paths.agency.decided()}>{agency.decided.link}</a>
      </p>
      <QueueViews queue={queue} filter={filter} form={form} />
    </AgencyPage>
  )
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0)
}

function QueueFilters({ queue, filter }: QueueProps) {
  const { agency, work } = useVisit().words
  const count = new Map(queue.counts.map((one) => [one.kind, one.waiting]))
  const labelOf = (kind: (typeof workKinds)[number]) => {
    const waiting = count.get(kind) ?? 0
    return waiting === 0
      ? work.kinds[kind]
      : `${work.kinds[kind]} (${grouped(waiting)}${waiting === mostCounted ? '+' : ''})`
  }
  return (
    <Filters
      action={paths.agency.queue()}
      clear={isNarrowed(filter) ? queueAddress(everything) : undefined}
    >
      <SelectField
        name="etat"
        label={agency.queue.state}
        blank={false}
        value={filter.state}
        options={workStates.map((state) => ({ value: state, label: agency.queue.states[state] }))}
      />
      <SelectField
        name="type"
        label={agency.queue.kind}
        blank={agency.queue.allKinds}
        value={filter.kind ?? ''}
        options={workKinds.map((kind) => ({ value: kind, label: labelOf(kind) }))}
      />
      <Checkbox name="miens" label={agency.queue.mine} checked={filter.mine} />
      <Checkbox name="retard" label={agency.queue.overdue} checked={filter.overdue} />
    </Filters>
  )
}

function NothingWaits({ filter }: Pick<QueueProps, 'filter'>) {
  const { queue: words } = useVisit().words.agency
  return (
    <EmptyState
      title={words.emptyTitle}
      action={<ButtonLink href={paths.agency.desk()}>{words.openDesk}</ButtonLink>}
    >
      {isNarrowed(filter) ? words.emptyFiltered : words.empty}
    </EmptyState>
  )
}

/** By the first and the last case of this page: the queue moves, and no case is skipped or shown twice for it. */
function OtherPages({ queue, filter }: QueueProps) {
  const { words } = useVisit()
  const first = queue.items[0]
  const last = queue.items.at(-1)
  if (!first || !last || (!queue.hasBefore && !queue.hasAfter)) return null
  return (
    <nav class="pagination" aria-label={words.frame.pages}>
      {queue.hasBefore ? (
        <a href={queueAddress(filter, { before: first })} rel="prev">
          <Chevron to="start" />
          {words.frame.previousPage}
        </a>
      ) : null}
      {queue.hasAfter ? (
        <a href={queueAddress(filter, { after: last })} rel="next">
          {words.frame.nextPage}
          <Chevron to="end" />
        </a>
      ) : null}
    </nav>
  )
}
