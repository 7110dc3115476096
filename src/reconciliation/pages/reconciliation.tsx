import { formatDateTime } from '../../calendar/index.ts'
import { AgencyPage } from '../../web/agency-page.tsx'
import { BackLink } from '../../web/components/back-link.tsx'
import { EmptyState } from '../../web/components/empty-state.tsx'
import { Note } from '../../web/components/note.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import { StatusTag } from '../../web/components/status-tag.tsx'
import { Table } from '../../web/components/table.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import { grouped } from '../../web/words/language.ts'
import type { Reconciliation, ToldFault } from '../store/reconciliations.ts'

interface Props {
  readonly runs: readonly Reconciliation[]
  readonly faults: readonly ToldFault[]
}

/** Whether everything agreed last night; if not, what and where; then the nights before. */
export function ReconciliationPage({ runs, faults }: Props) {
  const { words, language } = useVisit()
  const said = words.reconciliation
  const [last] = runs
  return (
    <AgencyPage title={said.title} place="collections">
      <BackLink href={paths.agency.collections()}>{words.debits.title}</BackLink>
      <PageHead title={said.title} lead={said.lead} />
      {last ? (
        <Note
          tone={last.faults === 0 ? 'done' : 'stop'}
          title={last.faults === 0 ? said.agreed : said.found(last.faults)}
        >
          <p>{said.ran(formatDateTime(last.ranAt, language))}</p>
          {last.faults === 0 ? null : <p>{said.next}</p>}
        </Note>
      ) : (
        <EmptyState title={said.never}>{said.neverText}</EmptyState>
      )}
      {last && last.faults > 0 ? <Faults faults={faults} total={last.faults} /> : null}
      {runs.length > 0 ? <Runs runs={runs} /> : null}
    </AgencyPage>
  )
}

function Faults({ faults, total }: { readonly faults: readonly ToldFault[]; total: number }) {
  const said = useVisit().words.reconciliation
  return (
    <section>
      <h2>{said.faults}</h2>
      {faults.length < total ? <p>{said.firstOnes(faults.length, total)}</p> : null}
      <Table
        caption={said.faults}
        dense
        rows={faults}
        columns={[
          { head: said.columns.what, cell: ({ kind }) => said.kinds[kind] },
          { head: said.columns.employer, cell: (fault) => <Company fault={fault} /> },
          { head: said.columns.subject, cell: ({ subject }) => <bdi dir="ltr">{subject}</bdi> },
          { head: said.columns.expected, cell: ({ expected }) => <Raw text={expected} /> },
          { head: said.columns.found, cell: ({ found }) => <Raw text={found} /> },
        ]}
      />
    </section>
  )
}

function Company({ fault }: { readonly fault: ToldFault }) {
  const { words } = useVisit()
  if (fault.employerId === null) return <>{words.reconciliation.fund}</>
  return (
    <a href={paths.agency.employer({ id: fault.employerId })}>
      <bdi>{fault.employerName}</bdi> <bdi dir="ltr">{fault.employerNumber}</bdi>
    </a>
  )
}

/** As it is kept, so that whoever repairs it finds it. */
function Raw({ text }: { readonly text: string }) {
  const { words } = useVisit()
  return text === '' ? <>{words.frame.none}</> : <bdi dir="ltr">{text.slice(0, 120)}</bdi>
}

function Runs({ runs }: Pick<Props, 'runs'>) {
  const { words, language } = useVisit()
  const said = words.reconciliation
  const { columns } = said
  return (
    <section>
      <h2>{said.nights}</h2>
      <Table
        caption={said.nights}
        dense
        rows={runs}
        columns={[
          { head: columns.ranAt, cell: (run) => formatDateTime(run.ranAt, language) },
          {
            head: columns.verdict,
            cell: ({ faults }) => (
              <StatusTag tone={faults === 0 ? 'done' : 'stop'}>
                {faults === 0 ? said.agreedShort : said.found(faults)}
              </StatusTag>
            ),
          },
          { head: columns.entries, numeric: true, cell: (run) => grouped(run.entries) },
          { head: columns.events, numeric: true, cell: (run) => grouped(run.events) },
          { head: columns.orders, numeric: true, cell: (run) => grouped(run.orders) },
          { head: columns.collections, numeric: true, cell: (run) => grouped(run.collections) },
        ]}
      />
    </section>
  )
}
