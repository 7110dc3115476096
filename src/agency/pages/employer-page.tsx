import { formatPhone } from '../../web/phone.ts'
import { BackLink } from '../../web/components/back-link.tsx'
import { Actions, Button, ButtonLink } from '../../web/components/button.tsx'
import { DateText } from '../../web/components/date-text.tsx'
import { DescriptionList } from '../../web/components/description-list.tsx'
import { Details } from '../../web/components/details.tsx'
import { EmptyState } from '../../web/components/empty-state.tsx'
import { Form } from '../../web/components/form.tsx'
import { Note } from '../../web/components/note.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import { Reference } from '../../web/components/reference.tsx'
import { TextField } from '../../web/components/text-field.tsx'
import type { Fields, Mistakes } from '../../web/form.ts'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import type { EmployerFile } from '../read-employer.ts'
import { AgencyPage } from '../../web/agency-page.tsx'
import { CompanyMoney } from './company-money.tsx'
import { ClaimTable } from './claim-table.tsx'
import { LetterTable } from './search-page.tsx'

interface Props {
  readonly file: EmployerFile
  readonly errors?: Mistakes | undefined
  readonly typed?: Fields | undefined
}

/** A company as the agency knows it (product G6). */
export function EmployerPage({ file, errors, typed }: Props) {
  const { agency, takeout } = useVisit().words
  const { employer } = file
  return (
    <AgencyPage title={employer.name} place="search" errors={errors}>
      <BackLink href={paths.agency.search()}>{agency.search.title}</BackLink>
      <PageHead
        title={<bdi>{employer.name}</bdi>}
        lead={agency.employer.lead(employer.number, employer.city)}
        action={
          <ButtonLink href={paths.agency.trail({ id: employer.id })}>
            {agency.employer.trail}
          </ButtonLink>
        }
      />
      <div class="case">
        <section>
          <Company file={file} />
        </section>
        <section>
          <DelegateOf file={file} errors={errors} typed={typed} />
        </section>
      </div>
      <CompanyMoney money={file.money} />
      {file.letters.length > 0 ? (
        <LetterTable letters={file.letters} />
      ) : (
        <>
          <h2>{agency.employer.letters}</h2>
          <p class="muted">{agency.employer.lettersEmpty}</p>
        </>
      )}
      {file.claims.length > 0 ? <ClaimTable claims={file.claims} /> : null}
      {file.isSupervisor ? (
        <p>
          <a href={paths.agency.takeouts({ id: employer.id })}>{takeout.open}</a>
        </p>
      ) : null}
      <p class="hint">{agency.employer.viewed}</p>
    </AgencyPage>
  )
}

function Company({ file }: Pick<Props, 'file'>) {
  const { words } = useVisit()
  const own = words.agency.employer
  const { employer } = file
  const services = file.services.map((one) => own.service[one]).join(' · ')
  return (
    <>
      <h2>{own.company}</h2>
      <DescriptionList
        rows={[
          {
            term: words.agency.search.state,
            value: words.agency.case.companyState[employer.state],
          },
          ...(employer.ice
            ? [{ term: own.ice, value: <Reference>{employer.ice}</Reference> }]
            : []),
          {
            term: own.address,
            value: (
              <bdi>
                {[employer.address, employer.city].filter(Boolean).join(', ') || words.frame.none}
              </bdi>
            ),
          },
          {
            term: own.phone,
            value: <bdi dir="ltr">{formatPhone(employer.phone) || words.frame.none}</bdi>,
          },
          { term: own.email, value: <bdi dir="ltr">{employer.email || words.frame.none}</bdi> },
          { term: own.joined, value: <DateText date={employer.joinedOn} /> },
          { term: own.services, value: services || words.frame.none },
          { term: own.users, value: own.usersCount(file.users) },
        ]}
      />
    </>
  )
}

function DelegateOf({ file, errors, typed }: Props) {
  const { agency, frame } = useVisit().words
  const { delegate } = file
  if (!delegate) {
    return (
      <>
        <h2>{agency.employer.delegate}</h2>
        <EmptyState title={agency.employer.noDelegate}>{agency.employer.noDelegateHint}</EmptyState>
      </>
    )
  }
  return (
    <>
      <h2>{agency.employer.delegate}</h2>
      <DescriptionList
        rows={[
          {
            term: agency.employer.delegate,
            value: (
              <bdi>
                {delegate.firstName} {delegate.lastName}
              </bdi>
            ),
            note: agency.case.delegateStates[delegate.state],
          },
          { term: agency.employer.jobTitle, value: <bdi>{delegate.jobTitle}</bdi> },
          { term: agency.employer.email, value: <bdi dir="ltr">{delegate.email}</bdi> },
          { term: agency.case.delegateSince, value: <DateText date={delegate.createdAt} /> },
          {
            term: agency.case.delegateSeen,
            value: delegate.lastSignedInAt ? (
              <DateText date={delegate.lastSignedInAt} />
            ) : (
              agency.case.never
            ),
          },
          {
            term: agency.employer.secondFactor,
            value: delegate.hasSecondFactor ? frame.yes : frame.no,
          },
        ]}
      />
      {file.isOwnEmployer ? null : <OnPaper file={file} errors={errors} typed={typed} />}
    </>
  )
}

/** Who is in function is suspended by any agent, and given their access back by a supervisor (decisions, «48 h»). */
function OnPaper(props: Props) {
  const { file } = props
  const { employer: words } = useVisit().words.agency
  const { id } = file.employer
  if (file.delegate?.state === 'active') {
    return <PaperForm {...props} action={paths.agency.suspendDelegate({ id })} act="suspend" />
  }
  if (!file.isSupervisor) return <Note>{words.reactivateBySupervisor}</Note>
  return <PaperForm {...props} action={paths.agency.reactivateDelegate({ id })} act="reactivate" />
}

function PaperForm({
  file,
  errors,
  typed,
  action,
  act,
}: Props & { readonly action: string; readonly act: 'suspend' | 'reactivate' }) {
  const { employer: words } = useVisit().words.agency
  return (
    <Details summary={words[act].title} open={errors !== undefined}>
      <Note tone="warning">{words[act].lead}</Note>
      <Form action={action} errors={errors} typed={typed}>
        <input type="hidden" name="delegue" value={file.delegate?.id} />
        <TextField
          name="courrier"
          label={words.paper}
          hint={words.paperHint}
          width="medium"
          maxlength={60}
        />
        <TextField name="motif" label={words.paperReason} maxlength={200} />
        <Actions>
          <Button kind={act === 'suspend' ? 'stop' : 'plain'}>{words[act].button}</Button>
        </Actions>
      </Form>
    </Details>
  )
}
