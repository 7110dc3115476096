import { Actions, Button } from './components/button.tsx'
import { Checkbox } from './components/checkbox.tsx'
import { Checkboxes, RadioGroup } from './components/choices.tsx'
import { DateField } from './components/date-field.tsx'
import { FieldGroup, FieldRow } from './components/field-group.tsx'
import { FileField } from './components/file-field.tsx'
import { Form } from './components/form.tsx'
import { PasswordField } from './components/password-field.tsx'
import { SelectField } from './components/select-field.tsx'
import { TextArea } from './components/text-area.tsx'
import { TextField } from './components/text-field.tsx'
import { samples } from './gallery-samples.ts'
import { paths } from './paths.ts'
import { useVisit } from './visit.ts'

/** One form with every field, empty or come back with every mistake. */
export function GalleryForm({ isWrong = false }: { readonly isWrong?: boolean }) {
  const said = samples[useVisit().language]
  return (
    <Form
      action={paths.gallery()}
      prefix={isWrong ? 'faux-' : ''}
      errors={isWrong ? said.mistakes : undefined}
      typed={isWrong ? { email: 'k.lahlou@', birth: '31/02/1985', services: 'b' } : undefined}
      version={7}
      idempotencyKey="exemple"
      upload
    >
      <Person />
      <Access />
      <Actions>
        <Button>{said.labels.send}</Button>
      </Actions>
    </Form>
  )
}

function Person() {
  const { labels, civilities } = samples[useVisit().language]
  return (
    <FieldGroup legend={labels.person} hint={labels.personHint}>
      <RadioGroup
        name="civility"
        label={labels.civility}
        inline
        options={civilities.map((label, index) => ({ value: String(index), label }))}
      />
      <FieldRow>
        <TextField name="lastName" label={labels.lastName} autocomplete="family-name" />
        <TextField name="firstName" label={labels.firstName} autocomplete="given-name" optional />
      </FieldRow>
      <DateField name="birth" label={labels.birth} autocomplete="bday" />
      <TextField
        name="email"
        label={labels.email}
        hint={labels.emailHint}
        type="email"
        autocomplete="email"
      />
    </FieldGroup>
  )
}

function Access() {
  const { labels, services, serviceHint } = samples[useVisit().language]
  return (
    <FieldGroup legend={labels.services}>
      <PasswordField
        name="password"
        label={labels.password}
        hint={labels.passwordHint}
        autocomplete="new-password"
      />
      <TextField
        name="code"
        label={labels.code}
        inputmode="numeric"
        autocomplete="one-time-code"
        width="short"
        maxlength={6}
      />
      <Checkboxes
        name="services"
        label={labels.services}
        values={['a']}
        options={services.map((label, index) => ({
          value: 'abc'[index] ?? '',
          label,
          hint: index === 1 ? serviceHint : undefined,
        }))}
      />
      <SelectField
        name="category"
        label={labels.category}
        options={['01', '02', '03'].map((value) => ({ value, label: value }))}
      />
      <FileField
        name="proof"
        label={labels.proof}
        kinds={labels.kinds}
        accept=".pdf,.jpg,.jpeg,.png"
        maxMegabytes={10}
      />
      <TextArea name="reason" label={labels.reason} optional />
      <Checkbox name="agree" label={labels.agree} />
    </FieldGroup>
  )
}
