import type { Category } from '../../employers/employer.ts'
import { ButtonLink } from '../../web/components/button.tsx'
import { Chevron } from '../../web/components/chevron.tsx'
import { DateField } from '../../web/components/date-field.tsx'
import { DescriptionList } from '../../web/components/description-list.tsx'
import { Filters } from '../../web/components/filters.tsx'
import { Money } from '../../web/components/money.tsx'
import { Note } from '../../web/components/note.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import { SelectField } from '../../web/components/select-field.tsx'
import { EmployerAccountPage } from '../../web/employer-account-page.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import type { StatementView } from '../read-statement.ts'
import {
  keepsEveryEntry,
  type StatementFilter,
  type StatementKind,
  statementKinds,
} from '../statement.ts'
import { addressOf, type StatementQuery } from '../statement-query.ts'
import { closingWords, openingWords } from '../statement-words.ts'
import { Balance, StatementTable } from './statement-table.tsx'

interface Props {
  readonly view: StatementView
  readonly query: StatementQuery
  readonly filter: StatementFilter
  readonly wrongDate: boolean
}

/** «Relevé»: every entry, filters, files to keep (product C2). */
export function StatementPage({ view, query, filter, wrongDate }: Props) {
  const own = useVisit().words.ledger.statement
  const address = addressOf(query)
  return (
    <EmployerAccountPage title={own.title} place="statement" wide>
      <PageHead title={own.title} lead={own.lead} />
      <StatementFilters query={query} categories={view.categories} />
      {wrongDate ? <Note tone="warning" title={own.dateWrong} /> : null}
      <Totals view={view} filter={filter} />
      <StatementTable
        lines={view.lines}
        isFiltered={address !== ''}
        hasBalances={keepsEveryEntry(filter)}
      />
      <Pages view={view} address={address} />
      {view.lines.length > 0 ? <Exports address={address} /> : null}
    </EmployerAccountPage>
  )
}

function StatementFilters({
  query,
  categories,
}: {
  readonly query: StatementQuery
  readonly categories: readonly Category[]
}) {
  const own = useVisit().words.ledger.statement
  const here = paths.employerAccount.statement()
  return (
    <Filters action={here} clear={addressOf(query) === '' ? undefined : here}>
      <DateField name="du" label={own.from} hint="" value={query.du} />
      <DateField name="au" label={own.until} hint="" value={query.au} />
      <SelectField
        name="categorie"
        label={own.category}
        value={query.categorie}
        blank={own.everyCategory}
        options={categories.map(({ category, label }) => ({
          value: category,
          label: label ? `${category} ${label}` : category,
        }))}
      />
      <SelectField
        name="sorte"
        label={own.kind}
        value={query.sorte}
        blank={own.everyKind}
        options={(Object.keys(statementKinds) as StatementKind[]).map((kind) => ({
          value: kind,
          label: own.kinds[kind],
        }))}
      />
    </Filters>
  )
}

/** Of a statement that leaves entries out: the balances around its period, and what its entries come to. */
function Totals({ view: { totals }, filter }: Pick<Props, 'view' | 'filter'>) {
  const { words, language } = useVisit()
  const own = words.ledger.statement
  if (!totals) return null
  return (
    <>
      <DescriptionList
        rows={[
          ...(totals.opening === null
            ? []
            : [
                {
                  term: openingWords(filter, own, language),
                  value: <Balance owed={totals.opening} />,
                },
              ]),
          { term: own.shownDebit(totals.entries), value: <Money amount={totals.debit} /> },
          { term: own.shownCredit(totals.entries), value: <Money amount={totals.credit} /> },
          { term: closingWords(filter, own, language), value: <Balance owed={totals.closing} /> },
        ]}
      />
      {keepsEveryEntry(filter) ? null : <p class="muted">{own.narrowedNote}</p>}
    </>
  )
}

function Pages({ view, address }: { readonly view: StatementView; readonly address: string }) {
  const own = useVisit().words.ledger.statement
  if (view.newer === null && view.older === null) return null
  const link = (cursor: string) =>
    `${paths.employerAccount.statement()}?${address === '' ? '' : `${address}&`}${cursor}`
  return (
    <nav class="pagination" aria-label={own.pages}>
      {view.newer === null ? null : (
        <a href={link(`apres=${view.newer}`)} rel="prev">
          <Chevron to="start" />
          {own.newer}
        </a>
      )}
      {view.older === null ? null : (
        <a href={link(`avant=${view.older}`)} rel="next">
          {own.older}
          <Chevron to="end" />
        </a>
      )}
    </nav>
  )
}

function Exports({ address }: { readonly address: string }) {
  const own = useVisit().words.ledger.statement
  const { statementPdf, statementCsv, statementXlsx } = paths.employerAccount
  const to = (path: string) => (address === '' ? path : `${path}?${address}`)
  return (
    <>
      <h2>{own.export}</h2>
      <div class="actions">
        <ButtonLink href={to(statementPdf())} download>
          {own.exports.pdf}
        </ButtonLink>
        <ButtonLink href={to(statementCsv())} download>
          {own.exports.csv}
        </ButtonLink>
        <ButtonLink href={to(statementXlsx())} download>
          {own.exports.xlsx}
        </ButtonLink>
      </div>
    </>
  )
}
