import { formatQuarter, formatQuarterInWords } from '../../calendar/index.ts'
import { add } from '../../money/index.ts'
import { EmptyState } from '../../web/components/empty-state.tsx'
import { Money } from '../../web/components/money.tsx'
import { Reference } from '../../web/components/reference.tsx'
import { StatusTag } from '../../web/components/status-tag.tsx'
import { Table } from '../../web/components/table.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import { formatReference } from '../members-file.ts'
import { type CareerQuarter, type CareerYear, type Earning, formatPoints } from '../points.ts'

interface Props {
  readonly years: readonly CareerYear[]
}

const tones: { readonly [E in Earning]: 'done' | 'wait' | 'stop' | 'info' | 'off' } = {
  settled: 'done',
  collecting: 'info',
  to_pay: 'wait',
  late: 'stop',
  nothing: 'off',
  unconfirmed: 'wait',
  not_recognised: 'stop',
}

/** The points of each year, and what they are divided by. */
export function YearsTable({ years }: Props) {
  const own = useVisit().words.members
  return (
    <Table
      caption={own.pointsTitle}
      rows={years}
      dense
      columns={[
        { head: own.year, cell: ({ year }) => <Reference>{String(year)}</Reference> },
        {
          head: own.referenceSalary,
          numeric: true,
          cell: ({ referenceSalary, isIllustrative }) => (
            <bdi>
              {own.inDirhams(formatReference(referenceSalary))}
              {isIllustrative ? ' *' : ''}
            </bdi>
          ),
        },
        {
          head: own.earned,
          numeric: true,
          cell: ({ earned }) => <bdi dir="ltr">{formatPoints(earned)}</bdi>,
        },
        {
          head: own.expected,
          numeric: true,
          cell: ({ expected }) => <bdi dir="ltr">{formatPoints(expected)}</bdi>,
        },
      ]}
    />
  )
}

/** Every quarter declared, and whether it has its points. */
export function CareerTable({ years }: Props) {
  const { words, language } = useVisit()
  const own = words.members
  return (
    <Table
      caption={own.careerTitle}
      rows={years.flatMap(({ quarters }) => quarters)}
      dense
      empty={<EmptyState title={own.noCareer}>{own.noCareerText}</EmptyState>}
      columns={[
        {
          head: words.ledger.quarter,
          cell: ({ category, quarter }) => (
            <a href={paths.employerAccount.due({ category, quarter: formatQuarter(quarter) })}>
              {formatQuarterInWords(quarter, language)}
            </a>
          ),
        },
        { head: own.category, cell: ({ category }) => <Reference>{category}</Reference> },
        { head: own.salary, numeric: true, cell: ({ salary }) => <Money amount={salary} /> },
        {
          head: own.contributions,
          numeric: true,
          cell: ({ employee, employer }) => <Money amount={add(employee, employer)} />,
        },
        { head: own.points, cell: (quarter) => <Earned quarter={quarter} /> },
      ]}
    />
  )
}

function Earned({ quarter: { earning, awaitsNumber } }: { readonly quarter: CareerQuarter }) {
  const own = useVisit().words.members
  const reasons: Partial<Record<Earning, string>> = awaitsNumber
    ? { ...own.reasons, ...own.reasonsOfWaiting }
    : own.reasons
  const reason = reasons[earning]
  return (
    <>
      <StatusTag tone={tones[earning]}>{own.earnings[earning]}</StatusTag>
      {reason ? <small>{reason}</small> : null}
    </>
  )
}
