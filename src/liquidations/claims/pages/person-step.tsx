import { Actions, Button } from '../../../web/components/button.tsx'
import { Checkbox } from '../../../web/components/checkbox.tsx'
import { DateText } from '../../../web/components/date-text.tsx'
import { DescriptionList } from '../../../web/components/description-list.tsx'
import { Form } from '../../../web/components/form.tsx'
import { Note } from '../../../web/components/note.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { isOfSurvivors } from '../claim.ts'
import type { ClaimView } from '../view-claim.ts'
import { ClaimStepPage, nameOf, type SentBack } from './claim-frame.tsx'
import { IdentityFields } from './identity-fields.tsx'

interface Props extends SentBack {
  readonly view: ClaimView
}

/** Who the career belongs to, read again on their document. */
export function PersonStepPage({ view, errors, typed }: Props) {
  const own = useVisit().words.claims
  const { personStep } = own
  const { claim, identityMask } = view
  return (
    <ClaimStepPage
      claim={claim}
      title={personStep.title}
      lead={isOfSurvivors(claim.kind) ? personStep.deadLead : personStep.lead}
      errors={errors}
    >
      <DescriptionList
        rows={[
          { term: own.name, value: <bdi>{nameOf(claim)}</bdi> },
          { term: own.bornOn, value: <DateText date={claim.bornOn} /> },
          { term: own.number, value: <Reference>{claim.memberNumber}</Reference> },
        ]}
      />
      {identityMask && claim.identity ? (
        <Note tone={claim.identity.isCompared ? 'done' : 'info'}>
          {claim.identity.isCompared
            ? personStep.compared(identityMask)
            : personStep.notCompared(identityMask)}
        </Note>
      ) : null}
      <Form
        action={paths.claims.person({ id: claim.id })}
        version={claim.version}
        errors={errors}
        typed={typed}
      >
        <IdentityFields
          kind={claim.identity?.kind}
          hint={personStep.numberHint}
          kept={identityMask ?? undefined}
        />
        <Checkbox name="confirme" label={personStep.same} checked={identityMask !== null} />
        <Actions>
          <Button>{own.save}</Button>
        </Actions>
      </Form>
    </ClaimStepPage>
  )
}
