import { localDateAt } from '../../../calendar/index.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { DateText } from '../../../web/components/date-text.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Pagination } from '../../../web/components/pagination.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import { Table } from '../../../web/components/table.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { LiquidationPage } from '../../pages/liquidation-page.tsx'
import type { ClaimsView } from '../view-claims.ts'
import { ClaimTag, nameOf } from './claim-frame.tsx'

/** The claims of the company: what waits for it first, then what the agency examines, then what is over. */
export function ClaimListPage({ view }: { readonly view: ClaimsView }) {
  const own = useVisit().words.claims
  const begin = (
    <ButtonLink href={paths.claims.start()} kind="primary">
      {own.newClaim}
    </ButtonLink>
  )
  return (
    <LiquidationPage title={own.title} place="claims" wide>
      <PageHead
        title={own.title}
        lead={own.lead(view.employerName)}
        action={view.count > 0 ? begin : undefined}
      />
      <Table
        caption={own.title}
        rows={view.claims}
        empty={
          <EmptyState title={own.none} action={begin}>
            {own.noneText}
          </EmptyState>
        }
        columns={[
          {
            head: own.person,
            cell: (claim) => (
              <a href={paths.claims.claim({ id: claim.id })}>
                <bdi>{nameOf(claim)}</bdi>
              </a>
            ),
          },
          { head: own.kind, cell: ({ kind }) => own.kinds[kind] },
          { head: own.state, cell: ({ state }) => <ClaimTag state={state} /> },
          { head: own.reference, cell: ({ reference }) => <Reference>{reference}</Reference> },
          {
            head: own.since,
            cell: ({ startedAt, sentAt, endedAt }) => (
              <DateText date={localDateAt(endedAt ?? sentAt ?? startedAt)} short />
            ),
          },
        ]}
      />
      <Pagination
        page={view.paging.page}
        pages={view.paging.pages}
        href={(to) => `${paths.claims.list()}?page=${to}`}
      />
    </LiquidationPage>
  )
}
