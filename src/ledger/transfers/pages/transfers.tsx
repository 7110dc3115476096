import { writtenRib } from '../../../employers/rib.ts'
import { formatDirhams, sum } from '../../../money/index.ts'
import { Actions, Button, ButtonLink } from '../../../web/components/button.tsx'
import { Checkboxes, RadioGroup } from '../../../web/components/choices.tsx'
import { DateText } from '../../../web/components/date-text.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { Form } from '../../../web/components/form.tsx'
import { Money } from '../../../web/components/money.tsx'
import { Note } from '../../../web/components/note.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import { Table } from '../../../web/components/table.tsx'
import { EmployerAccountPage } from '../../../web/employer-account-page.tsx'
import type { Fields, Mistakes } from '../../../web/form.ts'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { dueName } from '../../entry-label.ts'
import type { TransfersView } from '../read-transfers.ts'
import { shareName } from '../transfer-order.ts'

interface Props {
  readonly view: TransfersView
  /** Without the fund's own account there is nothing to pay to. */
  readonly hasFundAccount: boolean
  readonly formKey: string
  readonly errors?: Mistakes | undefined
  readonly typed?: Fields | undefined
}

/** «Ordre de virement»: choose what it pays, print it, find it again (product C6). */
export function TransfersPage({ view, hasFundAccount, formKey, errors, typed }: Props) {
  const own = useVisit().words.ledger.transfers
  return (
    <EmployerAccountPage title={own.title} place="transfers" errors={errors}>
      <PageHead title={own.title} lead={own.lead} />
      {hasFundAccount ? null : <Note tone="warning">{own.noFundAccount}</Note>}
      {hasFundAccount && view.open.length > 0 ? (
        <DrawUp view={view} formKey={formKey} errors={errors} typed={typed} />
      ) : null}
      {view.open.length === 0 ? (
        <EmptyState title={own.nothing}>{own.nothingText}</EmptyState>
      ) : null}
      {view.orders.length > 0 ? <Orders view={view} /> : null}
    </EmployerAccountPage>
  )
}

function DrawUp({ view, formKey, errors, typed }: Omit<Props, 'hasFundAccount'>) {
  const { words, language } = useVisit()
  const own = words.ledger.transfers
  const total = formatDirhams(sum(view.open.map(({ amount }) => amount)), language)
  return (
    <Form
      action={paths.employerAccount.transfers()}
      errors={errors}
      typed={typed}
      idempotencyKey={formKey}
    >
      <Checkboxes
        name="echeances"
        label={own.which}
        hint={own.all(total)}
        values={view.open.map(shareName)}
        options={view.open.map((share) => ({
          value: shareName(share),
          label: (
            <>
              {dueName(share, { words: words.ledger, language })} : <Money amount={share.amount} />
            </>
          ),
          hint: share.part === 'interest' ? words.ledger.parts.interest : undefined,
        }))}
      />
      <RadioGroup
        name="compte"
        label={own.from}
        value={view.accounts[0]?.id ?? 'autre'}
        options={[
          ...view.accounts.map((account) => ({
            value: account.id,
            label: <Reference>{writtenRib(account.rib)}</Reference>,
            hint: account.bankName || undefined,
          })),
          { value: 'autre', label: own.byHand, hint: own.byHandHint },
        ]}
      />
      <Actions>
        <Button>{own.drawUp}</Button>
      </Actions>
    </Form>
  )
}

function Orders({ view }: { readonly view: TransfersView }) {
  const own = useVisit().words.ledger.transfers
  return (
    <>
      <h2>{own.printed}</h2>
      <Table
        caption={own.printed}
        rows={view.orders}
        columns={[
          { head: own.reference, cell: ({ reference }) => <Reference>{reference}</Reference> },
          { head: own.drawnAt, cell: ({ drawnAt }) => <DateText date={drawnAt} /> },
          { head: own.amount, numeric: true, cell: ({ amount }) => <Money amount={amount} /> },
          {
            head: own.print,
            hideHead: true,
            cell: ({ id, reference }) => (
              <ButtonLink
                href={paths.employerAccount.transferPdf({ id })}
                download
                hidden={reference}
              >
                {own.print}
              </ButtonLink>
            ),
          },
        ]}
      />
    </>
  )
}
