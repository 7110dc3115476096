import { formatDateTime } from '../../calendar/index.ts'
import { Table } from '../../web/components/table.tsx'
import { useVisit } from '../../web/visit.ts'
import type { OrderView } from '../views.ts'

interface Moment {
  readonly at: Date
  readonly who: string
  readonly what: string
}

/** Everybody who wrote or confirmed it, with what still counts. */
export function OrderHistory({ view }: { readonly view: OrderView }) {
  const { words, language } = useVisit()
  const said = words.payments.order
  return (
    <section>
      <h2>{said.history}</h2>
      <Table
        caption={said.history}
        rowHead={1}
        rows={useMoments(view)}
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

function useMoments({ revisions, given, order, nameOf }: OrderView): Moment[] {
  const { order: said, systematic } = useVisit().words.payments
  const written = revisions.map((one) => ({
    at: one.writtenAt,
    who: one.writtenBy === null ? systematic.name : one.writtenByName || nameOf(one.writtenBy),
    what:
      one.writtenBy === null
        ? systematic.announced
        : one.revision === 1
          ? said.drewUp
          : said.edited(String(one.revision)),
  }))
  const confirmed = given.map((one) => ({
    at: one.at,
    who: one.name || nameOf(one.profileId),
    what: one.counts
      ? `${said.confirmedIt} (${said.by[one.presence]})`
      : one.revision === order.revision
        ? said.lostPower
        : said.confirmedThen,
  }))
  return [...written, ...confirmed].sort((a, b) => a.at.getTime() - b.at.getTime())
}
