import { formatDate, localDateAt } from '../../calendar/index.ts'
import { DescriptionList } from '../../web/components/description-list.tsx'
import { Note } from '../../web/components/note.tsx'
import { useVisit } from '../../web/visit.ts'
import { adviceOn } from '../hold-advice.ts'
import type { OrderView } from '../view-order.ts'

/** It did not leave on its day, or would not: why, to whom to speak, what next; or that it is solved. */
export function WhyHeld({ view }: { readonly view: Pick<OrderView, 'order' | 'holdsNow'> }) {
  const { words, language } = useVisit()
  const said = words.payments.holds
  const { order, holdsNow } = view
  const since = order.held && said.since(formatDate(localDateAt(order.held.at), language))
  if (holdsNow === null) {
    return since === null ? null : (
      <Note tone="warning" title={said.title}>
        <p>
          {since}. {said.solved}
        </p>
      </Note>
    )
  }
  const { why, who, next } = adviceOn(said, order.kind, holdsNow)
  return (
    <section>
      {since === null ? (
        <Note tone="warning" title={said.foreseen} />
      ) : (
        <Note tone="stop" title={said.title}>
          {since}
        </Note>
      )}
      <DescriptionList
        rows={[
          { term: said.whyLabel, value: why },
          { term: said.whoLabel, value: who },
          { term: said.nextLabel, value: next },
        ]}
      />
    </section>
  )
}
