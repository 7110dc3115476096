import { formatDate, formatQuarter, localDateAt } from '../../calendar/index.ts'
import { negate } from '../../money/index.ts'
import { BackLink } from '../../web/components/back-link.tsx'
import { DateText } from '../../web/components/date-text.tsx'
import { DescriptionList } from '../../web/components/description-list.tsx'
import { Figure, Sheet } from '../../web/components/figure.tsx'
import { Money } from '../../web/components/money.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import { Reference } from '../../web/components/reference.tsx'
import { Table } from '../../web/components/table.tsx'
import { EmployerAccountPage } from '../../web/employer-account-page.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import { type DueKey, dueText } from '../account.ts'
import {
  bankReference,
  dueName,
  entryCalculation,
  entryLabel,
  entryReference,
} from '../entry-label.ts'
import { reasonFamily } from '../bank-reason.ts'
import type { KeptEntry, Posting } from '../kept-entry.ts'
import type { EntryView } from '../read-entry.ts'
import type { Attribution } from '../transfers/store/attributions.ts'
import { Balance, EntryLink } from './statement-table.tsx'
import { listed } from '../../web/words/language.ts'

/** A line of the statement opened on its why: cause, dues, calculation, postings (product C3). */
export function EntryPage({ view }: { readonly view: EntryView }) {
  const { words, language } = useVisit()
  const own = words.ledger.entry
  const { entry, place, related } = view
  const label = entryLabel(entry, { words: words.ledger, language })
  const title = place === null ? label : own.title(String(place))
  return (
    <EmployerAccountPage title={title} place="statement">
      <BackLink href={paths.employerAccount.statement()}>{words.ledger.statement.title}</BackLink>
      <PageHead title={title} lead={place === null ? undefined : label} />
      <Sheet>
        <AmountOf entry={entry} />
        <DescriptionList
          rows={[
            { term: own.why, value: own.cause[entry.kind], note: useBankReason(entry) },
            ...facts(view),
          ]}
        />
      </Sheet>
      {entry.kind === 'declaration' ? <DeclaredLines entry={entry} /> : null}
      <Dues entry={entry} />
      <Postings entry={entry} />
      <Related entries={related} />
    </EmployerAccountPage>
  )

  /** An order, where it is one of E@syPaiement. */
  function referenceTerm({ kind, cause }: KeptEntry): string {
    if (kind === 'declaration') return own.receipt
    return cause.kind === 'order' ? own.order : own.reference
  }

  function facts({ entry: one, attribution }: EntryView) {
    const paid = related.find(({ kind }) => kind === 'payment')
    const reference = entryReference({ ...one, paid: paid ? entryReference(paid) : '' })
    const bank = bankReference(one)
    const calculation = entryCalculation(one)
    const settled = related.find(({ kind }) => kind === 'payment_settled')
    const isTransit = one.kind === 'payment' && one.details.into === 'bank_in_transit'
    return [
      ...(reference
        ? [
            {
              term: referenceTerm(one),
              value: <Reference>{reference}</Reference>,
            },
          ]
        : []),
      ...(bank ? [{ term: own.bankReference, value: <Reference>{bank}</Reference> }] : []),
      ...(one.kind === 'declaration'
        ? [{ term: own.version, value: <Reference>{String(one.cause.version)}</Reference> }]
        : []),
      ...(calculation
        ? [{ term: own.calculation, value: <bdi dir="ltr">{calculation}</bdi> }]
        : []),
      ...(isTransit
        ? [
            {
              term: own.settledOn,
              value: settled ? <DateText date={settled.occurredOn} /> : own.notSettled,
            },
          ]
        : []),
      ...(attribution ? sentBy(attribution) : []),
      { term: own.occurred, value: <DateText date={one.occurredOn} /> },
      { term: own.recorded, value: <DateText date={one.recordedAt} /> },
      { term: own.balance, value: <Balance owed={one.owedAfter} /> },
    ]
  }
}

function Related({ entries }: { readonly entries: EntryView['related'] }) {
  const own = useVisit().words.ledger.entry
  const shown = entries.filter(({ kind }) => kind !== 'payment_settled')
  if (shown.length === 0) return null
  return (
    <>
      <h2>{own.links}</h2>
      <ul>
        {shown.map((one) => (
          <li>
            <EntryLink entry={one} />{' '}
            <span class="muted">
              <DateText date={one.occurredOn} />
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Why the bank rejected it, in a sentence (product E5). */
function useBankReason(entry: KeptEntry): string | undefined {
  const { reasons } = useVisit().words.debits
  if (entry.kind !== 'payment_rejected') return undefined
  return reasons[reasonFamily(entry.details.reason)](entry.details.reason)
}

/** Who sent a transfer, what they wrote, and how it was known to be this company's. */
function sentBy({ payerName, written, foundBy, withdrawn }: Attribution) {
  const { words, language } = useVisit()
  const own = words.ledger.entry
  const note =
    withdrawn && own.withdrawn(formatDate(localDateAt(withdrawn.at), language), withdrawn.reason)
  return [
    ...(payerName ? [{ term: own.payer, value: <bdi>{payerName}</bdi> }] : []),
    ...(written ? [{ term: own.written, value: <bdi>{written}</bdi> }] : []),
    { term: own.foundBy, value: own.found[foundBy], ...(note ? { note } : {}) },
  ]
}

/** Who was declared, at which rate: what the amounts are made of. */
function DeclaredLines({ entry: { number } }: { readonly entry: KeptEntry }) {
  const own = useVisit().words.ledger.due
  return (
    <p>
      <a href={paths.employerAccount.entryLines({ number: String(number) })}>{own.lines}</a>
    </p>
  )
}

function AmountOf({ entry }: { readonly entry: KeptEntry }) {
  const own = useVisit().words.ledger.entry
  if (entry.debit === entry.credit) {
    return entry.debit === 0n ? (
      <Figure label={own.unchanged} value={<Money amount={entry.debit} />} />
    ) : (
      <Figure label={own.amount} value={<Money amount={entry.debit} />} note={own.unchanged} />
    )
  }
  const isDebit = entry.debit > entry.credit
  return (
    <Figure
      label={isDebit ? own.debit : own.credit}
      value={<Money amount={isDebit ? entry.debit : entry.credit} />}
    />
  )
}

/** The dues that the entry touches, each with its own page: calculation and all its payments. */
function Dues({ entry }: { readonly entry: KeptEntry }) {
  const { words, language } = useVisit()
  const own = words.ledger.entry
  const dues = new Map<string, DueKey>()
  for (const { due } of entry.moves) if (due) dues.set(dueText(due), due)
  if (dues.size === 0) return null
  return (
    <>
      <h2>{own.due}</h2>
      <ul>
        {[...dues.values()].map((due) => (
          <li>
            <a
              href={paths.employerAccount.due({
                category: due.category,
                quarter: formatQuarter(due.quarter),
              })}
            >
              {dueName(due, { words: words.ledger, language })}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

function Postings({ entry }: { readonly entry: KeptEntry }) {
  const { words, language } = useVisit()
  const { entry: own, statement } = words.ledger
  if (entry.moves.length === 0) return null
  const name = ({ account, due }: Posting) =>
    due
      ? listed([own.accounts[account], dueName(due, { words: words.ledger, language })], language)
      : own.accounts[account]
  return (
    <>
      <h2>{own.postingsTitle}</h2>
      <Table
        caption={own.postingsTitle}
        rows={entry.moves}
        dense
        columns={[
          { head: own.account, cell: name },
          {
            head: statement.debit,
            numeric: true,
            cell: ({ amount }) => (amount > 0n ? <Money amount={amount} bare /> : null),
          },
          {
            head: statement.credit,
            numeric: true,
            cell: ({ amount }) => (amount < 0n ? <Money amount={negate(amount)} bare /> : null),
          },
        ]}
      />
    </>
  )
}
