import { formatQuarterInWords } from '../../../calendar/index.ts'
import { add, type Dirhams, formatDirhams, subtract } from '../../../money/index.ts'
import { Money } from '../../../web/components/money.tsx'
import { Table } from '../../../web/components/table.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import type { Declaration } from '../../store/declarations.ts'
import type { ChangeKind } from '../change.ts'
import type { Comparison } from '../compare.ts'

interface Props {
  readonly declaration: Declaration
  readonly comparison: Comparison | null
}

/** What changed since the quarter before: counts first, the members one press away (product D6). */
export function SinceQuarter({ declaration, comparison }: Props) {
  const { words, language } = useVisit()
  const said = words.desk.changes
  if (!comparison) return <p>{said.nothingBefore}</p>
  const quarter = formatQuarterInWords(comparison.before.quarter, language)
  return (
    <>
      <h3>{said.titleQuarter(quarter)}</h3>
      <Counts declaration={declaration} comparison={comparison} />
      <Amounts declaration={declaration} before={comparison.before} head={quarter} />
    </>
  )
}

/** What a correction changes of what was sent, and what of it goes to the account (product D8). */
export function SinceSent({ declaration, comparison }: Props) {
  const { words, language } = useVisit()
  const said = words.desk.changes
  if (!comparison) return null
  const { before } = comparison
  const difference = subtract(totalOf(declaration), totalOf(before))
  return (
    <>
      <h3>{said.titleSent(before.receiptNumber ?? '')}</h3>
      <p>
        {difference === 0n
          ? said.sameAmount
          : said.onlyDifference(signed(difference, formatDirhams(difference, language)))}
      </p>
      <Counts declaration={declaration} comparison={comparison} />
      <Amounts declaration={declaration} before={before} head={said.sent} />
    </>
  )
}

function signed(amount: Dirhams, text: string): string {
  return amount > 0n ? `+${text}` : text
}

function totalOf({ employee, employer }: Declaration): Dirhams {
  return add(employee, employer)
}

function Counts({
  declaration: { id },
  comparison: { counts },
}: {
  readonly declaration: Declaration
  readonly comparison: Comparison
}) {
  const said = useVisit().words.desk.changes
  const kinds = Object.entries(counts).filter(([, count]) => count > 0)
  if (kinds.length === 0) return <p>{said.nobody}</p>
  return (
    <ul class="counts">
      {kinds.map(([kind, count]) => (
        <li>
          <a href={paths.declarations.changes({ id, kind })}>
            {said.kinds[kind as ChangeKind](count)}
          </a>
        </li>
      ))}
    </ul>
  )
}

interface AmountsProps {
  readonly declaration: Declaration
  readonly before: Declaration
  readonly head: string
}

function Amounts({ declaration, before, head }: AmountsProps) {
  const { words } = useVisit()
  const said = words.declarations
  const rows: readonly (readonly [string, (one: Declaration) => Dirhams])[] = [
    [said.salaries, (one) => one.salary],
    [said.employeePart, (one) => one.employee],
    [said.employerPart, (one) => one.employer],
    [said.total, totalOf],
  ]
  return (
    <Table
      caption={words.desk.changes.amounts}
      rows={rows}
      dense
      columns={[
        { head: words.desk.changes.what, cell: ([label]) => label },
        { head, numeric: true, cell: ([, amount]) => <Money amount={amount(before)} /> },
        {
          head: words.desk.changes.now,
          numeric: true,
          cell: ([, amount]) => <Money amount={amount(declaration)} />,
        },
        {
          head: words.desk.changes.difference,
          numeric: true,
          cell: ([, amount]) => (
            <Money amount={subtract(amount(declaration), amount(before))} isDifference />
          ),
        },
      ]}
    />
  )
}
