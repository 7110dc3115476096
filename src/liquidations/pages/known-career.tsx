import type { Child } from 'hono/jsx'
import { formatDate, formatQuarter, formatQuarterInWords } from '../../calendar/index.ts'
import { formatPoints } from '../../members/points.ts'
import { EmptyState } from '../../web/components/empty-state.tsx'
import { Reference } from '../../web/components/reference.tsx'
import { StatusTag } from '../../web/components/status-tag.tsx'
import { type Column, Table } from '../../web/components/table.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import type { CareerQuarter, CareerYear } from '../../members/points.ts'
import type { Gap, OptionCareer } from '../career.ts'
import type { AgeOption } from '../pension.ts'
import type { KnownCareer } from '../read-estimate.ts'
import { pointValueText } from '../amounts.ts'

/** The years with their points, the quarters that give none yet, and those that are missing. */
export function KnownCareerSection({ career }: { readonly career: KnownCareer }) {
  const { words, language } = useVisit()
  const own = words.liquidations.estimate
  const { careers, gaps, unpaid, knownFrom } = career
  return (
    <section>
      <h2>{own.careerTitle}</h2>
      {knownFrom ? <p>{own.careerText(formatDate(knownFrom, language))}</p> : null}
      <Years careers={careers} />
      {unpaid.length > 0 ? <Unpaid unpaid={unpaid} /> : null}
      {gaps.length > 0 ? <Gaps gaps={gaps} /> : careers.length > 0 ? <p>{own.noGap}</p> : null}
    </section>
  )
}

interface YearRow extends CareerYear {
  readonly option: AgeOption
}

function Years({ careers }: { readonly careers: readonly OptionCareer[] }) {
  const { words } = useVisit()
  const own = words.liquidations.estimate
  const rows = careers
    .flatMap(({ option, years }) => years.map((year): YearRow => ({ ...year, option })))
    .sort((a, b) => b.year - a.year)
  const points = (value: bigint) => <bdi dir="ltr">{formatPoints(value)}</bdi>
  const option: Column<YearRow> = { head: own.optionHead, cell: (row) => own.options[row.option] }
  return (
    <>
      <Table
        caption={own.careerTitle}
        rows={rows}
        dense
        empty={<EmptyState title={own.noCareer}>{own.noCareerText}</EmptyState>}
        columns={[
          { head: words.members.year, cell: ({ year }) => <Reference>{String(year)}</Reference> },
          ...(careers.length > 1 ? [option] : []),
          {
            head: words.members.referenceSalary,
            numeric: true,
            cell: ({ referenceSalary, isIllustrative }) => (
              <bdi>
                {pointValueText(referenceSalary, words)}
                {isIllustrative ? ' *' : ''}
              </bdi>
            ),
          },
          { head: own.earned, numeric: true, cell: ({ earned }) => points(earned) },
          { head: own.expected, numeric: true, cell: ({ expected }) => points(expected) },
        ]}
      />
      {rows.some(({ isIllustrative }) => isIllustrative) ? (
        <p class="muted">{words.members.illustrative}</p>
      ) : null}
    </>
  )
}

/** Each leads to its échéance by the door of «Compte Adhérent»: this login does not open it. */
function Unpaid({ unpaid }: { readonly unpaid: readonly CareerQuarter[] }) {
  const { words, language } = useVisit()
  const own = words.liquidations.estimate
  return (
    <QuartersToMend
      title={own.unpaidTitle(unpaid.length)}
      text={own.unpaidText}
      quarters={unpaid}
      state={({ earning }) => (
        <StatusTag tone={earning === 'late' ? 'stop' : 'wait'}>
          {words.members.earnings[earning]}
        </StatusTag>
      )}
      more={{
        head: own.openDue,
        hideHead: true,
        cell: (one) => (
          <a href={doorToDue(one)}>
            {own.openDue}
            <span class="visually-hidden"> {formatQuarterInWords(one.quarter, language)}</span>
          </a>
        ),
      }}
    />
  )
}

/** Through the door of «Compte Adhérent»: whoever prepares a pension may have no right to it, or another account for it. */
export function doorToDue({
  category,
  quarter,
}: Pick<CareerQuarter, 'category' | 'quarter'>): string {
  const due = paths.employerAccount.due({ category, quarter: formatQuarter(quarter) })
  const door = paths.signIn.service({ service: 'compte-adherent' })
  return `${door}?suite=${encodeURIComponent(due)}`
}

function Gaps({ gaps }: { readonly gaps: readonly Gap[] }) {
  const own = useVisit().words.liquidations.estimate
  return (
    <QuartersToMend
      title={own.gapsTitle(gaps.length)}
      text={own.gapsText}
      quarters={gaps}
      state={({ reason }) => (
        <>
          <StatusTag tone={reason === 'left_out' ? 'stop' : 'wait'}>{own.gaps[reason]}</StatusTag>
          <small>{own.gapAdvice[reason]}</small>
        </>
      )}
    />
  )
}

interface ToMend<Row> {
  readonly title: string
  readonly text: string
  readonly quarters: readonly Row[]
  readonly state: (row: Row) => Child
  readonly more?: Column<Row>
}

/** Quarters that somebody has to do something about, each with where it stands. */
function QuartersToMend<Row extends Pick<CareerQuarter, 'quarter' | 'category'>>({
  title,
  text,
  quarters,
  state,
  more,
}: ToMend<Row>) {
  const { words, language } = useVisit()
  return (
    <>
      <h3>{title}</h3>
      <p>{text}</p>
      <Table
        caption={title}
        rows={quarters}
        dense
        columns={[
          {
            head: words.ledger.quarter,
            cell: ({ quarter }) => formatQuarterInWords(quarter, language),
          },
          {
            head: words.liquidations.estimate.category,
            cell: ({ category }) => <Reference>{category}</Reference>,
          },
          { head: words.members.state, cell: state },
          ...(more ? [more] : []),
        ]}
      />
    </>
  )
}
