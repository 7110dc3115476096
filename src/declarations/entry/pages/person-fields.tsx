import { RadioGroup } from '../../../web/components/choices.tsx'
import { DateField } from '../../../web/components/date-field.tsx'
import { FieldGroup, FieldRow } from '../../../web/components/field-group.tsx'
import { SelectField } from '../../../web/components/select-field.tsx'
import { TextField } from '../../../web/components/text-field.tsx'
import { type Fields, text } from '../../../web/form.ts'
import { useVisit } from '../../../web/visit.ts'
import type { CivilData } from '../civil-data.ts'
import { personFields, writtenPerson } from '../person-form.ts'

interface Props {
  readonly civil: CivilData | null
  readonly isNew: boolean
}

/** Every field of the layout that says who somebody is. */
export function PersonFields({ civil, isNew }: Props) {
  const shown: Fields = civil ? writtenPerson(civil) : { [personFields.nationality]: 'M' }
  return (
    <>
      <Identity shown={shown} isNew={isNew} />
      <Work shown={shown} />
      <Contact shown={shown} />
    </>
  )
}

interface PartProps {
  readonly shown: Fields
}

function Identity({ shown, isNew }: PartProps & { readonly isNew: boolean }) {
  const said = useVisit().words.entry
  const value = (field: keyof typeof personFields) => text(shown, personFields[field])
  return (
    <FieldGroup legend={said.identity} hint={said.nameHint}>
      <FieldRow>
        <Name field="lastName" label={said.lastName} shown={shown} />
        <Name field="firstName" label={said.firstName} shown={shown} />
      </FieldRow>
      <FieldRow>
        <TextField
          name={personFields.memberNumber}
          label={said.memberNumber}
          hint={isNew ? said.memberNumberHint : said.memberNumberFixed}
          value={value('memberNumber') || (isNew ? '' : said.provisional)}
          inputmode={isNew ? 'numeric' : undefined}
          maxlength={isNew ? 11 : undefined}
          readonly={!isNew}
        />
        <TextField
          name={personFields.identityNumber}
          label={said.identityNumber}
          hint={said.identityHint}
          value={value('identityNumber')}
          dir="ltr"
          maxlength={14}
          optional={!isNew}
        />
      </FieldRow>
      <RadioGroup
        name={personFields.nationality}
        label={said.nationality}
        value={value('nationality')}
        options={optionsOf(said.nationalities)}
        inline
      />
      <RadioGroup
        name={personFields.sex}
        label={said.sex}
        value={value('sex')}
        options={optionsOf(said.sexes)}
        inline
      />
      <DateField name={personFields.bornOn} label={said.bornOn} value={value('bornOn')} />
      <RadioGroup
        name={personFields.maritalStatus}
        label={said.maritalStatus}
        value={value('maritalStatus')}
        options={optionsOf(said.maritalStatuses)}
        inline
      />
      <SelectField
        name={personFields.children}
        label={said.children}
        value={value('children')}
        options={Array.from({ length: 10 }, (_, count) => ({
          value: String(count),
          label: count === 9 ? said.childrenMost : String(count),
        }))}
        width="short"
      />
    </FieldGroup>
  )
}

interface NameProps extends PartProps {
  readonly field: 'lastName' | 'firstName'
  readonly label: string
}

function Name({ field, label, shown }: NameProps) {
  return (
    <TextField
      name={personFields[field]}
      label={label}
      value={text(shown, personFields[field])}
      dir="ltr"
      maxlength={60}
    />
  )
}

function Work({ shown }: PartProps) {
  const said = useVisit().words.entry
  return (
    <FieldGroup legend={said.work}>
      <DateField
        name={personFields.joinedOn}
        label={said.joinedOn}
        hint={said.joinedHint}
        value={text(shown, personFields.joinedOn)}
      />
      <TextField
        name={personFields.staffNumber}
        label={said.staffNumber}
        hint={said.staffNumberHint}
        value={text(shown, personFields.staffNumber)}
        dir="ltr"
        maxlength={6}
        width="short"
        optional
      />
      <TextField
        name={personFields.cnssNumber}
        label={said.cnssNumber}
        hint={said.cnssHint}
        value={text(shown, personFields.cnssNumber)}
        inputmode="numeric"
        maxlength={14}
        width="short"
        optional
      />
    </FieldGroup>
  )
}

function Contact({ shown }: PartProps) {
  const said = useVisit().words.entry
  return (
    <FieldGroup legend={said.contact}>
      <FieldRow>
        <TextField
          name={personFields.mobile}
          label={said.mobile}
          value={text(shown, personFields.mobile)}
          type="tel"
          maxlength={20}
          optional
        />
        <TextField
          name={personFields.email}
          label={said.email}
          value={text(shown, personFields.email)}
          type="email"
          maxlength={60}
          optional
        />
      </FieldRow>
    </FieldGroup>
  )
}

function optionsOf(labels: Readonly<Record<string, string>>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }))
}
