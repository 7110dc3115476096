import { hourMs } from '../../../calendar/index.ts'
import { allowedMs } from '../../../letters/letter.ts'
import { Button } from '../../../web/components/button.tsx'
import { Clock } from '../../../web/components/clock.tsx'
import { HiddenFields } from '../../../web/components/form.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit, type Visit } from '../../../web/visit.ts'
import type { Queue } from '../read-queue.ts'
import { ranks, type WorkFilter, type WorkItem } from '../work-item.ts'
import { isLetter, pageFromQueue } from '../work-kinds.ts'
import { queryOf, queueAddress } from './queue-address.ts'

interface Props {
  readonly queue: Queue
  readonly filter: WorkFilter
}

/** One line a case, and one form for all of them, so that a row weighs little; the keyboard moves along their links. */
export function QueueTable({ queue, filter }: Props) {
  const visit = useVisit()
  const { agency, work } = visit.words
  return (
    <form
      method="post"
      action={paths.agency.nextWork()}
      data-enhance="once queue-keys"
      class="queue"
    >
      <HiddenFields />
      <input type="hidden" name="retour" value={queueAddress(filter)} />
      <Table
        caption={agency.queue.caption}
        dense
        columns={columnsOf(visit, filter)}
        rows={queue.items}
      />
      <p class="hint queue-hint">
        {work.keys}{' '}
        <button type="button" class="button is-link" data-keys={work.keysOff} hidden>
          {work.keysOn}
        </button>
      </p>
    </form>
  )
}

function columnsOf(visit: Visit, filter: WorkFilter): Column<WorkItem>[] {
  const { queue: words } = visit.words.agency
  return [
    {
      head: words.reference,
      cell: (item) => (
        <>
          <a href={pageFromQueue(item, queryOf(filter))}>
            <Name item={item} />
          </a>
          <small>{visit.words.work.kinds[item.kind]}</small>
        </>
      ),
    },
    {
      head: words.company,
      cell: (item) => (isOfCompany(item) ? <Company item={item} /> : null),
    },
    { head: words.state, cell: (item) => <State item={item} /> },
    {
      head: words.since,
      cell: (item) => words.age(Math.floor((visit.now.getTime() - item.since.getTime()) / hourMs)),
    },
    {
      head: words.clock,
      cell: (item) => (
        <Clock remainingMs={item.remainingMs} allowedMs={allowedMs} paused={item.isPaused} />
      ),
    },
    {
      head: words.holder,
      cell: (item) => <Holder item={item} />,
    },
  ]
}

/** Its code where it has one, what it is about otherwise. */
function Name({ item }: { readonly item: WorkItem }) {
  const { parameters } = useVisit().words
  if (item.kind === 'parameter_proposal') {
    const names: Readonly<Record<string, string>> = parameters.names
    return <>{names[item.about] ?? item.about}</>
  }
  return item.reference ? <Reference>{item.reference}</Reference> : <bdi>{item.about}</bdi>
}

/** What a button says of a case, for those who only hear it. */
function spoken(item: WorkItem, { words }: Visit): string {
  const names: Readonly<Record<string, string>> = words.parameters.names
  return item.reference || names[item.about] || item.about
}

/** A file to import, a scan or a parameter is of none: a telephone shows no empty line for it. */
function isOfCompany({ employerNumber, kind }: WorkItem): boolean {
  return employerNumber !== '' || kind === 'transfer'
}

function Company({ item }: { readonly item: WorkItem }) {
  const { agency } = useVisit().words
  if (item.employerNumber === '') return <bdi>{item.about}</bdi>
  return (
    <>
      {item.company === null ? agency.queue.unknownCompany : <bdi>{item.company}</bdi>}
      <small>
        <Reference>{item.employerNumber}</Reference>
      </small>
    </>
  )
}

function State({ item }: { readonly item: WorkItem }) {
  const { agency, work, letters } = useVisit().words
  if (item.rank === ranks.decideFirst) return <>{agency.queue.objectionToDecide}</>
  const state = item.rank === ranks.elsewhere ? 'to_complete' : stateOf(item)
  return (
    <>
      {state === null ? agency.queue.states.waiting : letters.states[state]}
      {item.firstAgent ? <small>{firstSaid(item, agency.queue.oneAccepted, work)}</small> : null}
    </>
  )
}

function stateOf(item: WorkItem) {
  if (item.rank === ranks.decided) return 'accepted'
  return isLetter(item.kind) ? 'received' : null
}

interface Said {
  readonly askedByYou: string
  readonly secondNeeded: string
}

function firstSaid(item: WorkItem, oneAccepted: string, said: Said): string {
  if (item.waitsForAnother) return said.askedByYou
  return isLetter(item.kind) ? oneAccepted : said.secondNeeded
}

/** Who has it, and the one button: take what is free, give back what is mine. */
function Holder({ item }: { readonly item: WorkItem }) {
  const visit = useVisit()
  const { queue: words } = visit.words.agency
  if (item.rank === ranks.decided) return null
  if (item.holder && !item.isMine) return <bdi>{item.holder}</bdi>
  const label = item.isMine ? words.releaseThis : words.takeThis
  return (
    <>
      {item.isMine ? `${words.you} ` : null}
      <Button
        kind="link"
        name="geste"
        value={item.isMine ? 'rendre' : 'prendre'}
        formaction={takeAddress(item)}
        label={label(spoken(item, visit))}
      >
        {item.isMine ? words.release : words.take}
      </Button>
    </>
  )
}

function takeAddress(item: WorkItem): string {
  return isLetter(item.kind)
    ? paths.agency.take({ id: item.subjectId })
    : paths.agency.takeWork({ id: item.id })
}
