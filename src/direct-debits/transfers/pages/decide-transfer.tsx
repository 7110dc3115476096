import { formatDate, localDateAt } from '../../../calendar/index.ts'
import type { Attribution } from '../../../ledger/transfers/store/attributions.ts'
import type { Employer } from '../../../employers/employer.ts'
import { Actions, Button } from '../../../web/components/button.tsx'
import { RadioGroup } from '../../../web/components/choices.tsx'
import { DescriptionList } from '../../../web/components/description-list.tsx'
import { Form } from '../../../web/components/form.tsx'
import { Money } from '../../../web/components/money.tsx'
import { Table } from '../../../web/components/table.tsx'
import { TextField } from '../../../web/components/text-field.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import type { TransferView } from '../views.ts'
import type { SentForm, TransferPageProps } from './transfer.tsx'

const formOf = ({ view, errors, typed, sent }: TransferPageProps, own: SentForm) => ({
  version: view.transfer.version,
  prefix: own,
  errors: sent === own ? errors : {},
  typed: sent === own ? typed : undefined,
})

/** Nobody's for now: why, and what is to become of it. */
export function KeepTransfer(props: TransferPageProps) {
  const own = useVisit().words.receivedTransfers.keep
  const { id } = props.view.transfer
  return (
    <section>
      <h2>{own.title}</h2>
      <Form action={paths.agency.keepTransfer({ id })} {...formOf(props, 'garder')}>
        <RadioGroup
          name="decision"
          label={own.as}
          options={(['to_identify', 'to_refund', 'no_payment'] as const).map((value) => ({
            value,
            label: own[value],
            hint: own[`${value}Hint`],
          }))}
        />
        <TextField name="raison" label={own.reason} maxlength={200} />
        <Actions>
          <Button kind="plain">{own.send}</Button>
        </Actions>
      </Form>
    </section>
  )
}

/** The money has gone back: under which reference. */
export function RefundTransfer(props: TransferPageProps) {
  const own = useVisit().words.receivedTransfers.refund
  const { id } = props.view.transfer
  const isSent = props.typed?.['decision'] === 'refunded'
  return (
    <section>
      <h2>{own.title}</h2>
      <Form
        action={paths.agency.keepTransfer({ id })}
        {...formOf(isSent ? props : { ...props, sent: undefined }, 'garder')}
        prefix="rembourser"
      >
        <input type="hidden" name="decision" value="refunded" />
        <TextField name="raison" label={own.reason} maxlength={200} />
        <Actions>
          <Button kind="plain">{own.send}</Button>
        </Actions>
      </Form>
    </section>
  )
}

/** Whose it is, company by company when it was split, and how that was known; and the way back when it was wrong. */
export function Attributed(props: TransferPageProps) {
  const { attributed, takeBack } = useVisit().words.receivedTransfers
  const { attributions, transfer } = props.view
  const [first] = attributions
  if (!first) return null
  return (
    <section>
      <h2>{attributed.title}</h2>
      {attributions.length > 1 ? (
        <Parts attributions={attributions} />
      ) : (
        <DescriptionList
          rows={[
            { term: attributed.company, value: <Company employer={first.employer} /> },
            { term: attributed.foundBy, value: <FoundBy attribution={first} /> },
          ]}
        />
      )}
      <h2>{takeBack.title}</h2>
      <Form
        action={paths.agency.takeBackTransfer({ id: transfer.id })}
        {...formOf(props, 'reprendre')}
      >
        <p>{attributions.length > 1 ? takeBack.splitText : takeBack.text}</p>
        <TextField name="raison" label={takeBack.reason} maxlength={200} />
        <Actions>
          <Button kind="stop">{takeBack.send}</Button>
        </Actions>
      </Form>
    </section>
  )
}

function Company({ employer }: { readonly employer: Employer }) {
  return (
    <a href={paths.agency.employer({ id: employer.id })}>
      <bdi>{employer.name}</bdi> <bdi dir="ltr">{employer.number}</bdi>
    </a>
  )
}

/** How it was known to be the company's, and that the company had withdrawn the printed order. */
function FoundBy({ attribution }: { readonly attribution: Attribution }) {
  const { words, language } = useVisit()
  const said = words.receivedTransfers.attributed
  const { foundBy, withdrawn } = attribution
  return (
    <>
      {said.by[foundBy]}
      {withdrawn ? (
        <small>
          {said.withdrawn(formatDate(localDateAt(withdrawn.at), language), withdrawn.reason)}
        </small>
      ) : null}
    </>
  )
}

function Parts({ attributions }: Pick<TransferView, 'attributions'>) {
  const { attributed, columns } = useVisit().words.receivedTransfers
  return (
    <Table
      caption={attributed.title}
      dense
      rows={attributions}
      columns={[
        { head: attributed.company, cell: ({ employer }) => <Company employer={employer} /> },
        { head: attributed.foundBy, cell: (one) => <FoundBy attribution={one} /> },
        { head: columns.amount, numeric: true, cell: ({ amount }) => <Money amount={amount} /> },
      ]}
    />
  )
}
