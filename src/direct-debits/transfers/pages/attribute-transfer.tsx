import { formatDate } from '../../../calendar/index.ts'
import { dueName } from '../../../ledger/entry-label.ts'
import { shareName, type TransferShare } from '../../../ledger/transfers/transfer-order.ts'
import { centimes, formatDirhams } from '../../../money/index.ts'
import { Actions, Button } from '../../../web/components/button.tsx'
import { Checkboxes } from '../../../web/components/choices.tsx'
import { Filters } from '../../../web/components/filters.tsx'
import { Form } from '../../../web/components/form.tsx'
import { Money } from '../../../web/components/money.tsx'
import { Note } from '../../../web/components/note.tsx'
import { Table } from '../../../web/components/table.tsx'
import { TextField } from '../../../web/components/text-field.tsx'
import { paths } from '../../../web/paths.ts'
import { inQueueView } from '../../../web/queue-view.ts'
import { useVisit } from '../../../web/visit.ts'
import { colon } from '../../../web/words/language.ts'
import type { Candidate } from '../../store/candidates.ts'
import type { Chosen } from '../views.ts'
import type { TransferPageProps } from './transfer.tsx'
import { listed } from '../../../web/words/language.ts'

/** Two steps: name the company, among those that something points to or by its number; then say what it pays. */
export function AttributeTransfer(props: TransferPageProps) {
  const { view, number } = props
  const { words, queueView } = useVisit()
  const { attribute: own, split } = words.receivedTransfers
  const address = paths.agency.receivedTransfer({ id: view.transfer.id })
  return (
    <section>
      <h2>{own.title}</h2>
      {view.candidates.length > 0 ? (
        <Candidates candidates={view.candidates} address={address} />
      ) : (
        <p>{own.noCandidate}</p>
      )}
      <Filters action={address}>
        <TextField
          name="adherent"
          label={own.number}
          value={number}
          inputmode="numeric"
          maxlength={6}
          width="short"
        />
      </Filters>
      {number && !view.chosen ? <Note tone="warning">{own.unknown}</Note> : null}
      {view.chosen ? <Attribute {...props} chosen={view.chosen} /> : null}
      <p>
        <a href={inQueueView(queueView, paths.agency.splitTransfer({ id: view.transfer.id }))}>
          {split.offer}
        </a>
      </p>
    </section>
  )
}

interface CandidatesProps {
  readonly candidates: readonly Candidate[]
  readonly address: string
}

function Candidates({ candidates, address }: CandidatesProps) {
  const { words, language, queueView } = useVisit()
  const own = words.receivedTransfers.attribute
  return (
    <Table
      caption={own.candidates}
      dense
      rows={candidates}
      columns={[
        {
          head: own.company,
          cell: (one) => (
            <a href={inQueueView(queueView, `${address}?adherent=${one.employerNumber}`)}>
              <bdi>{one.name}</bdi> <bdi dir="ltr">{one.employerNumber}</bdi>
            </a>
          ),
        },
        {
          head: own.clues,
          cell: ({ clues }) =>
            listed(
              clues.map((one) => own.clue[one]),
              language,
            ),
        },
        {
          head: own.owed,
          numeric: true,
          cell: ({ owed }) => <Money amount={centimes(owed)} />,
        },
      ]}
    />
  )
}

/** The payment orders that are about to pay this part of a due. */
function ordersOf(share: TransferShare, promises: Chosen['promises']): Chosen['promises'] {
  return promises.filter((one) => shareName(one) === shareName(share))
}

function Attribute(props: TransferPageProps & { readonly chosen: Chosen }) {
  const { words, language } = useVisit()
  const own = words.receivedTransfers.attribute
  const { view, chosen, errors, typed, sent } = props
  const { employer, open, promises } = chosen
  const isPromised = open.some((share) => ordersOf(share, promises).length > 0)
  const isSent = sent === 'attribuer'
  return (
    <Form
      action={paths.agency.attributeTransfer({ id: view.transfer.id })}
      version={view.transfer.version}
      prefix="attribuer"
      errors={isSent ? errors : {}}
      typed={isSent ? typed : undefined}
    >
      <input type="hidden" name="adherent" value={employer.number} />
      {isPromised ? <Note tone="warning">{own.promised}</Note> : null}
      {open.length > 0 ? (
        <Checkboxes
          name="echeances"
          label={own.dues(employer.name)}
          hint={own.duesHint}
          options={open.map((share) => ({
            value: shareName(share),
            label: (
              <>
                {dueName(share, { words: words.ledger, language }) + colon(language)}
                <Money amount={share.amount} />
              </>
            ),
            hint:
              [
                ...(share.part === 'interest' ? [words.ledger.parts.interest] : []),
                ...ordersOf(share, promises).map(({ reference, amount, debitOn }) =>
                  words.ledger.transfers.promised.order(
                    reference,
                    formatDirhams(amount, language),
                    formatDate(debitOn, language),
                  ),
                ),
              ].join(' · ') || undefined,
          }))}
        />
      ) : (
        <p>{own.noDue(employer.name)}</p>
      )}
      <Actions>
        <Button>{own.send(formatDirhams(view.transfer.amount, language), employer.name)}</Button>
      </Actions>
    </Form>
  )
}
