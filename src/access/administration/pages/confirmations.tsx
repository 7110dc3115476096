import { Actions, Button, ButtonLink } from '../../../web/components/button.tsx'
import { Checkbox } from '../../../web/components/checkbox.tsx'
import { RadioGroup } from '../../../web/components/choices.tsx'
import { Form } from '../../../web/components/form.tsx'
import { Note } from '../../../web/components/note.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import type { Fields, Mistakes } from '../../../web/form.ts'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import type { Administration } from '../read-administration.ts'
import { PageFrame } from './page-frame.tsx'
import { SettingsToCome } from './settings-to-come.tsx'

interface ConfirmationsProps {
  readonly administration: Administration
  readonly errors?: Mistakes | undefined
  readonly typed?: Fields | undefined
}

/** The leaflet's first step for E@syPaiement: one confirmation, or two. */
export function Confirmations({ administration, errors, typed }: ConfirmationsProps) {
  const { words } = useVisit()
  const own = words.administration.confirmations
  const { employer, settingsToCome } = administration
  const decided = settingsToCome ?? employer
  if (!administration.services.includes('payment')) return null
  return (
    <section id="confirmations">
      <h2>{own.title}</h2>
      <p>{own.lead}</p>
      <SettingsToCome administration={administration} of="confirmations" />
      <Form
        action={paths.administration.confirmations()}
        errors={errors}
        typed={typed}
        version={employer.version}
      >
        <RadioGroup
          name="confirmations"
          label={own.label}
          value={String(decided.confirmationsRequired)}
          options={[
            { value: '1', label: own.one, hint: own.oneHint },
            { value: '2', label: own.two, hint: own.twoHint },
          ]}
        />
        <Checkbox
          name="selfConfirmation"
          label={own.self}
          hint={own.selfHint}
          checked={decided.selfConfirmation}
        />
        <Actions>
          <Button>{own.save}</Button>
        </Actions>
      </Form>
    </section>
  )
}

interface WeakerProps {
  readonly administration: Administration
  readonly confirmations: 1 | 2
  readonly selfConfirmation: boolean
}

/** Fewer eyes on each order: what it means, and a button that names the company (product A6). */
export function WeakerConfirmationsPage(props: WeakerProps) {
  const { words } = useVisit()
  const own = words.administration.confirmations
  const { employer, settingsToCome } = props.administration
  const asksTwo =
    (settingsToCome ?? employer).confirmationsRequired === 2 && props.confirmations === 1
  const name = `${employer.name} (${employer.number})`
  return (
    <PageFrame
      title={own.title}
      administration={props.administration}
      current={paths.administration.information()}
    >
      <PageHead title={own.title} />
      <Note tone="warning" title={own.weakerTitle}>
        {asksTwo ? <p>{own.weakerOne}</p> : null}
        {props.selfConfirmation ? <p>{own.weakerSelf}</p> : null}
      </Note>
      <Form action={paths.administration.confirmations()} version={employer.version}>
        <input type="hidden" name="confirmations" value={String(props.confirmations)} />
        {props.selfConfirmation ? <input type="hidden" name="selfConfirmation" value="on" /> : null}
        <input type="hidden" name="confirmed" value="on" />
        <Actions apart>
          <Button kind="stop">{asksTwo ? own.confirmOne(name) : own.confirmSelf(name)}</Button>
          <ButtonLink href={paths.administration.information()}>{own.keep}</ButtonLink>
        </Actions>
      </Form>
    </PageFrame>
  )
}
