import { formatQuarterInWords } from '../../../calendar/index.ts'
import { type Dirhams, formatDirhams, sum } from '../../../money/index.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Details } from '../../../web/components/details.tsx'
import { Money } from '../../../web/components/money.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import { StatusTag } from '../../../web/components/status-tag.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { byYear, type CalendarEntry } from '../calendar-entry.ts'
import { listed } from '../../../web/words/language.ts'

/** What is declared, a year a fold, each with how many and how much. */
export function DoneYears({ sent }: { readonly sent: readonly CalendarEntry[] }) {
  const { words, language } = useVisit()
  const said = words.declarations
  if (sent.length === 0) return null
  return (
    <section aria-labelledby="declares">
      <h2 id="declares">{said.sentHeading}</h2>
      {byYear(sent).map(({ year, entries }, index) => (
        <Details
          open={index === 0}
          summary={words.desk.calendar.year(
            String(year),
            entries.length,
            formatDirhams(totalOf(entries), language),
          )}
        >
          <Table caption={String(year)} rows={entries} columns={useColumns()} dense />
        </Details>
      ))}
    </section>
  )
}

function totalOf(entries: readonly CalendarEntry[]): Dirhams {
  return sum(entries.flatMap(({ total }) => total ?? []))
}

function useColumns(): Column<CalendarEntry>[] {
  const { words, language } = useVisit()
  const said = words.declarations
  return [
    { head: said.period, cell: (entry) => formatQuarterInWords(entry.quarter, language) },
    {
      head: said.category,
      cell: (entry) => (
        <>
          <Reference>{entry.category}</Reference> <small>{entry.label}</small>
        </>
      ),
    },
    { head: said.state, cell: (entry) => <StateOf entry={entry} /> },
    {
      head: said.amount,
      numeric: true,
      cell: (entry) => (entry.total ? <Money amount={entry.total} /> : '—'),
    },
    { head: said.action, hideHead: true, cell: (entry) => <ReceiptOf entry={entry} /> },
  ]
}

function StateOf({ entry: { isNil, revision } }: { readonly entry: CalendarEntry }) {
  const { declarations, desk } = useVisit().words
  return (
    <>
      <StatusTag tone="done">{isNil ? desk.calendar.nil : declarations.states.sent}</StatusTag>
      {revision ? (
        <small>
          <a href={paths.declarations.check({ id: revision })}>{desk.calendar.revising}</a>
        </small>
      ) : null}
    </>
  )
}

function ReceiptOf({ entry: { declarationId, quarter, category } }: { entry: CalendarEntry }) {
  const { words, language } = useVisit()
  if (declarationId === null) return null
  return (
    <ButtonLink
      kind="link"
      href={paths.declarations.receipt({ id: declarationId })}
      hidden={listed([formatQuarterInWords(quarter, language), category], language)}
    >
      {words.declarations.seeReceipt}
    </ButtonLink>
  )
}
