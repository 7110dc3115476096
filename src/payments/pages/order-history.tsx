import type { Child } from 'hono/jsx'
import { tellActor } from '../../audit/tell-event.ts'
import type { TrailEvent } from '../../audit/trail.ts'
import { formatDateTime } from '../../calendar/index.ts'
import { reasonFamily } from '../../ledger/bank-reason.ts'
import { Table } from '../../web/components/table.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit, type Visit } from '../../web/visit.ts'
import type { OrderView } from '../view-order.ts'
import { changesBetween } from './order-changes.tsx'

interface Moment {
  readonly at: Date
  readonly who: string
  readonly what: Child
}

/** Everything that happened to it: written, changed, confirmed, refused, held back, left, answered, taken up again. */
export function OrderHistory({ view }: { readonly view: OrderView }) {
  const visit = useVisit()
  const { language } = visit
  const said = visit.words.payments.order
  return (
    <section>
      <h2>{said.history}</h2>
      <Table
        caption={said.history}
        rowHead={1}
        rows={momentsOf(view, visit)}
        columns={[
          {
            head: said.when,
            cell: (one) => (
              <time datetime={one.at.toISOString()}>{formatDateTime(one.at, language)}</time>
            ),
          },
          { head: said.who, cell: (one) => <bdi>{one.who}</bdi> },
          { head: said.what, cell: (one) => one.what },
        ]}
      />
    </section>
  )
}

function momentsOf(view: OrderView, visit: Visit): Moment[] {
  return [
    ...writtenMoments(view, visit),
    ...confirmedMoments(view, visit),
    ...view.events.flatMap((event) => toldMoment(event, visit)),
    ...laterMoments(view, visit),
  ].sort((a, b) => a.at.getTime() - b.at.getTime())
}

function writtenMoments(view: OrderView, visit: Visit): Moment[] {
  const { order: said, systematic } = visit.words.payments
  return view.revisions.map((one, index) => {
    const before = view.revisions[index - 1]
    const isAnnounced = one.writtenBy === null
    return {
      at: one.writtenAt,
      who:
        one.writtenBy === null ? systematic.name : one.writtenByName || view.nameOf(one.writtenBy),
      what: isAnnounced ? (
        systematic.announced
      ) : before ? (
        <>
          {said.edited(String(one.revision))}{' '}
          {changesBetween(before, one, view, visit).map(({ term, value }) => (
            <small>{said.changeOf(term, value)}</small>
          ))}
        </>
      ) : (
        said.drewUp
      ),
    }
  })
}

function confirmedMoments({ given, order, nameOf }: OrderView, { words }: Visit): Moment[] {
  const said = words.payments.order
  const confirmationOf = ({ counts, revision, person }: (typeof given)[number]) => {
    if (counts) return order.makers.includes(person) ? said.confirmedOwn : said.confirmedIt
    return revision === order.revision ? said.lostPower : said.confirmedThen
  }
  return given.map((one) => ({
    at: one.at,
    who: one.name || nameOf(one.profileId),
    what: `${confirmationOf(one)} (${said.by[one.presence]})`,
  }))
}

/** What the bank says, whoever gives the portal its message. */
const answers: ReadonlySet<string> = new Set(['order.accepted', 'order.settled', 'order.rejected'])

/** What the tables of the order do not keep, the trail does. */
function toldMoment(event: TrailEvent, visit: Visit): Moment[] {
  const what = tellMoment(event, visit)
  if (what === null) return []
  const { name, role } = tellActor(event, visit.words)
  const isBank = event.actorKind === 'system' && answers.has(event.action)
  // Their own people are named alone, as beside what they wrote and confirmed.
  const isOwn = event.actorKind === 'profile'
  const told = role && !isOwn ? `${name} (${role})` : name
  const who = isBank ? visit.words.payments.order.bank : told
  return [{ at: event.at, who, what }]
}

function tellMoment({ action, details }: TrailEvent, { words }: Visit): string | null {
  const { order, holds } = words.payments
  const said = order.events
  const text = (name: string) => (typeof details[name] === 'string' ? details[name] : '')
  const whyHeld: Readonly<Record<string, string>> = holds.why
  const file = text('file')
  switch (action) {
    case 'order.refused':
      return said.refused(text('reason'))
    case 'order.cancelled':
      return said.cancelled(text('reason'))
    case 'order.opposed':
      return said.opposed(text('reason'))
    case 'order.held_back':
      return said.held_back(whyHeld[text('hold')] ?? '')
    case 'order.collected':
      return said.collected(file)
    case 'order.sent':
      return said.sent(file)
    case 'order.rejected': {
      const reason = text('reason')
      const why = words.debits.reasons[reasonFamily(reason)](reason)
      const frozen = details['mandateFrozen'] === true ? said.frozen : ''
      return [said.rejected(why), frozen].filter(Boolean).join(' ')
    }
    case 'order.withdrawn':
      return said.withdrawn
    case 'order.expired':
      return said.expired
    case 'order.reopened':
      return said.reopened
    case 'order.accepted':
      return said.accepted
    case 'order.settled':
      return said.settled
    default:
      return null
  }
}

function laterMoments({ later, nameOf }: OrderView, { words }: Visit): Moment[] {
  const { order: said, systematic } = words.payments
  return later.map((one) => ({
    at: one.drawnUpAt,
    who: one.drawnUpBy === null ? systematic.name : nameOf(one.drawnUpBy),
    what: <a href={paths.payments.order({ id: one.id })}>{said.events.again(one.reference)}</a>,
  }))
}
