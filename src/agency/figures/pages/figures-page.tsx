import { formatMonth } from '../../../calendar/index.ts'
import { causeTitle } from '../../../declarations/finding-words.ts'
import { AgencyPage } from '../../../web/agency-page.tsx'
import { ButtonLink, Actions } from '../../../web/components/button.tsx'
import { Details } from '../../../web/components/details.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Table } from '../../../web/components/table.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { grouped } from '../../../web/words/language.ts'
import { type Figures, hoursOf, percentOf, sent } from '../figures.ts'
import { delayMeasures, type Measure, usageMeasures, volumeMeasures } from '../figures-file.ts'
import { MonthChart } from './month-chart.tsx'

interface Props {
  readonly figures: Figures
}

/** How the agency and the portal have done: each chart says its figures, and has its table (product G8). */
export function FiguresPage({ figures }: Props) {
  const { words, language } = useVisit()
  const own = words.figures
  return (
    <AgencyPage title={own.title} place="figures">
      <PageHead title={own.title} lead={<Lead figures={figures} />} />
      <section>
        <h2>{own.delayTitle}</h2>
        <p>{own.delayText}</p>
        <MonthChart
          label={own.delayChart}
          unit={own.hours}
          bars={figures.months.map(({ month, delay }) => ({
            month,
            value: delay ? hoursOf(delay.medianMs) : null,
          }))}
        />
        <Months figures={figures} caption={own.delayTitle} measures={delayMeasures(words)} />
      </section>
      <section>
        <h2>{own.volumesTitle}</h2>
        <MonthChart
          label={own.lettersChart}
          bars={figures.months.map((one) => ({ month: one.month, value: one.lettersReceived }))}
        />
        <Months figures={figures} caption={own.volumesTitle} measures={volumeMeasures(words)} />
      </section>
      <section>
        <h2>{own.usageTitle}</h2>
        <p>{own.usageText(figures.activeEmployers)}</p>
        <MonthChart
          label={own.usageChart}
          bars={figures.months.map((one) => ({ month: one.month, value: sent(one) }))}
        />
        <Months figures={figures} caption={own.usageTitle} measures={usageMeasures(words)} />
      </section>
      <section>
        <h2>{own.mistakesTitle}</h2>
        <p>{own.mistakesText}</p>
        <Table
          caption={own.mistakesTitle}
          dense
          rows={figures.mistakes}
          empty={<EmptyState title={own.noMistakes} />}
          columns={[
            { head: own.mistake, cell: (one) => causeTitle(one, words.desk, language) },
            { head: own.inDeclarations, numeric: true, cell: (one) => grouped(one.declarations) },
            { head: own.onLines, numeric: true, cell: (one) => grouped(one.findings) },
          ]}
        />
      </section>
      <Actions>
        <ButtonLink href={paths.agency.figuresCsv()} download>
          {own.csv}
        </ButtonLink>
        <ButtonLink href={paths.agency.figuresXlsx()} download>
          {own.xlsx}
        </ButtonLink>
      </Actions>
    </AgencyPage>
  )
}

/** The question of the page, answered: how this month stands. */
function Lead({ figures }: Props) {
  const { figures: own } = useVisit().words
  const delay = figures.months.at(-1)?.delay
  if (!delay) return <>{own.nothingDecided}</>
  const { decisions, within48, medianMs } = delay
  return <>{own.lead(decisions, percentOf(within48, decisions), hoursOf(medianMs))}</>
}

interface MonthsProps extends Props {
  readonly caption: string
  readonly measures: readonly Measure[]
}

/** The newest month first. */
function Months({ figures, caption, measures }: MonthsProps) {
  const { words, language } = useVisit()
  const { figures: own } = words
  return (
    <Details summary={own.inFigures}>
      <Table
        caption={caption}
        dense
        rows={figures.months.toReversed()}
        columns={[
          { head: own.month, cell: ({ month }) => formatMonth(month, language) },
          ...measures.map(({ name, of }) => ({
            head: name,
            numeric: true,
            cell: (one: Figures['months'][number]) => shown(of(one), language),
          })),
        ]}
      />
    </Details>
  )
}

function shown(value: number | null, language: 'fr' | 'ar') {
  if (value === null) return '–'
  const [whole = '0', part] = String(value).split('.')
  return (
    <bdi dir="ltr">
      {grouped(Number(whole))}
      {part ? `${language === 'fr' ? ',' : '.'}${part}` : ''}
    </bdi>
  )
}
