import { Button } from '../../../web/components/button.tsx'
import { Details } from '../../../web/components/details.tsx'
import { Form } from '../../../web/components/form.tsx'
import { TextArea } from '../../../web/components/text-area.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { canHappen } from '../claim.ts'
import { awaitsSecondAgent } from '../steps.ts'
import type { ClaimView } from '../view-claim.ts'
import type { SentBack } from './claim-frame.tsx'

interface Props extends SentBack {
  readonly view: ClaimView
}

/** Giving the claim up, with why: folded, since hardly anybody does. */
export function Withdraw({ view, errors, typed }: Props) {
  const own = useVisit().words.claims
  const { claim } = view
  if (!canHappen(claim, 'withdraw')) return null
  if (awaitsSecondAgent(view.steps))
    return (
      <Details summary={own.withdraw.summary}>
        <p>{own.withdraw.waits}</p>
      </Details>
    )
  const isWrong = typed?.['raison'] !== undefined && Object.keys(errors ?? {}).length > 0
  return (
    <Details summary={own.withdraw.summary} open={isWrong}>
      <p>{own.withdraw.text}</p>
      <Form
        action={paths.claims.withdraw({ id: claim.id })}
        version={claim.version}
        errors={errors}
        typed={typed}
      >
        <TextArea name="raison" label={own.withdraw.reason} rows={2} maxlength={1000} />
        <Button kind="stop">{own.withdraw.button}</Button>
      </Form>
    </Details>
  )
}
