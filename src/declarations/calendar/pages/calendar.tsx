import { EmptyState } from '../../../web/components/empty-state.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Layout } from '../../../web/layout.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { useDeclarationBand } from '../../pages/band.ts'
import type { CalendarView } from '../view-calendar.ts'
import { DoneYears } from './done-years.tsx'
import { PeriodCard } from './period-card.tsx'

/** What is to declare as cards, the most urgent first; what is done folded by year (product D1). */
export function CalendarPage({ view }: { readonly view: CalendarView }) {
  const { declarations: said } = useVisit().words
  return (
    <Layout
      title={said.calendarTitle}
      band={useDeclarationBand()}
      current={paths.declarations.calendar()}
      wide
    >
      <PageHead title={said.calendarTitle} lead={said.calendarLead(view.employerName)} />
      {view.hasCategories ? (
        <>
          <ToDeclare view={view} />
          <DoneYears sent={view.sent} />
        </>
      ) : (
        <EmptyState title={said.noCategory}>{said.noCategoryText}</EmptyState>
      )}
    </Layout>
  )
}

function ToDeclare({ view: { open, today } }: { readonly view: CalendarView }) {
  const { declarations: said } = useVisit().words
  return (
    <section aria-labelledby="a-declarer">
      <h2 id="a-declarer">{said.toDeclareHeading}</h2>
      {open.length === 0 ? (
        <EmptyState title={said.nothingToDeclare}>{said.nothingToDeclareText}</EmptyState>
      ) : (
        <ul class="periods">
          {open.map((entry, index) => (
            <PeriodCard entry={entry} today={today} isFirst={index === 0} />
          ))}
        </ul>
      )}
    </section>
  )
}
