import { ButtonLink } from '../../web/components/button.tsx'
import { Checkbox } from '../../web/components/checkbox.tsx'
import { EmptyState } from '../../web/components/empty-state.tsx'
import { Filters } from '../../web/components/filters.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import { Pagination } from '../../web/components/pagination.tsx'
import { SelectField } from '../../web/components/select-field.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import { type QueueFilter, queueKinds, queueStates } from '../queue.ts'
import type { OpenWork, Queue } from '../read-queue.ts'
import { AgencyPage } from '../../web/agency-page.tsx'
import { queueAddress } from './queue-address.ts'
import { QueueTable } from './queue-table.tsx'

interface Props {
  readonly queue: Queue
  readonly filter: QueueFilter
}

/** The agents' work, by its clock: dense, keyboard first, the clock as the only colour (product G1). */
export function QueuePage({ queue, filter }: Props) {
  const { queue: words } = useVisit().words.agency
  return (
    <AgencyPage title={words.title} place="queue">
      <PageHead title={words.title} lead={words.lead(queue.waiting, queue.overdue)} />
      <OtherWork work={queue.openWork} />
      <QueueFilters filter={filter} />
      {queue.items.length === 0 ? (
        <NothingWaits filter={filter} />
      ) : (
        <QueueTable queue={queue} filter={filter} />
      )}
      <Pagination
        page={queue.page}
        pages={queue.pages}
        href={(page) => queueAddress(filter, page)}
      />
    </AgencyPage>
  )
}

/** What waits on other pages, when something does. */
function OtherWork({ work: { newcomers, alerts } }: { readonly work: OpenWork }) {
  const { newcomers: own } = useVisit().words
  if (newcomers + alerts === 0) return null
  return (
    <ul class="plain-list">
      {newcomers > 0 ? (
        <li>
          <a href={paths.agency.newcomers()}>{own.openWork(newcomers)}</a>
        </li>
      ) : null}
      {alerts > 0 ? (
        <li>
          <a href={paths.agency.readingAlerts()}>{own.alerts.openWork(alerts)}</a>
        </li>
      ) : null}
    </ul>
  )
}

function QueueFilters({ filter }: Pick<Props, 'filter'>) {
  const { queue: words } = useVisit().words.agency
  return (
    <Filters
      action={paths.agency.queue()}
      clear={isNarrowed(filter) ? paths.agency.queue() : undefined}
    >
      <SelectField
        name="etat"
        label={words.state}
        blank={false}
        value={filter.state}
        options={queueStates.map((state) => ({ value: state, label: words.states[state] }))}
      />
      <SelectField
        name="type"
        label={words.kind}
        blank={words.allKinds}
        value={filter.kind ?? ''}
        options={queueKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
      />
      <Checkbox name="miens" label={words.mine} checked={filter.mine} />
      <Checkbox name="retard" label={words.overdue} checked={filter.overdue} />
    </Filters>
  )
}

function NothingWaits({ filter }: Pick<Props, 'filter'>) {
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

function isNarrowed(filter: QueueFilter): boolean {
  return filter.kind !== null || filter.mine || filter.overdue || filter.state !== 'waiting'
}
