import { formatDate, formatQuarterInWords } from '../../calendar/index.ts'
import { maskedRib } from '../../employers/rib.ts'
import { formatDirhams } from '../../money/index.ts'
import { DescriptionList } from '../../web/components/description-list.tsx'
import { Note } from '../../web/components/note.tsx'
import { useVisit, type Visit } from '../../web/visit.ts'
import { isSameDue } from '../choose-dues.ts'
import type { PaidDue } from '../order-wording.ts'
import type { Revision } from '../store/history.ts'
import type { OrderView } from '../view-order.ts'

export interface Change {
  readonly term: string
  readonly value: string
}

/** What the last revision changed, in words, and that earlier confirmations no longer count (product E3). */
export function OrderChanges({ view }: { readonly view: OrderView }) {
  const visit = useVisit()
  const said = visit.words.payments.order
  const [now, before] = [view.revisions.at(-1), view.revisions.at(-2)]
  if (!now || !before) return null
  const changes = changesBetween(before, now, view, visit)
  if (changes.length === 0) return null
  return (
    <section>
      <h2>{said.changed}</h2>
      <DescriptionList rows={changes} />
      {isVoided(view) ? <Note tone="warning">{said.voided}</Note> : null}
    </section>
  )
}

/** Somebody had confirmed the wording before, and it still waits: once confirmed again, nothing is missing. */
function isVoided({ order, given }: OrderView): boolean {
  const isWaiting = order.state === 'awaiting_confirmation'
  return isWaiting && given.some(({ revision }) => revision < order.revision)
}

/** Amount, account, day, each due: what one wording says otherwise than the one before. */
// oxlint-disable-next-line max-params -- two wordings, of which order, for whom
export function changesBetween(
  before: Revision,
  now: Revision,
  { accounts }: Pick<OrderView, 'accounts'>,
  { words, language }: Pick<Visit, 'words' | 'language'>,
): Change[] {
  const said = words.payments.order
  const changes: Change[] = []
  const note = (term: string, old: string, present: string) => {
    if (old !== present) changes.push({ term, value: said.changedRow(old, present) })
  }
  const ribOf = (id: string) => maskedRib(accounts.find((one) => one.id === id)?.rib ?? '')
  note(said.amount, formatDirhams(before.amount, language), formatDirhams(now.amount, language))
  note(said.account, ribOf(before.bankAccountId), ribOf(now.bankAccountId))
  note(said.debitOn, formatDate(before.debitOn, language), formatDate(now.debitOn, language))
  const nameOf = (due: PaidDue) =>
    `${words.payments.drawUp.due(due.category, formatQuarterInWords(due.quarter, language))} · ${words.payments.drawUp.parts[due.part]}`
  for (const due of now.dues) {
    const old = before.dues.find((one) => isSameDue(one, due))
    if (!old) changes.push({ term: nameOf(due), value: said.added })
    else note(nameOf(due), formatDirhams(old.amount, language), formatDirhams(due.amount, language))
  }
  for (const due of before.dues) {
    if (!now.dues.some((one) => isSameDue(one, due))) {
      changes.push({ term: nameOf(due), value: said.removed })
    }
  }
  return changes
}
