import { formatDate, formatDateTime } from '../../calendar/index.ts'
import { type Dirhams, formatDirhams, subtract, sum } from '../../money/index.ts'
import { DescriptionList } from '../../web/components/description-list.tsx'
import { Note } from '../../web/components/note.tsx'
import { useVisit } from '../../web/visit.ts'
import { payableOf } from '../choose-dues.ts'
import type { Confirmer, DrawUpView } from '../view-draw-up.ts'

interface Props {
  readonly view: DrawUpView
}

/** Before it is drawn up: which ceiling is in the way, how many people will have to confirm, and who they are. */
export function WhatHolds({ view }: Props) {
  const said = useVisit().words.payments.drawUp
  return (
    <section>
      <h2>{said.limits}</h2>
      <Rule view={view} />
      <OverCeiling view={view} />
      <DescriptionList rows={[...useCeilings(view), useConfirmers(view.confirmers)]} />
    </section>
  )
}

/** How many people will have to confirm, and whether they exist. */
function Rule({ view: { employer, confirmers, order } }: Props) {
  const said = useVisit().words.payments.drawUp
  const required = order?.confirmationsRequired ?? employer.confirmationsRequired
  const self = order?.selfConfirmation ?? employer.selfConfirmation
  if (required === 1 && self) return <Note>{said.rule.self}</Note>
  return (
    <>
      <Note>{required === 2 ? said.rule.two : said.rule.one}</Note>
      {confirmers.length < required ? (
        <Note tone="warning">{said.noValidators(confirmers.length)}</Note>
      ) : null}
    </>
  )
}

function OverCeiling({ view: { employer, dues } }: Props) {
  const { words, language } = useVisit()
  const total = sum(dues.map(payableOf))
  const { orderCeiling } = employer
  if (orderCeiling === null || total <= orderCeiling) return null
  const amounts = [total, orderCeiling].map((one) => formatDirhams(one, language))
  const [all = '', most = ''] = amounts
  return <Note tone="warning">{words.payments.drawUp.overCeiling(all, most)}</Note>
}

function useCeilings({ employer, busyDays }: DrawUpView) {
  const { words, language } = useVisit()
  const said = words.payments.drawUp
  const { orderCeiling, dailyCeiling } = employer
  const row = (term: string, ceiling: Dirhams, note?: string) => ({
    term,
    value: formatDirhams(ceiling, language),
    ...(note ? { note } : {}),
  })
  const leftOn = (day: DrawUpView['busyDays'][number], ceiling: Dirhams) => {
    const name = formatDate(day.day, language)
    if (day.amount >= ceiling) return said.full(name)
    return said.left(name, formatDirhams(subtract(ceiling, day.amount), language))
  }
  return [
    ...(orderCeiling === null ? [] : [row(said.orderCeiling, orderCeiling)]),
    ...(dailyCeiling === null
      ? []
      : [
          row(
            said.dailyCeiling,
            dailyCeiling,
            busyDays.map((day) => leftOn(day, dailyCeiling)).join(' · '),
          ),
        ]),
  ]
}

function useConfirmers(confirmers: readonly Confirmer[]) {
  const { words, language } = useVisit()
  const said = words.payments.drawUp
  const names = confirmers.map(({ name, from }) =>
    from === null ? <bdi>{name}</bdi> : <>{said.from(name, formatDateTime(from, language))}</>,
  )
  return {
    term: said.confirmers,
    value:
      names.length === 0
        ? said.nobody
        : names.map((name, index) => (
            <>
              {index > 0 ? <br /> : null}
              {name}
            </>
          )),
  }
}
