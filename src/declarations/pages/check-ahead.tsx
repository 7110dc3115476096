import { useVisit } from '../../web/visit.ts'
import type { CheckContext } from '../checking/check-context.ts'
import type { OpenPeriod, Workspace } from '../workspace.ts'

interface Props {
  readonly workspace: Workspace
  readonly period: OpenPeriod
}

/**
 * Where a browser with scripts says what it found in the file before it is sent. It is told whose file it is, of which
 * quarter and at which rates; never who is expected in it.
 */
export function CheckAhead({ workspace, period }: Props) {
  const { words } = useVisit()
  const { lines } = words.frame
  const said = {
    ...words.declarations.ahead,
    severities: words.declarations.severities,
    // One number for each form of the plural that a language may have.
    lines: {
      zero: lines(0),
      one: lines(1),
      two: lines(2),
      few: lines(3),
      many: lines(11),
      other: lines(100),
    },
  }
  return (
    <div
      class="ahead"
      data-check={JSON.stringify({ context: contextFor(workspace, period), words: said })}
    ></div>
  )
}

function contextFor(
  { employerNumber }: Workspace,
  { terms, quarter }: OpenPeriod,
): Pick<CheckContext, 'employerNumber' | 'quarter' | 'categories'> {
  const { category, employeeRate, employerRate, product } = terms
  return {
    employerNumber,
    quarter,
    categories: [{ category, employeeRate, employerRate, product }],
  }
}
