import { Actions, Button } from '../../../web/components/button.tsx'
import { RadioGroup } from '../../../web/components/choices.tsx'
import { Form } from '../../../web/components/form.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import type { ClaimView } from '../view-claim.ts'
import { ClaimStepPage, type SentBack } from './claim-frame.tsx'

interface Props extends SentBack {
  readonly view: ClaimView
}

/** Everything as a pension, or a part as a capital: the member's choice. */
export function CapitalStepPage({ view, errors, typed }: Props) {
  const own = useVisit().words.claims
  const { capitalStep } = own
  const { claim } = view
  const chosen = claim.asCapital === null ? '' : claim.asCapital ? 'capital' : 'pension'
  return (
    <ClaimStepPage
      claim={claim}
      title={capitalStep.title}
      lead={capitalStep.lead(percent(view.capitalShare))}
      errors={errors}
    >
      <Form
        action={paths.claims.capital({ id: claim.id })}
        version={claim.version}
        errors={errors}
        typed={typed}
      >
        <RadioGroup
          name="choix"
          label={capitalStep.label}
          value={chosen}
          options={[
            { value: 'pension', label: capitalStep.pension },
            { value: 'capital', label: capitalStep.capital },
          ]}
        />
        <Actions>
          <Button>{own.save}</Button>
        </Actions>
      </Form>
    </ClaimStepPage>
  )
}

/** 5000 → «50 %», 725 → «7,25 %». */
function percent(hundredths: number): string {
  const digits = (hundredths / 100).toFixed(2).replace(/\.?0+$/, '')
  return `${digits.replace('.', ',')}\u00a0%`
}
