import type { Child } from 'hono/jsx'
import { formatDate, formatDateTime } from '../../calendar/index.ts'
import { maskedRib } from '../../employers/rib.ts'
import { AgencyPage } from '../../web/agency-page.tsx'
import { BackLink } from '../../web/components/back-link.tsx'
import { Actions, Button } from '../../web/components/button.tsx'
import { DescriptionList } from '../../web/components/description-list.tsx'
import { FileField } from '../../web/components/file-field.tsx'
import { Form } from '../../web/components/form.tsx'
import { formatDirhams } from '../../money/index.ts'
import { Money } from '../../web/components/money.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import { Pagination } from '../../web/components/pagination.tsx'
import { Reference } from '../../web/components/reference.tsx'
import { Table } from '../../web/components/table.tsx'
import { TextField } from '../../web/components/text-field.tsx'
import type { Fields, Mistakes } from '../../web/form.ts'
import type { Paging } from '../../web/paging.ts'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import type { Words } from '../../web/words/index.ts'
import { isQuestion, mayBeTransfer, type ParkedBecause } from '../bank-messages/place-movement.ts'
import { nothing } from '../transfers/received-transfer.ts'
import type { KeptMessage } from '../store/messages.ts'
import type { AlikeTransfer, AwaitedDebit, ParkedMovement } from '../store/parked.ts'

interface Props {
  readonly messages: readonly KeptMessage[]
  readonly paging: Paging
  readonly parked: readonly ParkedMovement[]
  /** Those that wait, shown or not. */
  readonly parkedCount: number
  /** The transfers that those which ask a question look like, by «message-position». */
  readonly alike: ReadonlyMap<string, readonly AlikeTransfer[]>
  readonly errors?: Mistakes | undefined
  readonly typed?: Fields | undefined
  /** The movement whose form was sent, as «message-position». */
  readonly sent?: string | undefined
}

/** Giving the portal what the bank sent; what found no order waits below for a decision. */
export function MessagesPage(props: Props) {
  const { messages, paging, parked, parkedCount, alike, errors = {}, typed, sent } = props
  const said = useVisit().words.debits
  const own = said.messages
  return (
    <AgencyPage title={own.title} place="collections" errors={errors} errorsPrefix={sent}>
      <BackLink href={paths.agency.collections()}>{said.title}</BackLink>
      <PageHead title={own.title} lead={own.lead} />
      <Form action={paths.agency.bankMessages()} errors={sent ? {} : errors} upload>
        <FileField
          name="fichier"
          label={own.file}
          kinds={own.kinds}
          accept=".xml,application/xml"
          maxMegabytes={20}
        />
        <Actions>
          <Button>{own.send}</Button>
        </Actions>
      </Form>
      <section>
        <h2>{own.parked}</h2>
        {parked.length === 0 ? <p>{own.parkedNone}</p> : null}
        {parkedCount > parked.length ? <p>{own.parkedFirst(parked.length, parkedCount)}</p> : null}
        {parked.map((one) => (
          <Parked
            movement={one}
            alike={alike.get(placeOf(one)) ?? []}
            errors={sent === placeOf(one) ? errors : {}}
            typed={sent === placeOf(one) ? typed : undefined}
          />
        ))}
      </section>
      <section>
        <h2>{own.list}</h2>
        <Received messages={messages} />
        <Pagination
          page={paging.page}
          pages={paging.pages}
          href={(to) => `${paths.agency.bankMessages()}?page=${to}`}
        />
      </section>
    </AgencyPage>
  )
}

export function placeOf({
  messageId,
  position,
}: Pick<ParkedMovement, 'messageId' | 'position'>): string {
  return `${messageId}-${position}`
}

interface ParkedProps {
  readonly movement: ParkedMovement
  readonly alike: readonly AlikeTransfer[]
  readonly errors: Mistakes
  readonly typed?: Fields | undefined
}

function Parked({ movement, alike, errors, typed }: ParkedProps) {
  const { words, language } = useVisit()
  const own = words.debits.messages
  const { messageId, position, amount, bookedOn, endToEndId } = movement
  const isAsked = isQuestion(movement.note)
  const place = { id: messageId, position: String(position) }
  const facts = [
    own.direction[movement.outcome === 'rejected' ? 'out' : 'in'],
    amount === null ? '' : formatDirhams(amount, language),
    bookedOn ? formatDate(bookedOn, language) : '',
  ]
  return (
    <section id={`mouvement-${placeOf(movement)}`}>
      <h3>
        {endToEndId && !nothing.test(endToEndId) ? (
          <bdi dir="ltr">{endToEndId}</bdi>
        ) : (
          own.noReference
        )}
      </h3>
      <p>{facts.filter(Boolean).join(' · ')}</p>
      <ParkedFacts movement={movement} alike={alike} />
      {mayBeTransfer(movement) ? (
        <Form action={paths.agency.receiveMovement(place)} prefix={`${placeOf(movement)}-virement`}>
          <p>{isAsked ? own.question.text : receiving(movement, own)}</p>
          <Actions>
            <Button kind={isAsked ? 'plain' : 'primary'}>
              {isAsked ? own.question.second : own.receive}
            </Button>
          </Actions>
        </Form>
      ) : null}
      <Form
        action={paths.agency.setAside(place)}
        prefix={placeOf(movement)}
        errors={errors}
        typed={typed}
      >
        <TextField
          name="raison"
          label={own.setAsideReason}
          value={isAsked ? own.question.sameReason : undefined}
          maxlength={200}
        />
        <Actions>
          <Button kind="plain">{isAsked ? own.question.same : own.setAside}</Button>
        </Actions>
      </Form>
    </section>
  )
}

/** The money is real; a debit of which nothing was heard still waits for its own. */
function receiving({ note }: ParkedMovement, own: Words['debits']['messages']): string {
  return note === 'other_amount' ? `${own.receiveText} ${own.stillWaits}` : own.receiveText
}

/** Why it waits, what the bank said of it, in which file, and the debit whose reference it bears. */
function ParkedFacts({ movement, alike }: Pick<ParkedProps, 'movement' | 'alike'>) {
  const { words, language } = useVisit()
  const own = words.debits.messages
  const said = words.receivedTransfers
  const { note, debit, bankReference, reason, payerName, payerRib, remittance } = movement
  const fact = (term: string, value: Child) => (value ? [{ term, value }] : [])
  return (
    <DescriptionList
      rows={[
        { term: said.columns.why, value: own.because[note as ParkedBecause] },
        ...alike.map(({ id, fileName, receivedAt }) => ({
          term: own.question.known,
          value: (
            <a href={paths.agency.receivedTransfer({ id })}>
              <bdi>{fileName}</bdi>, {formatDateTime(receivedAt, language)}
            </a>
          ),
        })),
        ...fact(own.debit, debit && <Debit debit={debit} />),
        ...fact(said.one.bankReference, bankReference && <Reference>{bankReference}</Reference>),
        ...fact(own.reason, reason && <Reference>{reason}</Reference>),
        ...fact(said.columns.payer, payerName && <bdi>{payerName}</bdi>),
        ...fact(said.one.account, payerRib && <Reference>{maskedRib(payerRib)}</Reference>),
        ...fact(said.columns.written, remittance && <bdi>{remittance}</bdi>),
        { term: own.columns.file, value: <bdi>{movement.fileName}</bdi> },
      ]}
    />
  )
}

/** The amount that was awaited, of which company, in which file for the bank. */
function Debit({ debit }: { readonly debit: AwaitedDebit }) {
  const own = useVisit().words.debits.messages
  return (
    <>
      <Money amount={debit.amount} />
      {' · '}
      <a href={paths.agency.employer({ id: debit.employerId })}>
        <bdi>{debit.employerName}</bdi>
      </a>{' '}
      <bdi dir="ltr">{debit.employerNumber}</bdi>
      {' · '}
      <a href={paths.agency.collection({ id: debit.collectionId })}>{own.debitFile}</a>
    </>
  )
}

function Received({ messages }: Pick<Props, 'messages'>) {
  const { words, language } = useVisit()
  const own = words.debits.messages
  const { columns } = own
  return (
    <Table
      caption={own.list}
      dense
      rows={messages}
      empty={<p>{own.none}</p>}
      columns={[
        { head: columns.file, cell: (one) => <bdi>{one.fileName}</bdi> },
        { head: columns.kind, cell: (one) => <bdi dir="ltr">{one.kind}</bdi> },
        { head: columns.received, cell: (one) => formatDateTime(one.receivedAt, language) },
        { head: columns.movements, numeric: true, cell: (one) => String(one.movements) },
        { head: columns.applied, numeric: true, cell: (one) => String(one.applied) },
        { head: columns.parked, numeric: true, cell: (one) => String(one.parked) },
      ]}
    />
  )
}
