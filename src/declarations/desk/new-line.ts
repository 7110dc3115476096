import { formatQuarter, localDate } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import { listMemberships } from '../../members/store/memberships.ts'
import type { Tx } from '../../platform/db/database.ts'
import { fundTexts } from '../checking/fund-texts.ts'
import type { Owner } from '../store/lines.ts'
import { lineOf } from '../prepared-file.ts'
import type { Declaration } from '../store/declarations.ts'
import { getPeriod, type Workspace } from '../workspace.ts'
import type { LineTexts } from './line-book.ts'
import { findAbsent } from './store/cause-lines.ts'

/**
 * What a line to add already holds: the company, the category and the period; and, for somebody whom the fund expected,
 * all that it knows of them but the salary.
 */
export async function startNewLine(
  tx: Tx,
  app: AppContext,
  workspace: Workspace,
  at: { readonly owner: Owner; readonly declaration: Declaration; readonly absent: string | null },
): Promise<LineTexts> {
  const { category, quarter } = at.declaration
  const period = getPeriod(workspace, category, formatQuarter(quarter))
  const absent = at.absent === null ? undefined : await findAbsent(tx, at.owner, at.absent)
  const members = absent ? await listMemberships(tx, at.owner.employerId, [category]) : []
  const member = members.find(({ memberNumber }) => memberNumber === absent)
  if (member) {
    return fundTexts(lineOf(app, workspace, period, member))
  }
  const { employerNumber } = workspace
  const { employeeRate } = period.terms
  const texts = fundTexts({ ...nobody, employerNumber, category, employeeRate, quarter })
  return { ...texts, sex: '', nationality: '', joinedOn: '', bornOn: '', fullName: '' }
}

/** Nothing is guessed of somebody whom the fund does not know: what cannot be nothing here is emptied above. */
const nobody = {
  leaving: false,
  memberNumber: null,
  lastName: '',
  firstName: '',
  staffNumber: '',
  sex: 'F',
  nationality: 'M',
  joinedOn: localDate('2000-01-01'),
  bornOn: localDate('2000-01-01'),
  maritalStatus: null,
  children: null,
  salary: null,
  leftOn: null,
  identityNumber: null,
  cnssNumber: null,
  mobile: null,
  email: null,
} as const
