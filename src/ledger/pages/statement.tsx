import type { Category } from '../../employers/employer.ts'
import { ButtonLink } from '../../web/components/button.tsx'
import { Chevron } from '../../web/components/chevron.tsx'
import { DateField } from '../../web/components/date-field.tsx'
import { DescriptionList } from '../../web/components/description-list.tsx'
import { Filters } from '../../web/components/filters.tsx'
import { Money } from '../../web/components/money.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import { SelectField } from '../../web/components/select-field.tsx'
import { EmployerAccountPage } from '../../web/employer-account-page.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import type { StatementView } from '../read-statement.ts'
import { keepsEveryEntry, type StatementKind, statementKinds } from '../statement.ts'
import { addressOf, type PeriodMistakes, type StatementQuery } from '../statement-query.ts'
import { closingWords, openingWords, type ToldPeriod } from '../statement-words.ts'
import { Balance, StatementTable } from './statement-table.tsx'

interface Props {
  readonly view: StatementView
  readonly query: StatementQuery
  readonly period: ToldPeriod
  readonly mistakes: PeriodMistakes
}

/** «Relevé»: every entry, filters, files to keep (product C2). */
export function StatementPage({ view, query, period, mistakes }: Props) {
  const own = useVisit().words.ledger.statement
  const address = addressOf(query)
  return (
    <EmployerAccountPage title={own.title} place="statement" wide>
      <PageHead title={own.title} lead={own.lead} />
      <StatementFilters query={query} categories={view.categories} mistakes={mistakes} />
      <Totals view={view} period={period} />
      <StatementTable
        lines={view.lines}
        isFiltered={address !== ''}
        hasBalances={keepsEveryEntry(period)}
      />
      <Pages view={view} address={address} />
      {view.lines.length > 0 && Object.keys(mistakes).length === 0 ? (
        <Exports address={address} />
      ) : null}
    </EmployerAccountPage>
  )
}

function StatementFilters({
  query,
  categories,
  mistakes,
}: Pick<Props, 'query' | 'mistakes'> & { readonly categories: readonly Category[] }) {
  const own = useVisit().words.ledger.statement
  const here = paths.employerAccount.statement()
  const errors = Object.fromEntries(
    Object.entries(mistakes).map(([field, mistake]) => [field, own[mistake]]),
  )
  return (
    <Filters action={here} errors={errors} clear={addressOf(query) === '' ? undefined : here}>
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
function Totals({ view: { totals }, period }: Pick<Props, 'view' | 'period'>) {
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
                  term: openingWords(period, own, language),
                  value: <Balance owed={totals.opening} />,
                },
              ]),
          { term: own.shownDebit(totals.entries), value: <Money amount={totals.debit} /> },
          { term: own.shownCredit(totals.entries), value: <Money amount={totals.credit} /> },
          { term: closingWords(period, own, language), value: <Balance owed={totals.closing} /> },
        ]}
      />
      {keepsEveryEntry(period) ? null : <p class="muted">{own.narrowedNote}</p>}
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
