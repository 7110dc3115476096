import type { DataContext } from '../data-context.ts'
import { firstDay, lastDay, previousQuarter } from '../calendar/index.ts'
import { listNumberedNewcomers, listRenumbered } from '../members/store/declared-members.ts'
import { listNamesDuring } from '../members/store/memberships.ts'
import { getParameter, getParameters } from '../parameters/parameters.ts'
import type { Tx } from '../platform/db/database.ts'
import type { CheckContext } from './checking/check-context.ts'
import { NumberedText } from './checking/numbered-text.ts'
import { CompanyNewcomers } from './company-newcomers.ts'
import { CompanyMembers } from './company-members.ts'
import { findSentBefore, listSalaries } from './store/declarations.ts'
import type { OpenPeriod, Workspace } from './workspace.ts'

/** Everything the portal knows that the file does not. */
// oxlint-disable-next-line max-params -- the transaction, the keys, the company, and what is declared
export async function factsFor(
  tx: Tx,
  { keyring }: Pick<DataContext, 'keyring'>,
  employerId: string,
  workspace: Workspace,
  { terms, quarter }: OpenPeriod,
): Promise<CheckContext> {
  const { category } = terms
  const [salaries, names, last] = await Promise.all([
    listSalaries(tx, employerId, { category, quarter: previousQuarter(quarter) }),
    listNamesDuring(tx, employerId, category, { from: firstDay(quarter), to: lastDay(quarter) }),
    findSentBefore(tx, employerId, { category, quarter }),
  ])
  const thresholds = await getParameters(
    tx,
    ['salary_variation_threshold', 'low_salary_threshold'],
    workspace.today,
  )
  // A quarter's ceiling is that of its first day, like its rates.
  const trancheOneCeiling = await getParameter(tx, 'tranche_one_ceiling', firstDay(quarter))
  return {
    employerNumber: workspace.employerNumber,
    quarter,
    variationPercent: thresholds.salary_variation_threshold / 100,
    lowSalary: thresholds.low_salary_threshold ?? undefined,
    trancheOneCeiling,
    lastSent: last && {
      quarter: last.quarter,
      members: last.acceptedLines,
      salary: last.salary,
    },
    categories: [
      {
        category,
        employeeRate: terms.employeeRate,
        employerRate: terms.employerRate,
        product: terms.product,
      },
    ],
    renumbered: await listRenumbered(tx, employerId),
    newcomers: new CompanyNewcomers(await listNumberedNewcomers(tx, employerId, category), keyring),
    knownMembers: new CompanyMembers(category, new NumberedText(names), salaries),
  }
}
