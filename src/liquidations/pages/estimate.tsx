import { BackLink } from '../../web/components/back-link.tsx'
import { ButtonLink } from '../../web/components/button.tsx'
import { DateText } from '../../web/components/date-text.tsx'
import { DescriptionList } from '../../web/components/description-list.tsx'
import { Note } from '../../web/components/note.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import { Reference } from '../../web/components/reference.tsx'
import type { Mistakes } from '../../web/form.ts'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import type { EstimateQuery } from '../estimate-form.ts'
import type { EstimateView } from '../read-estimate.ts'
import { EstimateForm } from './estimate-form.tsx'
import { KnownCareerSection } from './known-career.tsx'
import { LiquidationPage } from './liquidation-page.tsx'
import { PensionResult } from './pension-result.tsx'
import { SurvivorsTable } from './survivors-table.tsx'
import { UsedParameters } from './used-parameters.tsx'

interface Props {
  readonly view: EstimateView
  readonly query: EstimateQuery
  readonly errors: Mistakes
}

/** One person: their career with its gaps, and the arithmetic of a pension at the day chosen (product L4). */
export function EstimatePage({ view, query, errors }: Props) {
  const own = useVisit().words.liquidations
  const { member } = view
  const title = own.estimate.title(`${member.lastName} ${member.firstName}`)
  return (
    <LiquidationPage title={title} place="nearing" wide errors={errors}>
      <BackLink href={paths.liquidations.nearing()}>{own.nearing.title}</BackLink>
      <PageHead
        title={<bdi>{title}</bdi>}
        lead={own.estimate.lead}
        action={
          <ButtonLink href={`${paths.claims.start()}?membre=${member.id}`} kind="plain">
            {own.estimate.prepare}
          </ButtonLink>
        }
      />
      <Identity view={view} />
      {member.state === 'known' ? null : <Note tone="warning">{own.estimate.unconfirmed}</Note>}
      <EstimateForm view={view} query={query} errors={errors} />
      {Object.keys(errors).length > 0 ? null : <Result view={view} />}
      <KnownCareerSection career={view} />
      <UsedParameters view={view} />
    </LiquidationPage>
  )
}

/** Nothing is said of what could not be read: a result without it would be of another question. */
function Result({ view: { estimate, departure } }: Pick<Props, 'view'>) {
  const own = useVisit().words.liquidations
  if (!estimate || !departure) return <Note tone="warning">{own.estimate.noDeparture}</Note>
  return (
    <>
      <PensionResult estimate={estimate} departure={departure} />
      <SurvivorsTable survivors={estimate.survivors} />
    </>
  )
}

function Identity({ view: { member, ages, pensionOn } }: { readonly view: EstimateView }) {
  const { members, liquidations } = useVisit().words
  const own = liquidations.estimate
  return (
    <DescriptionList
      rows={[
        { term: members.number, value: <Reference>{member.memberNumber}</Reference> },
        { term: members.bornOn, value: <DateText date={member.bornOn} /> },
        ...ages.map(({ category, age }) => ({
          term: own.category,
          value: <Reference>{category}</Reference>,
          note: own.fullAge(age),
        })),
        { term: own.wholeFrom, value: <DateText date={pensionOn} /> },
      ]}
    />
  )
}
