import { paymentOptions, teleservices } from '../../employers/employer.ts'
import { Checkbox } from '../../web/components/checkbox.tsx'
import { Checkboxes, RadioGroup } from '../../web/components/choices.tsx'
import { FieldGroup } from '../../web/components/field-group.tsx'
import { TextField } from '../../web/components/text-field.tsx'
import { useVisit } from '../../web/visit.ts'
import { VoletFrame, type VoletProps } from './volet-frame.tsx'

/** Third volet: which services, how they are paid for, who signs. */
export function ServicesVolet(props: VoletProps) {
  const { words } = useVisit()
  const { subscriptions } = words
  const { questions, hints } = subscriptions
  const answers = props.draft.services
  return (
    <VoletFrame {...props} volet="services" title={subscriptions.servicesTitle}>
      <Checkboxes
        name="services"
        label={questions.services}
        hint={props.draft.kind === 'renewal' ? hints.servicesRenewal : hints.services}
        values={answers?.services ?? teleservices}
        options={teleservices.map((value) => ({
          value,
          label: <bdi>{subscriptions.services[value]}</bdi>,
          hint: subscriptions.serviceHints[value],
        }))}
      />
      <RadioGroup
        name="paymentOption"
        label={questions.paymentOption}
        value={answers?.paymentOption}
        options={paymentOptions.map((value) => ({
          value,
          label: subscriptions.paymentOptions[value].name,
          hint: subscriptions.paymentOptions[value].hint,
        }))}
      />
      <FieldGroup legend={subscriptions.signatureGroup}>
        <TextField
          name="signatoryName"
          label={questions.signatoryName}
          hint={hints.signatoryName}
          value={answers?.signatoryName}
        />
        <TextField
          name="signatoryCapacity"
          label={questions.signatoryCapacity}
          hint={hints.signatoryCapacity}
          value={answers?.signatoryCapacity}
        />
        <Checkbox name="consent" label={subscriptions.consent} checked={answers !== null} />
      </FieldGroup>
    </VoletFrame>
  )
}
