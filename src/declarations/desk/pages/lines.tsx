import { formatQuarterInWords } from '../../../calendar/index.ts'
import { BackLink } from '../../../web/components/back-link.tsx'
import { ButtonLink } from '../../../web/components/button.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { Money } from '../../../web/components/money.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Pagination } from '../../../web/components/pagination.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import { Layout } from '../../../web/layout.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { grouped } from '../../../web/words/language.ts'
import { useDeclarationBand } from '../../pages/band.ts'
import { lineAddress } from '../line-address.ts'
import type { LinesView } from '../find-lines.ts'
import { FindLine } from './find-line.tsx'

/** Lines of a check, each with the way to its form. */
export function LinesPage({ view }: { readonly view: LinesView }) {
  const { words, language } = useVisit()
  const said = words.desk
  const { id, quarter, category } = view.declaration
  const check = words.declarations.checkTitle(formatQuarterInWords(quarter, language), category)
  const title = view.words ? said.linesFound(view.count) : said.linesTitle
  const search = view.words ? `cherche=${encodeURIComponent(view.words)}&` : ''
  return (
    <Layout
      title={`${title} · ${check}`}
      band={useDeclarationBand()}
      current={paths.declarations.calendar()}
      wide
    >
      <BackLink href={paths.declarations.check({ id })}>{check}</BackLink>
      <PageHead title={title} />
      <FindLine id={id} words={view.words} />
      <Table
        caption={title}
        rows={view.lines}
        columns={useColumns(view)}
        rowHead={1}
        dense
        empty={<EmptyState title={said.noLineFound}>{said.noLineFoundText}</EmptyState>}
      />
      <Pagination
        page={view.page}
        pages={view.pages}
        href={(to) => `${paths.declarations.lines({ id })}?${search}page=${to}`}
      />
    </Layout>
  )
}

type Row = LinesView['lines'][number]

function useColumns({ declaration: { id }, isOfSheet }: LinesView): Column<Row>[] {
  const { words } = useVisit()
  const said = words.desk
  return [
    { head: said.line, cell: ({ line }) => <Reference>{grouped(line)}</Reference> },
    { head: said.who, cell: ({ person }) => <bdi>{person || said.whoUnknown}</bdi> },
    {
      head: said.changes.number,
      cell: ({ memberNumber }) => (memberNumber ? <Reference>{memberNumber}</Reference> : '—'),
    },
    {
      head: said.changes.salary,
      numeric: true,
      cell: ({ salary }) => (salary === null ? said.lineToCorrect : <Money amount={salary} />),
    },
    {
      head: said.action,
      hideHead: true,
      cell: ({ line }) => (
        <ButtonLink
          kind="link"
          href={lineAddress(id, line, isOfSheet)}
          hidden={said.select(grouped(line))}
        >
          {said.correct}
        </ButtonLink>
      ),
    },
  ]
}
