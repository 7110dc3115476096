import { formatQuarter, formatShortDate } from '../calendar/index.ts'
import { decimalString, type Dirhams } from '../money/index.ts'
import type { Words } from '../web/words/index.ts'
import type { MemberRow } from './member.ts'
import { decimalPoints } from './points.ts'
import type { MemberView } from './read-member.ts'

/** The list for a spreadsheet: a line a membership, as the page shows it. */
export function membersRows(members: readonly MemberRow[], words: Words): string[][] {
  const own = words.members
  return [
    [
      own.number,
      own.lastName,
      own.firstName,
      own.staffNumber,
      own.category,
      own.joinedOn,
      own.leftOn,
      own.state,
    ],
    ...members.map((member) => [
      member.memberNumber,
      member.lastName,
      member.firstName,
      member.staffNumber,
      member.category,
      formatShortDate(member.joinedOn),
      member.leftOn ? formatShortDate(member.leftOn) : '',
      own.states[stateOf(member)],
    ]),
  ]
}

/** A career for a spreadsheet: a line a quarter, with the points of its year beside it. */
export function careerRows({ member, years }: MemberView, words: Words): string[][] {
  const own = words.members
  return [
    [
      own.number,
      own.name,
      words.ledger.quarter,
      own.category,
      own.salary,
      own.employeePart,
      own.employerPart,
      own.points,
      own.year,
      own.referenceSalary,
      own.earnedInYear,
    ],
    ...years.flatMap((year) =>
      year.quarters.map((one) => [
        member.memberNumber,
        `${member.lastName} ${member.firstName}`,
        formatQuarter(one.quarter),
        one.category,
        amount(one.salary),
        amount(one.employee),
        amount(one.employer),
        own.earnings[one.earning],
        String(year.year),
        formatReference(year.referenceSalary),
        decimalPoints(year.earned),
      ]),
    ),
  ]
}

/** The word of somebody's state, as lists and pages say it. */
export function stateOf({
  state,
  leftOn,
}: Pick<MemberRow, 'state' | 'leftOn'>): keyof Words['members']['states'] {
  if (state === 'provisional') return 'provisional'
  if (state === 'refused') return 'refused'
  return leftOn === null ? 'here' : 'left'
}

/** Amounts as a French spreadsheet reads them. */
function amount(value: Dirhams): string {
  return decimalString(value).replace('.', ',')
}

/** Ten-thousandths of a dirham: «26,07», and more decimals only when there are. */
export function formatReference(tenThousandths: number): string {
  const digits = (tenThousandths / 10_000).toFixed(4).replace(/0{1,2}$/, '')
  return digits.replace('.', ',')
}
