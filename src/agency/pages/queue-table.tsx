import { allowedMs } from '../../letters/letter.ts'
import { Button } from '../../web/components/button.tsx'
import { Clock } from '../../web/components/clock.tsx'
import { HiddenFields } from '../../web/components/form.tsx'
import { Reference } from '../../web/components/reference.tsx'
import { type Column, Table } from '../../web/components/table.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit, type Visit } from '../../web/visit.ts'
import type { QueueFilter, QueueItem } from '../queue.ts'
import type { Queue } from '../read-queue.ts'
import { queueAddress } from './queue-address.ts'

interface Props {
  readonly queue: Queue
  readonly filter: QueueFilter
}

/** One line a file; the keyboard moves along `data-href`. */
export function QueueTable({ queue, filter }: Props) {
  const visit = useVisit()
  const words = visit.words.agency.queue
  const back = queueAddress(filter, queue.page)
  return (
    <div data-enhance="queue-keys" class="queue">
      <Table
        caption={words.caption}
        dense
        columns={columnsOf(visit, back)}
        rows={queue.items}
        rowHref={caseAddress}
      />
      <p class="hint queue-hint">{words.keys}</p>
    </div>
  )
}

function caseAddress(item: QueueItem): string {
  const address = paths.agency.letter({ id: item.letterId })
  return item.kind === 'objection' ? `${address}#opposition` : address
}

function columnsOf(visit: Visit, back: string): Column<QueueItem>[] {
  const words = visit.words.agency.queue
  return [
    {
      head: words.reference,
      cell: (item) => (
        <>
          <a href={caseAddress(item)}>
            <Reference>{item.reference}</Reference>
          </a>
          <small>{words.kinds[item.kind]}</small>
        </>
      ),
    },
    { head: words.company, cell: (item) => <Company item={item} /> },
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
    { head: words.holder, cell: (item) => <Holder item={item} back={back} /> },
  ]
}

const hourMs = 3_600_000

function Company({ item }: { readonly item: QueueItem }) {
  const { queue: words } = useVisit().words.agency
  return (
    <>
      {item.company === null ? words.unknownCompany : <bdi>{item.company}</bdi>}
      <small>
        <Reference>{item.employerNumber}</Reference>
      </small>
    </>
  )
}

function State({ item }: { readonly item: QueueItem }) {
  const { words } = useVisit()
  if (item.kind === 'objection') return <>{words.agency.queue.objectionToDecide}</>
  const half = item.state === 'received' && item.agentsRequired === 2 && item.acceptances === 1
  return (
    <>
      {words.letters.states[item.state]}
      {half ? <small>{words.agency.queue.oneAccepted}</small> : null}
    </>
  )
}

/** Who has it, and the one button: take what is free, give back what is mine. */
function Holder({ item, back }: { readonly item: QueueItem; readonly back: string }) {
  const { queue: words } = useVisit().words.agency
  if (item.kind === 'objection' || item.state === 'accepted') return null
  if (item.taker && !item.isMine) return <bdi>{item.taker}</bdi>
  const label = item.isMine ? words.releaseThis : words.takeThis
  return (
    <form method="post" action={paths.agency.take({ id: item.letterId })} class="queue-take">
      <HiddenFields />
      <input type="hidden" name="retour" value={back} />
      <input type="hidden" name="geste" value={item.isMine ? 'rendre' : 'prendre'} />
      {item.isMine ? <span>{words.you}</span> : null}
      <Button kind="link">
        <span aria-hidden="true">{item.isMine ? words.release : words.take}</span>
        <span class="visually-hidden">{label(item.reference)}</span>
      </Button>
    </form>
  )
}
