import { maskedRib, writtenRib } from '../../../employers/rib.ts'
import { Actions, Button, ButtonLink } from '../../../web/components/button.tsx'
import { Checkbox } from '../../../web/components/checkbox.tsx'
import { RadioGroup } from '../../../web/components/choices.tsx'
import { DateField } from '../../../web/components/date-field.tsx'
import { DateText } from '../../../web/components/date-text.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { Form } from '../../../web/components/form.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import { Table } from '../../../web/components/table.tsx'
import { TextField } from '../../../web/components/text-field.tsx'
import { paths } from '../../../web/paths.ts'
import { writtenDay } from '../../../web/read-day.ts'
import { useVisit } from '../../../web/visit.ts'
import { afterDeath } from '../computation.ts'
import { isGrownUp, isMarriageShort, type Payee, relationsOf, youngParentAge } from '../payee.ts'
import type { ClaimView } from '../view-claim.ts'
import { BankName, RibField } from './account-step.tsx'
import { ClaimStepPage, type SentBack } from './claim-frame.tsx'
import { IdentityFields } from './identity-fields.tsx'

interface Props extends SentBack {
  readonly view: ClaimView
  /** Who is being changed; nothing: somebody more. */
  readonly payee?: Payee | undefined
}

/** Who survives the member and is paid, one form a person (domain §2.7). */
export function PayeesStepPage({ view, payee, errors, typed }: Props) {
  const own = useVisit().words.claims
  const { payeesStep } = own
  const { claim, payees } = view
  const name = payee ? `${payee.lastName} ${payee.firstName}` : ''
  return (
    <ClaimStepPage
      claim={claim}
      title={payeesStep.title}
      lead={payeesStep.lead}
      errors={errors}
      wide
    >
      <Payees view={view} />
      {payees.length > 0 && !payee ? (
        <Actions>
          <ButtonLink href={paths.claims.claim({ id: claim.id })} kind="primary">
            {payeesStep.finished}
          </ButtonLink>
        </Actions>
      ) : null}
      <section>
        <h2>{payee ? payeesStep.changeTitle(name) : payeesStep.addTitle}</h2>
        <PayeeForm view={view} payee={payee} errors={errors} typed={typed} />
      </section>
    </ClaimStepPage>
  )
}

function Payees({ view }: { readonly view: ClaimView }) {
  const own = useVisit().words.claims
  const { payeesStep } = own
  const { claim, payees } = view
  return (
    <Table
      caption={payeesStep.title}
      rows={payees}
      empty={<EmptyState title={payeesStep.none}>{payeesStep.noneText}</EmptyState>}
      columns={[
        {
          head: own.name,
          cell: (one) => (
            <bdi>
              {one.lastName} {one.firstName}
            </bdi>
          ),
        },
        {
          head: payeesStep.relation,
          cell: (one) => <RelationText payee={one} view={view} />,
        },
        { head: own.bornOn, cell: ({ bornOn }) => <DateText date={bornOn} short /> },
        {
          head: own.accountStep.rib,
          cell: (one) => (
            <>
              <Reference>{maskedRib(one.rib)}</Reference>
              <small>
                <BankName payee={one} />
              </small>
            </>
          ),
        },
        {
          head: payeesStep.toDo,
          hideHead: true,
          cell: (one) => (
            <>
              <a href={paths.claims.payee({ id: claim.id, payee: one.id })}>
                {payeesStep.correct}
                <span class="visually-hidden">
                  {' '}
                  {one.lastName} {one.firstName}
                </span>
              </a>
              <Form
                action={paths.claims.removePayee({ id: claim.id, payee: one.id })}
                version={claim.version}
              >
                <Button kind="link" hidden={`${one.lastName} ${one.firstName}`}>
                  {payeesStep.remove}
                </Button>
              </Form>
            </>
          ),
        },
      ]}
    />
  )
}

/** What somebody is to the dead, and what an agent has to look into. */
export function RelationText({
  payee,
  view,
}: {
  readonly payee: Payee
  readonly view: Pick<ClaimView, 'claim' | 'marriageYears'>
}) {
  const { payeesStep } = useVisit().words.claims
  const { claim, marriageYears } = view
  const isShort = claim.endedOn ? isMarriageShort(payee, claim.endedOn, marriageYears) : false
  const isGrown =
    claim.kind === 'orphan' && claim.endedOn && isGrownUp(payee, afterDeath(claim.endedOn))
  const parentAge = youngParentAge(payee, claim.bornOn)
  return (
    <>
      {payeesStep.relations[payee.relation]}
      {payee.isDisabled ? <small>{payeesStep.disabled}</small> : null}
      {payee.accountOf === 'representative' ? <small>{payeesStep.represented}</small> : null}
      {isShort ? <small>{payeesStep.shortMarriage(marriageYears)}</small> : null}
      {isGrown ? <small>{payeesStep.grownUp}</small> : null}
      {parentAge === null ? null : <small>{payeesStep.youngParent(parentAge)}</small>}
    </>
  )
}

function PayeeForm({ view, payee, errors, typed }: Props) {
  const { claims: own, frame } = useVisit().words
  const { payeesStep } = own
  const { claim } = view
  const relations = relationsOf[claim.kind]
  const mayBe = (relation: Payee['relation']) => relations.includes(relation)
  const action = payee
    ? paths.claims.payee({ id: claim.id, payee: payee.id })
    : paths.claims.payees({ id: claim.id })
  const identityHint = payee?.identity
    ? payeesStep.identityKept
    : mayBe('child')
      ? payeesStep.identityOptional
      : undefined
  return (
    <Form action={action} version={claim.version} errors={errors} typed={typed}>
      {relations.length > 1 ? (
        <RadioGroup
          name="lien"
          label={payeesStep.relation}
          value={payee?.relation}
          inline
          options={relations.map((one) => ({ value: one, label: payeesStep.relations[one] }))}
        />
      ) : null}
      <TextField name="nom" label={payeesStep.lastName} value={payee?.lastName} maxlength={100} />
      <TextField
        name="prenom"
        label={payeesStep.firstName}
        value={payee?.firstName}
        maxlength={100}
      />
      <DateField name="naissance" label={own.bornOn} value={writtenDay(payee?.bornOn ?? null)} />
      <IdentityFields
        kind={payee?.identity?.kind}
        hint={identityHint}
        kept={payee?.identity ? null : undefined}
        optional={identityHint !== undefined}
      />
      {mayBe('spouse') ? (
        <DateField
          name="mariage"
          label={payeesStep.marriedOn}
          value={writtenDay(payee?.marriedOn ?? null)}
          hint={relations.length > 1 ? `${payeesStep.marriedOnOf} ${frame.dateHint}` : undefined}
          optional={relations.length > 1}
        />
      ) : null}
      {mayBe('child') ? (
        <Checkbox name="handicap" label={payeesStep.disabled} checked={payee?.isDisabled} />
      ) : null}
      <AccountFields payee={payee} mayBeChild={mayBe('child')} />
      <Actions>
        <Button kind={payee || view.payees.length === 0 ? 'primary' : 'plain'}>
          {payee ? payeesStep.change : payeesStep.add}
        </Button>
      </Actions>
    </Form>
  )
}

interface AccountProps {
  readonly payee: Payee | undefined
  readonly mayBeChild: boolean
}

/** In whose name the account is, where a child may be paid, and the account. */
function AccountFields({ payee, mayBeChild }: AccountProps) {
  const { payeesStep } = useVisit().words.claims
  return (
    <>
      {mayBeChild ? (
        <RadioGroup
          name="titulaire"
          label={payeesStep.accountOf}
          value={payee?.accountOf ?? 'own'}
          options={[
            { value: 'own', label: payeesStep.ownAccount },
            {
              value: 'representative',
              label: payeesStep.ofRepresentative,
              hint: payeesStep.ofRepresentativeHint,
            },
          ]}
        />
      ) : null}
      <RibField value={payee && writtenRib(payee.rib)} />
    </>
  )
}
