import { type Dirhams, formatDirhams, formatDirhamsBare } from '../../../money/index.ts'
import { Actions, Button } from '../../../web/components/button.tsx'
import { FieldRow } from '../../../web/components/field-group.tsx'
import { Form } from '../../../web/components/form.tsx'
import { TextField } from '../../../web/components/text-field.tsx'
import type { Fields, Mistakes } from '../../../web/form.ts'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import type { Administration } from '../read-administration.ts'
import { SettingsToCome } from './settings-to-come.tsx'

interface Props {
  readonly administration: Administration
  readonly errors?: Mistakes | undefined
  readonly typed?: Fields | undefined
}

/** The most that one order, and one day, may take from the company's accounts (product E1). */
export function CeilingsForm({ administration, errors, typed }: Props) {
  const own = useVisit().words.administration.ceilings
  const { employer, settingsToCome, services } = administration
  if (!services.includes('payment')) return null
  const decided = settingsToCome ?? employer
  return (
    <section id="plafonds">
      <h2>{own.title}</h2>
      <p>{own.lead}</p>
      <SettingsToCome administration={administration} of="ceilings" />
      <Form
        action={paths.administration.ceilings()}
        errors={errors}
        typed={typed}
        version={employer.version}
      >
        <FieldRow>
          <CeilingField
            name="perOrder"
            label={own.perOrder}
            value={decided.orderCeiling}
            inForce={employer.orderCeiling}
          />
          <CeilingField
            name="perDay"
            label={own.perDay}
            value={decided.dailyCeiling}
            inForce={employer.dailyCeiling}
          />
        </FieldRow>
        <Actions>
          <Button kind="plain">{own.save}</Button>
        </Actions>
      </Form>
    </section>
  )
}

interface FieldProps {
  readonly name: string
  readonly label: string
  /** What was decided, in force or not. */
  readonly value: Dirhams | null
  readonly inForce: Dirhams | null
}

/** What was decided is what is changed here: where it waits, its field says what counts today. */
function CeilingField({ name, label, value, inForce }: FieldProps) {
  const { words, language } = useVisit()
  const own = words.administration.ceilings
  const today = inForce === null ? own.none : formatDirhams(inForce, language)
  return (
    <TextField
      name={name}
      label={label}
      hint={value === inForce ? own.hint : own.hintWaiting(today)}
      value={value === null ? '' : formatDirhamsBare(value)}
      inputmode="decimal"
      width="medium"
    />
  )
}
