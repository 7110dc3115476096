import { formatDate, type LocalDate } from '../../calendar/index.ts'
import { type Dirhams, formatDirhams, sum } from '../../money/index.ts'
import { BackLink } from '../../web/components/back-link.tsx'
import { DateText } from '../../web/components/date-text.tsx'
import { DescriptionList } from '../../web/components/description-list.tsx'
import { Money } from '../../web/components/money.tsx'
import { Note } from '../../web/components/note.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import { Sentence } from '../../web/components/sentence.tsx'
import { StatusTag } from '../../web/components/status-tag.tsx'
import { Table } from '../../web/components/table.tsx'
import { EmployerAccountPage } from '../../web/employer-account-page.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import { dueText } from '../account.ts'
import { termsOf } from '../books.ts'
import { amountOf } from '../entry.ts'
import { dueName, entryReference, rateText } from '../entry-label.ts'
import { type Fraction, graceEndsOn } from '../late-interest.ts'
import type { Lot } from '../lots.ts'
import { promisedOn } from '../order-promise.ts'
import { declaredOf, inTransitOn, owedOn } from '../position.ts'
import type { DueView } from '../read-due.ts'
import { Fractions } from './fractions.tsx'
import { EntryLink } from './statement-table.tsx'

/** One due from its declaration to its last dirham of interest (product C3, C5). */
export function DuePage({ view }: { readonly view: DueView }) {
  const { words, language } = useVisit()
  const title = dueName(view.position.due, { words: words.ledger, language })
  return (
    <EmployerAccountPage title={title} place="situation" wide>
      <BackLink href={paths.employerAccount.situation()}>{words.ledger.cells.situation}</BackLink>
      <PageHead title={title} lead={<Lead view={view} />} />
      <h2>{words.ledger.due.declaredTitle}</h2>
      <Declared view={view} />
      <DeclaredLines view={view} />
      <h2>{words.ledger.due.paymentsTitle}</h2>
      <Payments view={view} />
      <Promises view={view} />
      <h2>{words.ledger.due.interestTitle}</h2>
      <Interest view={view} />
      <h2>{words.ledger.due.entriesTitle}</h2>
      <ul>
        {view.entries.map((entry) => (
          <li>
            <EntryLink entry={entry} />{' '}
            <span class="muted">
              <DateText date={entry.occurredOn} /> · <Money amount={movedOn(view, entry)} />
              {entryReference(entry) ? (
                <>
                  {' · '}
                  <bdi>{entryReference(entry)}</bdi>
                </>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </EmployerAccountPage>
  )
}

/** What an entry added to the due, interest included; less than nothing: what it paid of it. */
function movedOn({ position }: DueView, { moves }: DueView['entries'][number]): Dirhams {
  const own = moves.filter(
    ({ account, due }) =>
      due !== null &&
      dueText(due) === dueText(position.due) &&
      (account === 'contributions_due' || account === 'interest_due'),
  )
  return sum(own.map(({ amount }) => amount))
}

function Lead({ view }: { readonly view: DueView }) {
  const { words, language } = useVisit()
  const own = words.ledger.due
  const { position, due, state } = view
  const money = (amount: Dirhams) => formatDirhams(amount, language)
  const day = (date: LocalDate) => formatDate(date, language)
  const inTransit = inTransitOn(due)
  if (position.open > 0n) {
    const left = state === 'late' ? own.leftLate : own.left
    return (
      <>
        {left(money(owedOn(position)), day(graceEndsOn(due.terms)))}
        {position.openInterest > 0n ? ` ${own.ofWhichInterest(money(position.openInterest))}` : ''}
      </>
    )
  }
  if (inTransit > 0n) return <>{own.inTransit(money(inTransit))}</>
  if (position.openInterest > 0n) return <>{own.interestLeft(money(position.openInterest))}</>
  const last = due.contributions.lots
    .map((lot) => lot.paidOn)
    .sort()
    .at(-1)
  return <>{last ? own.settledOn(day(last)) : own.nothing}</>
}

function Declared({ view: { position } }: { readonly view: DueView }) {
  const { words, language } = useVisit()
  const own = words.ledger.due
  const money = (amount: Dirhams) => formatDirhams(amount, language)
  return (
    <DescriptionList
      rows={[
        { term: own.employee, value: <Money amount={position.employee} /> },
        {
          term: own.employer,
          value: <Money amount={sum([position.equalPart, position.surcharge])} />,
          note: own.employerNote(money(position.equalPart), money(position.surcharge)),
        },
        {
          term: own.declared,
          value: (
            <b>
              <Money amount={declaredOf(position)} />
            </b>
          ),
        },
      ]}
    />
  )
}

/** The version that stands, member by member. */
function DeclaredLines({ view: { entries } }: { readonly view: DueView }) {
  const own = useVisit().words.ledger.due
  const declaration = entries.findLast(({ kind }) => kind === 'declaration')
  if (!declaration) return null
  const number = String(declaration.number)
  return (
    <p>
      <a href={paths.employerAccount.entryLines({ number })}>{own.lines}</a>
    </p>
  )
}

function Payments({ view }: { readonly view: DueView }) {
  const { words } = useVisit()
  const own = words.ledger.due
  return (
    <Table
      caption={own.paymentsTitle}
      rows={view.due.contributions.lots}
      empty={<p class="muted">{own.noPayment}</p>}
      columns={[
        { head: own.paidOn, cell: ({ paidOn }) => <DateText date={paidOn} /> },
        { head: own.by, cell: (lot) => <PaidBy lot={lot} view={view} /> },
        { head: own.amount, numeric: true, cell: ({ amount }) => <Money amount={amount} /> },
      ]}
    />
  )
}

/** What is about to be debited: nothing of it is paid yet. */
function Promises({ view: { position, promises } }: { readonly view: DueView }) {
  const { words, language } = useVisit()
  if (promises.length === 0) return null
  const money = (amount: Dirhams) => formatDirhams(amount, language)
  return (
    <Note title={words.ledger.due.promised(money(promisedOn(position, promises)))}>
      <ul>
        {promises.map(({ reference, amount, debitOn }) => (
          <li>
            <Sentence>
              {words.ledger.transfers.promised.order(
                reference,
                money(amount),
                formatDate(debitOn, language),
              )}
            </Sentence>
          </li>
        ))}
      </ul>
    </Note>
  )
}

function PaidBy({ lot, view }: { readonly lot: Lot; readonly view: DueView }) {
  const { states } = useVisit().words.ledger
  const entry = view.entries.find(({ number }) => number === lot.entry)
  if (!entry) return <>—</>
  const reference = entryReference(entry)
  return (
    <>
      <EntryLink entry={entry} />
      {lot.inTransit ? <StatusTag tone="info">{states.in_transit}</StatusTag> : null}
      {reference ? (
        <small>
          <bdi>{reference}</bdi>
        </small>
      ) : null}
    </>
  )
}

function Interest({ view: { due, estimate } }: { readonly view: DueView }) {
  const { words, language } = useVisit()
  const own = words.ledger.due
  const { dueOn, graceDays, yearlyRate, yearDays } = due.terms
  return (
    <>
      <p>{own.rule(graceDays, rateText(yearlyRate), formatDate(dueOn, language), yearDays)}</p>
      {due.bookings.map((booking) => (
        <Fractions
          caption={own.booked}
          fractions={booking.details.fractions.map(
            ({ principal, paidOn, days, interest }): Fraction => ({
              principal: amountOf(principal),
              paidOn: paidOn as LocalDate,
              days,
              interest: amountOf(interest),
            }),
          )}
          terms={termsOf(booking.details.terms)}
        />
      ))}
      {estimate.length > 0 ? (
        <Fractions caption={own.estimatedTitle} fractions={estimate} terms={due.terms} />
      ) : null}
      {due.bookings.length === 0 && estimate.length === 0 ? (
        <p class="muted">{own.noInterest}</p>
      ) : null}
    </>
  )
}
