import {
  formatDate,
  formatQuarter,
  formatQuarterInWords,
  type LocalDate,
} from '../../calendar/index.ts'
import { type Dirhams, formatDirhams, sum } from '../../money/index.ts'
import { ButtonLink } from '../../web/components/button.tsx'
import { DateText } from '../../web/components/date-text.tsx'
import { EmptyState } from '../../web/components/empty-state.tsx'
import { Figure } from '../../web/components/figure.tsx'
import { Money } from '../../web/components/money.tsx'
import { Note } from '../../web/components/note.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import { StatusTag } from '../../web/components/status-tag.tsx'
import { Table } from '../../web/components/table.tsx'
import { EmployerAccountPage } from '../../web/employer-account-page.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import type { Words } from '../../web/words/index.ts'
import type { Language } from '../../web/words/language.ts'
import { dueName } from '../entry-label.ts'
import { graceEndsOn, totalInterest } from '../late-interest.ts'
import { promisedOn } from '../order-promise.ts'
import { owedOn } from '../position.ts'
import type { AccountView } from '../read-situation.ts'
import type { Answer, OpenDue, Situation } from '../situation.ts'
import { QuarterChart } from './quarter-chart.tsx'

/** «Where do we stand?» in one sentence, then due dates, then the chart (product C1). */
export function SituationPage({ view }: { readonly view: AccountView }) {
  const { words, language } = useVisit()
  const own = words.ledger.situation
  const { situation } = view
  return (
    <EmployerAccountPage title={own.title} place="situation" wide>
      <PageHead title={own.title} lead={answerText(situation.answer, own, language)} />
      <Figures situation={situation} />
      <h2>{own.toPayTitle}</h2>
      <ToPay view={view} />
      {situation.toPay.some(({ position }) => owedOn(position) > 0n) ? (
        <ButtonLink kind="primary" href={paths.employerAccount.transfers()}>
          {own.prepareTransfer}
        </ButtonLink>
      ) : null}
      <h2>{own.nextTitle}</h2>
      <Next view={view} />
      {situation.quarters.length > 0 ? (
        <>
          <h2>{own.chartTitle}</h2>
          <QuarterChart quarters={situation.quarters} />
        </>
      ) : null}
    </EmployerAccountPage>
  )
}

function answerText(answer: Answer, own: Words['ledger']['situation'], language: Language): string {
  const money = (amount: Dirhams) => formatDirhams(amount, language)
  const day = (date: LocalDate) => formatDate(date, language).replaceAll(' ', '\u00a0')
  switch (answer.kind) {
    case 'credit':
      return own.credit(money(answer.amount))
    case 'to_pay':
      return answer.interest > 0n
        ? own.to_pay_and_interest(money(answer.amount), money(answer.interest), day(answer.payBy))
        : own.to_pay(money(answer.amount), day(answer.payBy))
    case 'interest_only':
      return own.interest_only(money(answer.amount))
    case 'late':
      return [
        answer.late === answer.amount
          ? own.lateWhole(money(answer.amount))
          : own.late(money(answer.amount), money(answer.late)),
        answer.sinceOthers
          ? own.lateSinceFirst(day(answer.since))
          : own.lateSince(day(answer.since)),
      ].join(' ')
    default:
      return own[answer.kind]
  }
}

function Figures({ situation }: { readonly situation: Situation }) {
  const own = useVisit().words.ledger.situation
  const { answer, toPay, advances, inTransit, estimated } = situation
  const due = sum(toPay.map(({ position }) => owedOn(position)))
  const shown = [
    { label: own.due, amount: due },
    ...(answer.kind === 'late' && answer.late < due
      ? [{ label: own.lateFigure, amount: answer.late }]
      : []),
    { label: own.estimated, amount: estimated, note: own.estimatedNote },
    { label: own.inTransit, amount: inTransit },
    { label: own.advances, amount: advances },
  ].filter(({ amount }) => amount > 0n)
  if (shown.length < 2) return null
  return (
    <div class="figures">
      {shown.map(({ label, amount, note }) => (
        <Figure label={label} value={<Money amount={amount} />} note={note} />
      ))}
    </div>
  )
}

function ToPay({ view: { situation, promises } }: { readonly view: AccountView }) {
  const { words, language } = useVisit()
  const own = words.ledger.situation
  const telling = { words: words.ledger, language }
  const total = sum(situation.toPay.map(({ position }) => owedOn(position)))
  return (
    <Table
      caption={own.toPayTitle}
      rows={situation.toPay}
      empty={<EmptyState title={own.nothingToPay}>{own.nothingToPayText}</EmptyState>}
      columns={[
        {
          head: own.dueColumn,
          cell: ({ position: { due } }) => (
            <a
              href={paths.employerAccount.due({
                category: due.category,
                quarter: formatQuarter(due.quarter),
              })}
            >
              {dueName(due, telling)}
            </a>
          ),
        },
        {
          head: own.payBy,
          cell: ({ payBy, position }) => (position.open > 0n ? <DateText date={payBy} /> : '—'),
        },
        { head: own.state, cell: (one) => <DueTag due={one} /> },
        { head: own.interest, numeric: true, cell: (one) => <InterestCell due={one} /> },
        {
          head: own.open,
          numeric: true,
          cell: ({ position }) => (
            <>
              <Money amount={owedOn(position)} />
              <Promised amount={promisedOn(position, promises)} />
            </>
          ),
        },
      ]}
      foot={
        situation.toPay.length > 1 ? [own.total, '', '', '', <Money amount={total} />] : undefined
      }
    />
  )
}

function Promised({ amount }: { readonly amount: Dirhams }) {
  const { words, language } = useVisit()
  if (amount === 0n) return null
  return <small>{words.ledger.situation.promised(formatDirhams(amount, language))}</small>
}

function DueTag({ due: { state, position } }: { readonly due: OpenDue }) {
  const { states } = useVisit().words.ledger
  if (owedOn(position) === 0n) return <StatusTag tone="info">{states.in_transit}</StatusTag>
  return <StatusTag tone={state === 'late' ? 'stop' : 'wait'}>{states[state]}</StatusTag>
}

/** What is booked is owed; what is estimated is a warning, and comes on top of it. */
function InterestCell({ due: { position, estimate } }: { readonly due: OpenDue }) {
  const { words, language } = useVisit()
  const estimated = totalInterest(estimate)
  if (estimated === 0n && position.openInterest === 0n) return '—'
  return (
    <>
      {position.openInterest > 0n ? <Money amount={position.openInterest} /> : null}
      {estimated > 0n ? (
        <small>{words.ledger.situation.estimate(formatDirhams(estimated, language))}</small>
      ) : null}
    </>
  )
}

/** More than this is one sentence: a company that begins late would fill the page. */
const mostShown = 6

function Next({ view }: { readonly view: AccountView }) {
  const { words, language } = useVisit()
  const own = words.ledger.situation
  const telling = { words: words.ledger, language }
  const day = (date: LocalDate) => formatDate(date, language)
  const late = view.situation.undeclared.filter(({ isLate }) => isLate)
  const coming = view.situation.undeclared.filter(({ isLate }) => !isLate)
  const hidden = late.length - mostShown
  const { quarter, terms } = view.next
  const running = own.running(
    formatQuarterInWords(quarter, language),
    day(terms.dueOn),
    day(graceEndsOn(terms)),
  )
  return (
    <>
      {late.length > 0 ? (
        <Note tone="warning" title={own.undeclaredTitle}>
          <ul>
            {late.slice(0, mostShown).map((one) => (
              <li>{own.undeclaredLate(dueName(one, telling), day(one.declareBy))}</li>
            ))}
            {hidden > 0 ? <li>{own.moreUndeclared(hidden)}</li> : null}
          </ul>
        </Note>
      ) : null}
      <ul>
        {coming.map((one) => (
          <li>{own.undeclared(dueName(one, telling), day(one.declareBy))}</li>
        ))}
        <li>{running}</li>
      </ul>
    </>
  )
}
