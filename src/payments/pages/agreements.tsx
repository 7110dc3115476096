import { PasskeyActions } from '../../access/passkeys/passkey-actions.tsx'
import type { ShownStatement } from '../../access/statement.ts'
import { formatDateTime } from '../../calendar/index.ts'
import type { PaymentSettings } from '../../employers/payment-settings.ts'
import { type Dirhams, formatDirhams } from '../../money/index.ts'
import { BackLink } from '../../web/components/back-link.tsx'
import { Button } from '../../web/components/button.tsx'
import { DescriptionList } from '../../web/components/description-list.tsx'
import { EmptyState } from '../../web/components/empty-state.tsx'
import { Form } from '../../web/components/form.tsx'
import { Note } from '../../web/components/note.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import { PasswordField } from '../../web/components/password-field.tsx'
import type { Mistakes } from '../../web/form.ts'
import { Layout } from '../../web/layout.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import type { AgreementsView, WaitingValidator } from '../view-agreements.ts'
import { usePaymentsBand } from './band.ts'

interface Props {
  readonly view: AgreementsView
  readonly errors?: Mistakes | undefined
  /** Which of the forms was sent. */
  readonly sent?: string | undefined
}

/** What the delegate decided and does not count yet, each with what it means and a button to agree. */
export function AgreementsPage({ view, errors = {}, sent }: Props) {
  const { words, fund } = useVisit()
  const said = words.payments
  const own = said.agreements
  const { validators, settings, employer } = view
  const isSelfAllowed = employer.selfConfirmation || (settings?.selfConfirmation ?? false)
  const isEmpty = validators.length === 0 && !settings
  return (
    <Layout
      title={own.title}
      band={usePaymentsBand(view.isMaker)}
      current={paths.payments.orders()}
      errors={errors}
      errorsPrefix={sent && prefixOf(sent)}
    >
      <BackLink href={paths.payments.orders()}>{said.orders}</BackLink>
      <PageHead
        title={own.title}
        lead={isEmpty ? undefined : own.lead(fund.agencyPhone.replaceAll(' ', '\u00a0'))}
      />
      {isEmpty ? <EmptyState title={own.nothing}>{own.nothingText}</EmptyState> : null}
      {settings ? (
        <Settings
          settings={settings}
          inForce={view.employer}
          statement={view.statements.get('settings')}
          errors={errors}
          sent={sent}
        />
      ) : null}
      {validators.map((one) => (
        <Validator
          one={one}
          paysAlone={one.drawsUp && isSelfAllowed}
          statement={view.statements.get(one.user.profileId)}
          errors={errors}
          sent={sent}
        />
      ))}
    </Layout>
  )
}

interface Sending {
  /** What this person would agree to; nothing when somebody else must. */
  readonly statement: ShownStatement | undefined
  readonly errors: Mistakes
  readonly sent: string | undefined
}

function prefixOf(sent: string): string {
  return `accord-${sent.slice(0, 8)}`
}

interface ValidatorProps extends Sending {
  readonly one: WaitingValidator
  /** They would draw up and confirm the same order. */
  readonly paysAlone: boolean
}

function Validator({ one, paysAlone, statement, errors, sent }: ValidatorProps) {
  const { words, language } = useVisit()
  const own = words.payments.agreements
  const { user, confirmsFrom } = one
  return (
    <section>
      <h2>{paysAlone ? own.aloneTitle(user.name) : own.validatorTitle(user.name)}</h2>
      {paysAlone ? <p>{own.alone}</p> : null}
      <p>
        {own.login} <bdi dir="ltr">{user.login}</bdi>
      </p>
      <p>{own.counts(formatDateTime(confirmsFrom, language))}</p>
      {statement ? (
        <AgreeForm
          action={paths.payments.agreeValidator({ id: user.profileId })}
          name={user.profileId}
          label={own.agreeValidator(user.name)}
          statement={statement}
          errors={errors}
          sent={sent}
        />
      ) : (
        <Note>{own.notYou}</Note>
      )}
    </section>
  )
}

/** How many confirmations, and whose. */
function useEyes({ confirmationsRequired, selfConfirmation }: PaymentSettings): string {
  const own = useVisit().words.payments.agreements
  if (confirmationsRequired === 2) return own.confirmations.two
  return selfConfirmation ? own.self : own.confirmations.one
}

interface SettingsProps extends Sending {
  readonly settings: NonNullable<AgreementsView['settings']>
  readonly inForce: PaymentSettings
}

/** What would count, each beside what counts today. */
function Settings({ settings, inForce, statement, errors, sent }: SettingsProps) {
  const { words, language } = useVisit()
  const own = words.payments.agreements
  const amount = (ceiling: Dirhams | null) =>
    ceiling === null ? own.none : formatDirhams(ceiling, language)
  const row = (term: string, value: string, today: string) => ({
    term,
    value,
    note: value === today ? own.unchanged : own.today(today),
  })
  return (
    <section>
      <h2>{own.settingsTitle}</h2>
      <p>{own.counts(formatDateTime(settings.takesEffectAt, language))}</p>
      <DescriptionList
        rows={[
          { term: own.decidedBy, value: <bdi>{settings.decidedBy}</bdi> },
          row(own.perOrderConfirmations, useEyes(settings), useEyes(inForce)),
          row(own.orderCeiling, amount(settings.orderCeiling), amount(inForce.orderCeiling)),
          row(own.dailyCeiling, amount(settings.dailyCeiling), amount(inForce.dailyCeiling)),
        ]}
      />
      {statement ? (
        <AgreeForm
          action={paths.payments.agreeSettings()}
          name="settings"
          label={own.agreeSettings}
          statement={statement}
          errors={errors}
          sent={sent}
        />
      ) : (
        <Note>{own.notYou}</Note>
      )}
    </section>
  )
}

interface AgreeProps extends Omit<Sending, 'statement'> {
  readonly action: string
  readonly name: string
  readonly label: string
  readonly statement: ShownStatement
}

function AgreeForm({ action, name, label, statement, errors, sent }: AgreeProps) {
  const { order: said, agreements } = useVisit().words.payments
  const { digest, passkey } = statement
  return (
    <Form action={action} prefix={prefixOf(name)} errors={sent === name ? errors : {}}>
      <input type="hidden" name="empreinte" value={digest} />
      <PasswordField
        name="motDePasse"
        label={said.password}
        hint={passkey ? agreements.passwordOrPasskeyHint : said.passwordHint}
        autocomplete="current-password"
      />
      <PasskeyActions request={passkey} label={agreements.agreeWithPasskey} signsPage>
        <Button kind="plain">{label}</Button>
      </PasskeyActions>
    </Form>
  )
}
