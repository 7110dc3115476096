import {
  formatDate,
  formatQuarterInWords,
  formatShortDate,
  localDateAt,
} from '../../calendar/index.ts'
import type { BankAccount } from '../../employers/bank-account.ts'
import { maskedRib } from '../../employers/rib.ts'
import { formatDirhams, formatDirhamsBare, subtract } from '../../money/index.ts'
import { BackLink } from '../../web/components/back-link.tsx'
import { Actions, Button, ButtonLink } from '../../web/components/button.tsx'
import { Checkbox } from '../../web/components/checkbox.tsx'
import { RadioGroup } from '../../web/components/choices.tsx'
import { DateField } from '../../web/components/date-field.tsx'
import { EmptyState } from '../../web/components/empty-state.tsx'
import { FieldGroup, FieldRow } from '../../web/components/field-group.tsx'
import { Form } from '../../web/components/form.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import { TickedSum } from '../../web/components/ticked-sum.tsx'
import { TextField } from '../../web/components/text-field.tsx'
import type { Fields, Mistakes } from '../../web/form.ts'
import { Layout } from '../../web/layout.tsx'
import { paths } from '../../web/paths.ts'
import { writtenDay } from '../../web/read-day.ts'
import { useVisit } from '../../web/visit.ts'
import { colon } from '../../web/words/language.ts'
import { isSameDue, payableOf } from '../choose-dues.ts'
import { holdOfAccount } from '../hold.ts'
import { amountField, payField } from '../order-form.ts'
import type { OpenDue } from '../store/dues.ts'
import { type DrawUpView, waitsUntil } from '../view-draw-up.ts'
import { KnownPrinted, PaysAnyway } from '../transfers/pages/known-printed.tsx'
import { usePaymentsBand } from './band.ts'
import { WhatHolds } from './what-holds.tsx'

interface Props {
  readonly view: DrawUpView
  /** Of this form: sent twice, it draws up one order. */
  readonly formKey: string
  readonly errors?: Mistakes | undefined
  readonly typed?: Fields | undefined
}

/** Choosing what to pay, from which account, and when; the same page changes an order. */
export function DrawUpOrderPage(props: Props) {
  const { view, errors = {} } = props
  const { words } = useVisit()
  const said = words.payments.drawUp
  const { order } = view
  const title = order ? words.payments.order.editTitle(order.reference) : said.title
  const back = order ? paths.payments.order({ id: order.id }) : paths.payments.orders()
  return (
    <Layout
      title={title}
      band={usePaymentsBand(true)}
      current={paths.payments.drawUp()}
      errors={errors}
    >
      <BackLink href={back}>{order ? order.reference : words.payments.orders}</BackLink>
      <PageHead title={title} lead={order ? words.payments.order.editWarning : said.lead} />
      {view.dues.length === 0 ? (
        <EmptyState title={said.nothingDue}>{said.nothingDueText}</EmptyState>
      ) : !order && view.dues.every((due) => payableOf(due) === 0n) ? (
        <EmptyState
          title={said.allPromised}
          action={<ButtonLink href={paths.payments.orders()}>{said.seeOrders}</ButtonLink>}
        >
          {said.allPromisedText}
        </EmptyState>
      ) : view.accounts.length === 0 ? (
        <EmptyState title={said.noAccount}>
          <WhyNoAccount view={view} />
        </EmptyState>
      ) : (
        <OrderForm {...props} />
      )}
    </Layout>
  )
}

/** An account that is there and cannot be debited: why, and who mends it; without any, who adds one. */
function WhyNoAccount({ view: { unusable, today } }: Pick<Props, 'view'>) {
  const { words, language } = useVisit()
  const { holds, drawUp: said } = words.payments
  if (unusable.length === 0) return <>{said.noAccountText}</>
  return (
    <>
      {unusable.map((account) => (
        <p>
          <bdi dir="ltr">{maskedRib(account.rib)}</bdi>
          {colon(language)}
          {holds.why[holdOfAccount(account, today) ?? 'mandate_waiting']}
        </p>
      ))}
      <p>{said.noAccountUsable}</p>
    </>
  )
}

function OrderForm({ view, formKey, errors = {}, typed }: Props) {
  const { words, language } = useVisit()
  const said = words.payments.drawUp
  const { order } = view
  const accountFrom = (account: BankAccount) => {
    const from = waitsUntil(account, view.today)
    return from ? [said.accountFrom(formatDate(from, language))] : []
  }
  return (
    <Form
      action={order ? paths.payments.edit({ id: order.id }) : paths.payments.drawUp()}
      errors={errors}
      typed={typed}
      version={order?.version}
      idempotencyKey={order ? undefined : formKey}
      enhance="ticked-sum"
    >
      <section>
        <h2>{said.duesTitle}</h2>
        <p>{said.duesHint}</p>
        {view.dues.map((due) => (
          <DueFields due={due} view={view} />
        ))}
        <TickedSum />
      </section>
      <section>
        <RadioGroup
          name="compte"
          label={said.account}
          value={order?.bankAccountId ?? (view.accounts.length === 1 ? view.accounts[0]?.id : '')}
          options={view.accounts.map((account) => ({
            value: account.id,
            label: <bdi dir="ltr">{maskedRib(account.rib)}</bdi>,
            hint: [account.bankName, ...accountFrom(account)].filter(Boolean).join(' · '),
          }))}
        />
        <DateField
          name="jour"
          label={said.debitOn}
          hint={said.debitOnHint(formatShortDate(view.firstDay), formatShortDate(view.lastDay))}
          value={writtenDay(order?.debitOn ?? view.firstDay)}
        />
      </section>
      <PaysAnyway errors={errors} typed={typed} label={said.anyway} hint={said.anywayHint} />
      <KnownPrinted printed={view.printed} typed={typed} />
      <WhatHolds view={view} />
      <Actions>
        <Button>{order ? said.change : said.submit}</Button>
        <ButtonLink
          kind="link"
          href={order ? paths.payments.order({ id: order.id }) : paths.payments.orders()}
        >
          {words.frame.back}
        </ButtonLink>
      </Actions>
    </Form>
  )
}

interface DueProps {
  readonly due: OpenDue
  readonly view: DrawUpView
}

/** One due: whether it is paid, and how much of it; not proposed while a printed order may be paying it. */
function DueFields({ due, view: { order: changed, printed } }: DueProps) {
  const { words, language } = useVisit()
  const said = words.payments.drawUp
  const chosen = changed?.dues.find((one) => isSameDue(one, due))
  const payable = payableOf(due)
  const promised = subtract(due.amount, payable)
  const transfers = printed.filter(({ dues }) => dues.some((one) => isSameDue(one, due)))
  const isProposed = payable > 0n && transfers.length === 0
  const name = said.due(due.category, formatQuarterInWords(due.quarter, language))
  return (
    <FieldGroup
      legend={`${name} · ${said.parts[due.part]}`}
      hint={[
        said.dueSince(formatDate(due.dueOn, language)),
        said.open(formatDirhams(due.amount, language)),
        ...(promised > 0n ? [said.promised(formatDirhams(promised, language))] : []),
        ...transfers.map(({ reference, drawnAt }) =>
          said.printed(reference, formatDate(localDateAt(drawnAt), language)),
        ),
      ].join(' · ')}
    >
      {payable === 0n && !chosen ? null : (
        <FieldRow>
          <Checkbox
            name={payField(due)}
            label={said.pay}
            checked={changed ? chosen !== undefined : isProposed}
            amountIn={amountField(due)}
          />
          <TextField
            name={amountField(due)}
            label={said.amount}
            value={formatDirhamsBare(chosen?.amount ?? payable)}
            kept={chosen ? undefined : null}
            inputmode="decimal"
            width="medium"
          />
        </FieldRow>
      )}
    </FieldGroup>
  )
}
