import { FieldGroup, FieldRow } from '../../web/components/field-group.tsx'
import { Note } from '../../web/components/note.tsx'
import { PasswordField } from '../../web/components/password-field.tsx'
import { SelectField } from '../../web/components/select-field.tsx'
import { StandBy } from '../../web/components/stand-by.tsx'
import { TextField } from '../../web/components/text-field.tsx'
import { identityKinds, isUnusualCin } from '../../platform/secrets/identity.ts'
import { useVisit } from '../../web/visit.ts'
import type { Draft } from '../draft.ts'
import { formatPhone } from '../../web/phone.ts'
import { VoletFrame, type VoletProps } from './volet-frame.tsx'

/** Second volet: the delegate, and the password «Administrateur des Utilisateurs». */
export function DelegateVolet(props: VoletProps) {
  const { words } = useVisit()
  const { delegateTitle, delegateLead, delegateKept } = words.subscriptions
  return (
    <VoletFrame {...props} volet="delegate" title={delegateTitle} lead={delegateLead}>
      {props.draft.kind === 'renewal' ? <Note>{delegateKept}</Note> : null}
      <Identity draft={props.draft} />
      <Contact draft={props.draft} />
      <Password draft={props.draft} />
    </VoletFrame>
  )
}

function Identity({ draft: { delegate } }: { readonly draft: Draft }) {
  const { words } = useVisit()
  const { questions, hints, identityGroup } = words.subscriptions
  return (
    <FieldGroup legend={identityGroup}>
      <FieldRow>
        <TextField
          name="firstName"
          label={questions.firstName}
          value={delegate?.firstName}
          autocomplete="given-name"
        />
        <TextField
          name="lastName"
          label={questions.lastName}
          value={delegate?.lastName}
          autocomplete="family-name"
        />
      </FieldRow>
      <SelectField
        name="identityKind"
        label={questions.identityKind}
        value={delegate?.identityKind ?? 'cin'}
        blank={false}
        options={identityKinds.map((kind) => ({
          value: kind,
          label: words.subscriptions.identityKinds[kind],
        }))}
      />
      <TextField
        name="identityNumber"
        label={questions.identityNumber}
        hint={hints.identityNumber}
        value={delegate?.identityNumber}
        width="medium"
        dir="ltr"
      />
      <StandBy
        of="identityNumber"
        question={words.administration.mistakes.cinUnusual}
        name="identitySure"
        label={words.administration.mistakes.cinSure}
        checked={
          delegate
            ? isUnusualCin({ kind: delegate.identityKind, number: delegate.identityNumber })
            : false
        }
      />
      <TextField
        name="jobTitle"
        label={questions.jobTitle}
        hint={hints.jobTitle}
        value={delegate?.jobTitle}
        autocomplete="organization-title"
      />
    </FieldGroup>
  )
}

function Contact({ draft: { delegate } }: { readonly draft: Draft }) {
  const { words } = useVisit()
  const { questions, hints, contactGroup } = words.subscriptions
  return (
    <FieldGroup legend={contactGroup}>
      <TextField
        name="email"
        label={questions.email}
        hint={hints.email}
        value={delegate?.email}
        type="email"
        autocomplete="email"
      />
      <TextField
        name="phone"
        label={questions.mobile}
        hint={hints.mobile}
        value={delegate ? formatPhone(delegate.phone) : undefined}
        type="tel"
        autocomplete="tel"
        width="medium"
      />
    </FieldGroup>
  )
}

function Password({ draft }: { readonly draft: Draft }) {
  const { words } = useVisit()
  const { questions, hints, passwordGroup } = words.subscriptions
  const hint = draft.hasPassword
    ? hints.passwordKept
    : draft.kind === 'renewal'
      ? `${hints.passwordRenewal} ${hints.password}`
      : hints.password
  return (
    <FieldGroup legend={passwordGroup}>
      {/* A password manager files the password under what will be typed beside it at sign-in. */}
      <input
        type="text"
        name="username"
        value={draft.employerNumber}
        autocomplete="username"
        aria-label={words.frame.employerNumber}
        readonly
        hidden
      />
      <PasswordField
        name="password"
        label={questions.password}
        hint={hint}
        autocomplete="new-password"
      />
    </FieldGroup>
  )
}
