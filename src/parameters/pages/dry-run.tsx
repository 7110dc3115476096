import { formatQuarterInWords } from '../../calendar/index.ts'
import { compareDirhams, type Dirhams, formatDirhams, subtract } from '../../money/index.ts'
import { CompanyName } from '../../web/components/company-name.tsx'
import { Figure } from '../../web/components/figure.tsx'
import { Money } from '../../web/components/money.tsx'
import { Table } from '../../web/components/table.tsx'
import { useVisit } from '../../web/visit.ts'
import type { DryRun } from '../consequences.ts'
import { listed } from '../../web/words/language.ts'

/** What the last quarter would have given: the sum, and the companies that change most. Nothing of it is kept. */
export function DryRunSection({ run }: { readonly run: DryRun }) {
  const { language, words: all } = useVisit()
  const words = all.parameters.proposal
  const quarter = formatQuarterInWords(run.quarter, language)
  return (
    <section>
      <h2>{words.dryRun(quarter)}</h2>
      {run.lines === 0 ? <p>{words.dryRunNone(quarter)}</p> : <Totals run={run} />}
    </section>
  )
}

function Totals({ run }: { readonly run: DryRun }) {
  const { language, words: all } = useVisit()
  const { proposal: words } = all.parameters
  return (
    <>
      <p>{words.dryRunLead}</p>
      <div class="halves">
        <Figure
          label={listed([words.dryRunFigure, words.before.toLowerCase()], language)}
          value={<Money amount={run.before} />}
        />
        <Figure
          label={listed([words.dryRunFigure, words.after.toLowerCase()], language)}
          value={<Money amount={run.after} />}
          note={<Gap before={run.before} after={run.after} />}
        />
      </div>
      <p>{words.dryRunScope(run.employers, run.changedEmployers, run.lines)}</p>
      {run.unpricedLines > 0 ? <p>{words.dryRunUnpriced(run.unpricedLines)}</p> : null}
      {run.most.length > 0 ? <MostChanged run={run} /> : null}
    </>
  )
}

interface GapProps {
  readonly before: Dirhams
  readonly after: Dirhams
}

function Gap({ before, after }: GapProps) {
  const { language, words: all } = useVisit()
  const words = all.parameters.proposal
  const order = compareDirhams(after, before)
  if (order === 0) return <>{words.dryRunUnchanged}</>
  return order > 0 ? (
    <>{words.dryRunMore(formatDirhams(subtract(after, before), language))}</>
  ) : (
    <>{words.dryRunLess(formatDirhams(subtract(before, after), language))}</>
  )
}

function MostChanged({ run }: { readonly run: DryRun }) {
  const { proposal: words } = useVisit().words.parameters
  return (
    <Table
      caption={words.dryRunCaption}
      showCaption
      rows={run.most}
      columns={[
        {
          head: words.company,
          cell: (line) => <CompanyName name={line.name} number={line.employerNumber} />,
        },
        { head: words.asSent, numeric: true, cell: (line) => <Money amount={line.before} /> },
        { head: words.asProposed, numeric: true, cell: (line) => <Money amount={line.after} /> },
        {
          head: words.gap,
          numeric: true,
          cell: (line) => <Money amount={subtract(line.after, line.before)} />,
        },
      ]}
    />
  )
}
