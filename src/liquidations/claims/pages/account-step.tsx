import { maskedRib } from '../../../employers/rib.ts'
import { Actions, Button } from '../../../web/components/button.tsx'
import { DescriptionList } from '../../../web/components/description-list.tsx'
import { Form } from '../../../web/components/form.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import { TextField } from '../../../web/components/text-field.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import type { Payee } from '../payee.ts'
import type { ClaimView } from '../view-claim.ts'
import { ClaimStepPage, type SentBack } from './claim-frame.tsx'

interface Props extends SentBack {
  readonly view: ClaimView
}

/** The account of the member, whose key is checked. */
export function AccountStepPage({ view, errors, typed }: Props) {
  const own = useVisit().words.claims
  const { accountStep } = own
  const { claim, payees } = view
  const [self] = payees
  return (
    <ClaimStepPage claim={claim} title={accountStep.title} lead={accountStep.lead} errors={errors}>
      {self ? (
        <DescriptionList
          rows={[
            {
              term: accountStep.rib,
              value: <Reference>{maskedRib(self.rib)}</Reference>,
              note: <BankName payee={self} />,
            },
          ]}
        />
      ) : null}
      <Form
        action={paths.claims.account({ id: claim.id })}
        version={claim.version}
        errors={errors}
        typed={typed}
      >
        <RibField kept={self && maskedRib(self.rib)} />
        <Actions>
          <Button>{own.save}</Button>
        </Actions>
      </Form>
    </ClaimStepPage>
  )
}

/** The bank that the reference gives to an account; one that it does not know is a reason to look again. */
export function BankName({ payee }: { readonly payee: Pick<Payee, 'bankName'> }) {
  const { bankUnknown } = useVisit().words.claims.accountStep
  return payee.bankName ? <bdi>{payee.bankName}</bdi> : <>{bankUnknown}</>
}

interface RibProps {
  readonly value?: string | undefined
  /** The account that is kept, masked, where the field does not propose it. */
  readonly kept?: string | undefined
}

export function RibField({ value, kept }: RibProps) {
  const own = useVisit().words.claims.accountStep
  return (
    <TextField
      name="rib"
      label={own.rib}
      hint={own.ribHint}
      value={value}
      kept={kept}
      inputmode="numeric"
      dir="ltr"
      autocomplete="off"
      maxlength={60}
    />
  )
}
