import { formatDate } from '../../../calendar/index.ts'
import { BackLink } from '../../../web/components/back-link.tsx'
import { Actions, Button } from '../../../web/components/button.tsx'
import { RadioGroup } from '../../../web/components/choices.tsx'
import { DateText } from '../../../web/components/date-text.tsx'
import { DescriptionList } from '../../../web/components/description-list.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { Filters } from '../../../web/components/filters.tsx'
import { Form } from '../../../web/components/form.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import { Table } from '../../../web/components/table.tsx'
import { TextField } from '../../../web/components/text-field.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { LiquidationPage } from '../../pages/liquidation-page.tsx'
import type { SentBack } from './claim-frame.tsx'
import type { IdentifiedMember } from '../../../members/store/identified-members.ts'
import { claimKinds } from '../claim.ts'
import type { StartView } from '../view-claims.ts'

interface Props extends SentBack {
  readonly view: StartView
  readonly formKey: string
}

/** For whom, then for what. */
export function StartClaimPage({ view, formKey, errors, typed }: Props) {
  const own = useVisit().words.claims
  const { start } = own
  return (
    <LiquidationPage title={start.title} place="claims" errors={errors}>
      <BackLink href={paths.claims.list()}>{own.title}</BackLink>
      {view.member ? (
        <ChooseKind member={view.member} formKey={formKey} errors={errors} typed={typed} />
      ) : (
        <ChoosePerson view={view} />
      )}
    </LiquidationPage>
  )
}

function ChoosePerson({ view }: { readonly view: StartView }) {
  const { words, language } = useVisit()
  const own = words.claims
  const { start } = own
  const here = paths.claims.start()
  return (
    <>
      <PageHead title={start.title} lead={start.lead} />
      <Filters action={here} clear={view.words ? here : undefined} label={words.frame.search}>
        <TextField
          name="q"
          label={start.search}
          hint={start.searchHint}
          value={view.words}
          optional={false}
          maxlength={60}
        />
      </Filters>
      {view.words ? (
        <Table
          caption={start.title}
          rows={view.found}
          empty={<EmptyState title={start.nobody}>{start.nobodyText}</EmptyState>}
          columns={[
            {
              head: own.name,
              cell: (member) => (
                <a href={`${here}?membre=${member.id}`}>
                  <bdi>
                    {member.lastName} {member.firstName}
                  </bdi>
                </a>
              ),
            },
            {
              head: own.number,
              cell: ({ memberNumber }) => <Reference>{memberNumber}</Reference>,
            },
            {
              head: words.members.state,
              cell: ({ leftOn }) =>
                leftOn ? start.left(formatDate(leftOn, language)) : start.here,
            },
          ]}
        />
      ) : null}
    </>
  )
}

interface ChooseProps extends SentBack {
  readonly member: IdentifiedMember
  readonly formKey: string
}

function ChooseKind({ member, formKey, errors, typed }: ChooseProps) {
  const own = useVisit().words.claims
  const { start } = own
  return (
    <>
      <PageHead title={start.for(`${member.lastName} ${member.firstName}`)} />
      <DescriptionList
        rows={[
          { term: own.number, value: <Reference>{member.memberNumber}</Reference> },
          { term: own.bornOn, value: <DateText date={member.bornOn} /> },
        ]}
      />
      <p>
        <a href={paths.claims.start()}>{start.otherPerson}</a>
      </p>
      <Form action={paths.claims.start()} errors={errors} typed={typed} idempotencyKey={formKey}>
        <input type="hidden" name="membre" value={member.id} />
        <RadioGroup
          name="demande"
          label={start.kindLabel}
          options={claimKinds.map((kind) => ({
            value: kind,
            label: own.kinds[kind],
            hint: own.kindHints[kind],
          }))}
        />
        <Actions>
          <Button>{start.begin}</Button>
        </Actions>
      </Form>
    </>
  )
}
