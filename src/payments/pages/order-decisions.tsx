import { PasskeyActions } from '../../access/passkeys/passkey-actions.tsx'
import { addDays, formatDate, formatDateTime, formatQuarterInWords } from '../../calendar/index.ts'
import { reasonFamily } from '../../ledger/bank-reason.ts'
import { formatDirhams } from '../../money/index.ts'
import { Actions, Button, ButtonLink } from '../../web/components/button.tsx'
import { Details } from '../../web/components/details.tsx'
import { Form } from '../../web/components/form.tsx'
import { Note } from '../../web/components/note.tsx'
import { PasswordField } from '../../web/components/password-field.tsx'
import { Reference } from '../../web/components/reference.tsx'
import { TextField } from '../../web/components/text-field.tsx'
import type { Fields, Mistakes } from '../../web/form.ts'
import { paths } from '../../web/paths.ts'
import { fillSentence } from '../../web/site.ts'
import { useVisit } from '../../web/visit.ts'
import { whenConfirmed } from '../ceilings.ts'
import type { OrderView } from '../view-order.ts'

/** Which form of the page was sent. */
export type SentForm = 'confirm' | 'refuse' | 'oppose' | 'cancel'

interface Props {
  readonly view: OrderView
  readonly errors: Mistakes
  readonly typed?: Fields | undefined
  readonly sent?: SentForm | undefined
}

/** What this person may do with the order, and why not when they may not. */
export function OrderDecisions(props: Props) {
  const { view } = props
  return (
    <>
      <WhereItStands view={view} />
      {view.lacksPeople ? <LacksPeople /> : null}
      {view.standing === 'may_confirm' ? <Confirming {...props} /> : null}
      {view.mayRefuse ? <Refusing {...props} /> : null}
      {view.mayOppose ? <Opposing {...props} /> : null}
      {view.mayEdit ? <Editing {...props} /> : null}
    </>
  )
}

/** Waiting would be for nothing: the delegate names somebody. */
function LacksPeople() {
  const said = useVisit().words.payments.order
  return <Note tone="warning">{said.lacksPeople}</Note>
}

function WhereItStands({ view }: { readonly view: OrderView }) {
  const { words, language } = useVisit()
  const said = words.payments.order
  const { order, standing, missing, confirmsFrom } = view
  if (view.holdsNow !== null && order.state === 'confirmed') return null
  if (view.overCeiling) {
    const { of, most } = view.overCeiling
    const sentence = words.refusals[whenConfirmed[of]]
    return (
      <Note tone="warning">{fillSentence(sentence, { most: formatDirhams(most, language) })}</Note>
    )
  }
  if (standing === 'own_order') return <Note>{said.yourOwn}</Note>
  if (standing === 'waits' && confirmsFrom) {
    return <Note tone="warning">{said.youWait(formatDateTime(confirmsFrom, language))}</Note>
  }
  if (standing === 'already_confirmed') return <Note>{said.alreadyYours}</Note>
  if (order.kind === 'systematic' && order.state === 'confirmed') {
    const eve = formatDate(addDays(order.debitOn, -1), language)
    return <Note>{words.payments.systematic.coming(formatDate(order.debitOn, language), eve)}</Note>
  }
  if (order.state === 'confirmed')
    return <Note>{said.confirmedAll(formatDate(order.debitOn, language))}</Note>
  if (order.state === 'awaiting_confirmation' && standing === 'no_power') {
    return <Note>{said.waitingFor(missing)}</Note>
  }
  if (view.interestLeft > 0n) {
    const left = formatDirhams(view.interestLeft, language)
    return <Note tone="warning">{words.debits.mails.interestLeft(left)}</Note>
  }
  if (order.state === 'rejected') {
    return (
      <Note tone="stop">
        <p>{words.debits.reasons[reasonFamily(order.reason)](order.reason)}</p>
        {hasFrozen(view) ? <p>{words.debits.mails.frozen}</p> : null}
      </Note>
    )
  }
  if (order.reason) {
    const withdrawn: Readonly<Record<string, string>> = words.payments.systematic.withdrawn
    const own = order.kind === 'systematic' ? withdrawn[order.reason] : undefined
    return <Note tone="stop">{own ?? said.reason(order.reason)}</Note>
  }
  return null
}

/** The bank's answer ended the mandate of the account. */
function hasFrozen({ events }: OrderView): boolean {
  return events.some(({ details }) => details['mandateFrozen'] === true)
}

function Confirming({ view, errors, typed, sent }: Props) {
  const { words, language } = useVisit()
  const said = words.payments.order
  const { order, employer } = view
  return (
    <section>
      <h2>{said.confirmTitle}</h2>
      <p>{said.confirmLead}</p>
      <Form
        action={paths.payments.confirm({ id: order.id })}
        prefix="confirm"
        errors={sent === 'confirm' ? errors : {}}
        typed={sent === 'confirm' ? typed : undefined}
      >
        <input type="hidden" name="empreinte" value={order.digest} />
        <PasswordField
          name="motDePasse"
          label={said.password}
          hint={view.passkey ? said.passwordOrPasskeyHint : said.passwordHint}
          autocomplete="current-password"
        />
        <PasskeyActions request={view.passkey} label={said.confirmWithPasskey} signsPage>
          <Button>{said.confirm(formatDirhams(order.amount, language), employer.name)}</Button>
        </PasskeyActions>
      </Form>
      <Details summary={said.digest}>
        <p>{said.digestText}</p>
        <Reference copy>{order.digest}</Reference>
      </Details>
    </section>
  )
}

function Refusing({ view, errors, typed, sent }: Props) {
  const said = useVisit().words.payments.order
  return (
    <section class="is-apart">
      <h2>{said.refuseTitle}</h2>
      <Form
        action={paths.payments.refuse({ id: view.order.id })}
        prefix="refuse"
        version={view.order.version}
        errors={sent === 'refuse' ? errors : {}}
        typed={sent === 'refuse' ? typed : undefined}
      >
        <TextField name="raison" label={said.refuseReason} hint={said.refuseHint} maxlength={200} />
        <Actions>
          <Button kind="stop">{said.refuse}</Button>
        </Actions>
      </Form>
    </section>
  )
}

function Opposing({ view, errors, typed, sent }: Props) {
  const said = useVisit().words.payments.systematic
  return (
    <section class="is-apart">
      <h2>{said.opposeTitle}</h2>
      <p>{said.opposeLead}</p>
      <Form
        action={paths.payments.oppose({ id: view.order.id })}
        prefix="oppose"
        version={view.order.version}
        errors={sent === 'oppose' ? errors : {}}
        typed={sent === 'oppose' ? typed : undefined}
      >
        <TextField name="raison" label={said.opposeReason} maxlength={200} />
        <Actions>
          <Button kind="stop">{said.oppose}</Button>
        </Actions>
      </Form>
    </section>
  )
}

function Editing(props: Props) {
  const said = useVisit().words.payments.order
  const { order } = props.view
  return (
    <section>
      <Actions>
        <ButtonLink href={paths.payments.edit({ id: order.id })}>{said.editIt}</ButtonLink>
      </Actions>
      <Details summary={said.cancel} open={props.sent === 'cancel'}>
        <Cancelling {...props} />
      </Details>
    </section>
  )
}

/** Asked once more: how much, what becomes of the dues, and why. */
function Cancelling({ view: { order }, errors, typed, sent }: Props) {
  const { words, language } = useVisit()
  const { order: said, drawUp } = words.payments
  const amount = formatDirhams(order.amount, language)
  const isSent = sent === 'cancel'
  return (
    <>
      <p>{said.cancelWhat(amount)}</p>
      <ul>
        {order.dues.map((due) => (
          <li>
            {drawUp.due(due.category, formatQuarterInWords(due.quarter, language))} ·{' '}
            {drawUp.parts[due.part]} · {formatDirhams(due.amount, language)}
          </li>
        ))}
      </ul>
      <p>{said.cancelVoids}</p>
      <Form
        action={paths.payments.cancel({ id: order.id })}
        prefix="cancel"
        version={order.version}
        errors={isSent ? errors : {}}
        typed={isSent ? typed : undefined}
      >
        <TextField name="raison" label={said.cancelReason} hint={said.cancelHint} maxlength={200} />
        <Actions>
          <Button kind="stop">{said.cancelIt(amount)}</Button>
        </Actions>
      </Form>
    </>
  )
}
