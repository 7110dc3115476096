import { maskedRib } from '../../employers/rib.ts'
import { dueName } from '../../ledger/entry-label.ts'
import { DateText } from '../../web/components/date-text.tsx'
import { Figure } from '../../web/components/figure.tsx'
import { Money } from '../../web/components/money.tsx'
import { Reference } from '../../web/components/reference.tsx'
import { Table } from '../../web/components/table.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import type { CompanyMoney as Facts } from '../read-money.ts'

interface Props {
  readonly money: Facts
}

/** The account of a company, its payment orders and its mandates, for whoever answers its telephone call (product G6). */
export function CompanyMoney({ money }: Props) {
  return (
    <>
      <Account money={money} />
      <Orders money={money} />
      <Mandates money={money} />
    </>
  )
}

function Account({ money: { balance, inTransit, open } }: Props) {
  const { words, language } = useVisit()
  const own = words.agency.employer.money
  return (
    <section id="compte">
      <h2>{own.account}</h2>
      <Figure
        label={own.balance}
        value={<Money amount={balance} />}
        note={
          inTransit > 0n ? (
            <>
              {own.inTransit} <Money amount={inTransit} />
            </>
          ) : undefined
        }
      />
      <Table
        caption={own.open}
        dense
        rows={open}
        columns={[
          { head: own.due, cell: ({ due }) => dueName(due, { words: words.ledger, language }) },
          { head: own.dueOn, cell: ({ terms }) => <DateText date={terms.dueOn} short /> },
          { head: own.state, cell: ({ state }) => words.ledger.states[state] },
          { head: own.owed, numeric: true, cell: ({ owed }) => <Money amount={owed} /> },
        ]}
        empty={<p class="muted">{own.nothingOpen}</p>}
      />
    </section>
  )
}

function Orders({ money: { orders } }: Props) {
  const { agency, payments } = useVisit().words
  const own = agency.employer.money
  return (
    <section id="ordres">
      <h2>{own.orders}</h2>
      <Table
        caption={own.orders}
        dense
        rows={orders}
        columns={[
          { head: own.order, cell: ({ reference }) => <Reference>{reference}</Reference> },
          { head: own.debitOn, cell: ({ debitOn }) => <DateText date={debitOn} short /> },
          {
            head: own.state,
            cell: ({ state, held }) =>
              state === 'confirmed' && held ? payments.holds.tag : payments.states[state],
          },
          { head: own.owed, numeric: true, cell: ({ amount }) => <Money amount={amount} /> },
        ]}
        empty={<p class="muted">{own.noOrder}</p>}
      />
    </section>
  )
}

function Mandates({ money: { accounts } }: Props) {
  const { agency, administration } = useVisit().words
  const own = agency.employer.money
  return (
    <section id="mandats">
      <h2>{own.mandates}</h2>
      <Table
        caption={own.mandates}
        dense
        rows={accounts}
        columns={[
          {
            head: own.bankAccount,
            cell: ({ account }) => <Reference>{maskedRib(account.rib)}</Reference>,
          },
          {
            head: own.mandate,
            cell: ({ account: { mandate } }) =>
              mandate?.letterId ? (
                <a href={paths.agency.letter({ id: mandate.letterId })}>
                  <Reference>{mandate.reference}</Reference>
                </a>
              ) : (
                <Reference>{mandate?.reference ?? ''}</Reference>
              ),
          },
          { head: own.state, cell: ({ state }) => administration.accounts.states[state] },
          {
            head: own.usableFrom,
            cell: ({ account: { mandate } }) =>
              mandate?.usableFrom ? <DateText date={mandate.usableFrom} short /> : null,
          },
        ]}
        empty={<p class="muted">{own.noMandate}</p>}
      />
    </section>
  )
}
