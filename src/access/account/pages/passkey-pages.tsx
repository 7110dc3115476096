import { formatDate, localDateAt } from '../../../calendar/index.ts'
import { Actions, Button, ButtonLink } from '../../../web/components/button.tsx'
import { DateText } from '../../../web/components/date-text.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { Form } from '../../../web/components/form.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import { TextField } from '../../../web/components/text-field.tsx'
import type { Fields, Mistakes } from '../../../web/form.ts'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import type { Account } from '../../accounts.ts'
import { CurrentFactor } from '../../current-factor.tsx'
import type { FactorAsked } from '../../passkeys/ask-for-passkey.ts'
import type { Passkey } from '../../passkeys/passkey.ts'
import { MakePasskeyActions } from '../../passkeys/passkey-actions.tsx'
import type { PasskeyCreation } from '../../passkeys/requests.ts'
import { AccountFrame, CurrentPassword } from './account-frame.tsx'

/** One's own passkeys: where each is, and when it served last. */
export function PasskeyListPage({ passkeys }: { readonly passkeys: readonly Passkey[] }) {
  const said = useVisit().words.passkeys
  const add = (kind: 'primary' | 'plain') => (
    <ButtonLink href={paths.account.addPasskey()} kind={kind}>
      {said.add}
    </ButtonLink>
  )
  return (
    <AccountFrame title={said.title} lead={said.lead}>
      {passkeys.length === 0 ? (
        <EmptyState title={said.none} action={add('primary')}>
          {said.noneText}
        </EmptyState>
      ) : (
        <>
          <PasskeyTable passkeys={passkeys} />
          <Actions>{add('plain')}</Actions>
        </>
      )}
    </AccountFrame>
  )
}

function PasskeyTable({ passkeys }: { readonly passkeys: readonly Passkey[] }) {
  const said = useVisit().words.passkeys
  const columns: Column<Passkey>[] = [
    {
      head: said.name,
      cell: ({ name, isSynced }) => (
        <>
          <bdi>{name}</bdi>
          {isSynced ? <small>{said.synced}</small> : null}
        </>
      ),
    },
    { head: said.added, cell: ({ createdAt }) => <DateText date={createdAt} /> },
    {
      head: said.lastUse,
      cell: ({ lastUsedAt }) => (lastUsedAt ? <DateText date={lastUsedAt} /> : said.neverUsed),
    },
    {
      head: said.change,
      hideHead: true,
      cell: ({ id, name }) => (
        <ButtonLink href={paths.account.passkey({ id })} kind="link" hidden={name}>
          {said.change}
        </ButtonLink>
      ),
    },
  ]
  return <Table caption={said.title} columns={columns} rows={passkeys} />
}

function useBack() {
  return { href: paths.account.passkeys(), title: useVisit().words.passkeys.title }
}

interface AddProps {
  readonly asked: FactorAsked
  readonly errors?: Mistakes
}

/** First who is there; only then is a device asked to make anything. */
export function AddPasskeyPage({ asked, errors = {} }: AddProps) {
  const said = useVisit().words.passkeys
  return (
    <AccountFrame title={said.addTitle} lead={said.addLead} errors={errors} back={useBack()}>
      <Form action={paths.account.addPasskey()} errors={errors}>
        <CurrentPassword />
        <CurrentFactor asked={asked}>
          <Button>{said.continue}</Button>
        </CurrentFactor>
      </Form>
    </AccountFrame>
  )
}

interface MakeProps {
  readonly creation: PasskeyCreation
  /** What the browser is called, which most people will keep. */
  readonly proposed: string
}

export function MakePasskeyPage({ creation, proposed }: MakeProps) {
  const said = useVisit().words.passkeys
  return (
    <AccountFrame title={said.makeTitle} lead={said.makeLead} back={useBack()}>
      <Form action={paths.account.passkeys()}>
        <PasskeyName value={proposed} />
        <MakePasskeyActions creation={creation} />
      </Form>
    </AccountFrame>
  )
}

function PasskeyName({ value }: { readonly value: string }) {
  const said = useVisit().words.passkeys
  return (
    <TextField
      name="nom"
      label={said.nameLabel}
      hint={said.nameHint}
      value={value}
      maxlength={60}
      width="medium"
    />
  )
}

interface OneProps {
  readonly account: Account
  readonly mustKeepFactor: boolean
  readonly passkey: Passkey
  readonly asked: FactorAsked
  readonly errors?: Mistakes
  readonly typed?: Fields
  /** Which of the two forms was sent. */
  readonly removing?: boolean
}

export function PasskeyPage({ removing = false, ...props }: OneProps) {
  const { words, language } = useVisit()
  const { passkey, errors = {}, typed = {} } = props
  const said = words.passkeys
  const day = formatDate(localDateAt(passkey.createdAt), language)
  return (
    <AccountFrame
      title={passkey.name}
      lead={said.changeLead(day)}
      errors={errors}
      prefix={removing ? 'retrait-' : undefined}
      back={useBack()}
    >
      <Form
        action={paths.account.passkey({ id: passkey.id })}
        errors={removing ? {} : errors}
        typed={removing ? {} : typed}
      >
        <PasskeyName value={passkey.name} />
        <Actions>
          <Button>{said.rename}</Button>
        </Actions>
      </Form>
      <Removing {...props} errors={removing ? errors : {}} />
    </AccountFrame>
  )
}

function Removing({ account, mustKeepFactor, passkey, asked, errors }: OneProps) {
  const said = useVisit().words.passkeys
  const isLast = account.totpSealed === null && account.passkeyCount === 1
  const isKept = isLast && mustKeepFactor
  return (
    <section class="is-apart">
      <h2>{said.removeTitle}</h2>
      <p>{isKept ? said.removeLastKept : said.removeLead}</p>
      {isKept ? null : (
        <Form
          action={paths.account.removePasskey({ id: passkey.id })}
          errors={errors}
          prefix="retrait-"
        >
          {isLast ? <p>{said.removeLast}</p> : null}
          <CurrentPassword />
          <CurrentFactor asked={asked}>
            <Button kind="stop">{said.remove}</Button>
          </CurrentFactor>
        </Form>
      )}
    </section>
  )
}
