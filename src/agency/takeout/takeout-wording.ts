import { type Statement, statementOf } from '../../access/statement.ts'
import type { Employer } from '../../employers/employer.ts'
import type { Takeout } from './takeout.ts'

/** What the second supervisor agrees to: this request, for this company, as the page shows it (decision 0050, quality AT70). */
export function takeoutStatement(takeout: Takeout, employer: Employer): Statement {
  return statementOf([
    'guichet takeout 1',
    `request ${takeout.id} asked ${takeout.askedAt.toISOString()} by ${takeout.askedByName}`,
    `everything of ${employer.number} ${employer.name}`,
    `reason ${takeout.reason}`,
  ])
}
