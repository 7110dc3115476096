import type { JSX } from 'hono/jsx/jsx-runtime'
import { RadioGroup } from '../../../web/components/choices.tsx'
import { Checkbox } from '../../../web/components/checkbox.tsx'
import { FieldGroup, FieldRow } from '../../../web/components/field-group.tsx'
import { StandBy } from '../../../web/components/stand-by.tsx'
import { TextField } from '../../../web/components/text-field.tsx'
import { useVisit } from '../../../web/visit.ts'
import type { User } from '../user.ts'

interface PersonProps {
  /** What is known already, when details are changed. */
  readonly user?: User | undefined
  readonly emailNote?: string | undefined
  readonly legend?: string | undefined
  readonly children?: JSX.Element | undefined
}

/** Who the person is: name, function, address, phone, language (leaflet: «Renseigner tous les champs»). */
export function PersonFields({ user, emailNote, legend, children }: PersonProps) {
  const { words } = useVisit()
  const own = words.administration.form
  return (
    <FieldGroup legend={legend ?? own.person}>
      <FieldRow>
        <TextField name="firstName" label={own.firstName} value={user?.firstName} />
        <TextField name="lastName" label={own.lastName} value={user?.lastName} />
      </FieldRow>
      {children}
      <TextField
        name="jobTitle"
        label={own.jobTitle}
        hint={own.jobTitleHint}
        value={user?.jobTitle}
      />
      <TextField
        name="email"
        type="email"
        label={own.email}
        hint={emailNote ?? own.emailHint}
        value={user?.email}
        maxlength={254}
      />
      <TextField
        name="phone"
        type="tel"
        label={own.phone}
        value={user?.phone}
        width="medium"
        optional
      />
      <RadioGroup
        name="language"
        label={own.language}
        value={user?.language ?? 'fr'}
        options={[
          { value: 'fr', label: <span lang="fr">{own.languages.fr}</span> },
          { value: 'ar', label: <span lang="ar">{own.languages.ar}</span> },
        ]}
        inline
      />
    </FieldGroup>
  )
}

/** The identity document that tells persons apart (decision: a person). */
export function IdentityFields({ askSure }: { readonly askSure: boolean }) {
  const { words } = useVisit()
  const { form: own, mistakes } = words.administration
  const kinds = own.identityKinds
  return (
    <>
      <RadioGroup
        name="identityKind"
        label={own.identityKind}
        value="cin"
        options={[
          { value: 'cin', label: kinds.cin },
          { value: 'residence_card', label: kinds.residence_card },
          { value: 'passport', label: kinds.passport },
        ]}
        inline
      />
      <TextField
        name="identityNumber"
        label={own.identityNumber}
        hint={own.identityHint}
        width="medium"
        dir="ltr"
        maxlength={30}
      />
      <StandBy
        of="identityNumber"
        question={mistakes.cinUnusual}
        name="identitySure"
        label={mistakes.cinSure}
      />
      {askSure ? <Checkbox name="personSure" label={mistakes.personSure} /> : null}
    </>
  )
}

interface FirmProps {
  readonly askSure: boolean
  /** The fund knows this ICE under another name, which the error says. */
  readonly askKnown: boolean
}

/** The firm of an external user, with its ICE to be confirmed when its control digits do not match (product A5). */
export function FirmFields({ askSure, askKnown }: FirmProps) {
  const { words } = useVisit()
  const { form: own, mistakes } = words.administration
  return (
    <FieldGroup legend={own.firm}>
      <TextField name="firmName" label={own.firmName} />
      <TextField
        name="firmIce"
        label={own.firmIce}
        hint={own.firmIceHint}
        inputmode="numeric"
        width="medium"
        maxlength={30}
      />
      {askSure ? <Checkbox name="firmIceSure" label={mistakes.firmIceSure} /> : null}
      {askKnown ? <Checkbox name="firmKnownSure" label={mistakes.firmKnownSure} /> : null}
    </FieldGroup>
  )
}
