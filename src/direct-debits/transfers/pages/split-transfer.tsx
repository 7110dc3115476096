import { formatDate } from '../../../calendar/index.ts'
import { formatDirhams } from '../../../money/index.ts'
import { AgencyPage } from '../../../web/agency-page.tsx'
import { BackLink } from '../../../web/components/back-link.tsx'
import { Actions, Button } from '../../../web/components/button.tsx'
import { FieldRow } from '../../../web/components/field-group.tsx'
import { Form } from '../../../web/components/form.tsx'
import { Money } from '../../../web/components/money.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Table } from '../../../web/components/table.tsx'
import { TextField } from '../../../web/components/text-field.tsx'
import type { Fields, Mistakes } from '../../../web/form.ts'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { sayingOfParts } from '../split.ts'
import { amountField, linesIn, mostParts, numberField } from '../split-form.ts'
import type { ShownPart, SplitView } from '../view-split.ts'

interface Props {
  readonly view: SplitView
  readonly typed: Fields
  readonly errors?: Mistakes | undefined
  /** The parts are all of it, each of a known company: they may be written. */
  readonly isChecked?: boolean | undefined
}

/** Company and part, line by line; once they are right, what would be written, and the button that writes it. */
export function SplitTransferPage({ view, typed, errors = {}, isChecked = false }: Props) {
  const { words, language } = useVisit()
  const { split: own, one } = words.receivedTransfers
  const { id, amount, bookedOn, version } = view.transfer
  return (
    <AgencyPage title={own.title} place="collections" errors={errors}>
      <BackLink href={paths.agency.receivedTransfer({ id })}>
        {one.title(formatDirhams(amount, language), formatDate(bookedOn, language))}
      </BackLink>
      <PageHead title={own.title} lead={own.lead} />
      <Form
        action={paths.agency.splitTransfer({ id })}
        version={version}
        errors={errors}
        typed={typed}
      >
        {isChecked ? <Shown view={view} /> : <p>{own.amount(formatDirhams(amount, language))}</p>}
        <Lines typed={typed} />
        <Buttons view={view} isChecked={isChecked} isFull={linesIn(typed) >= mostParts} />
      </Form>
    </AgencyPage>
  )
}

function Lines({ typed }: { readonly typed: Fields }) {
  const own = useVisit().words.receivedTransfers.split
  const lines = Array.from({ length: linesIn(typed) }, (_, index) => index + 1)
  return (
    <>
      <input type="hidden" name="lignes" value={String(lines.length)} />
      {lines.map((line) => (
        <FieldRow>
          <TextField
            name={numberField(line)}
            label={own.number(line)}
            inputmode="numeric"
            maxlength={6}
            width="short"
            optional={line > 2}
          />
          <TextField
            name={amountField(line)}
            label={own.part(line)}
            inputmode="decimal"
            maxlength={20}
            width="medium"
            optional={line > 2}
          />
        </FieldRow>
      ))}
    </>
  )
}

interface ButtonsProps {
  readonly view: SplitView
  readonly isChecked: boolean
  readonly isFull: boolean
}

/** The first of them is the one that the Enter key presses. */
function Buttons({ view, isChecked, isFull }: ButtonsProps) {
  const { words, language } = useVisit()
  const own = words.receivedTransfers.split
  const { parts, transfer } = view
  return (
    <Actions>
      {isChecked ? (
        <Button name="geste" value="repartir">
          {own.send(formatDirhams(transfer.amount, language), parts.length)}
        </Button>
      ) : null}
      <Button kind={isChecked ? 'plain' : undefined} name="geste" value="verifier">
        {isChecked ? own.checkAgain : own.check}
      </Button>
      {isFull ? null : (
        <Button kind="link" name="geste" value="lignes">
          {own.more}
        </Button>
      )}
    </Actions>
  )
}

/** Company by company, as the accounts will read it. */
function Shown({ view: { parts } }: Pick<Props, 'view'>) {
  const own = useVisit().words.receivedTransfers.split
  return (
    <>
      <input type="hidden" name="vu" value={sayingOfParts(parts)} />
      <Table
        caption={own.shown}
        rows={parts}
        columns={[
          {
            head: own.columns.company,
            cell: ({ employer }) => (
              <>
                <bdi>{employer.name}</bdi> <bdi dir="ltr">{employer.number}</bdi>
              </>
            ),
          },
          {
            head: own.columns.owed,
            numeric: true,
            cell: ({ owed }) => <Money amount={owed} />,
          },
          {
            head: own.columns.part,
            numeric: true,
            cell: (part) => <PartOf {...part} />,
          },
        ]}
      />
    </>
  )
}

function PartOf({ owed, amount }: Pick<ShownPart, 'owed' | 'amount'>) {
  const own = useVisit().words.receivedTransfers.split
  return (
    <>
      <Money amount={amount} />
      {amount > owed ? <p class="hint">{own.credit}</p> : null}
    </>
  )
}
