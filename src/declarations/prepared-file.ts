import type { EmployedActor } from '../actors/actor.ts'
import { firstDay, lastDay } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { countReading } from '../members/count-reading.ts'
import type { Membership } from '../members/member.ts'
import { countMembersDuring, listMemberships } from '../members/store/memberships.ts'
import type { Tx } from '../platform/db/database.ts'
import {
  structure190FileName,
  type WritableLine,
  writeStructure190,
} from './checking/write-structure-190.ts'
import { isExpected } from './declaration.ts'
import { civilDataOf } from './entry/civil-data.ts'
import { getPeriod, type OpenPeriod, openWorkspace, type Workspace } from './workspace.ts'

/** The members expected in a period's file. */
export async function listExpectedMembers(
  tx: Tx,
  actor: EmployedActor,
  { terms, quarter }: OpenPeriod,
): Promise<Membership[]> {
  const members = await listMemberships(tx, actor.employerId, [terms.category])
  return members.filter((member) => isExpected(member, quarter))
}

/** How many they are: of a large company, nobody waits for all of them to be read. */
export function countExpectedMembers(
  tx: Tx,
  { employerId }: EmployedActor,
  { terms, quarter }: OpenPeriod,
): Promise<number> {
  const span = { from: firstDay(quarter), to: lastDay(quarter) }
  return countMembersDuring(tx, employerId, terms.category, span)
}

/** The fund's «Fichier Préétabli»: known members, salaries empty (product D2). */
export async function writePreparedFile(
  app: AppContext,
  actor: EmployedActor,
  period: { readonly category: string; readonly quarter: string },
): Promise<{ readonly name: string; readonly text: string }> {
  return app.db.transaction({ as: 'employer', employerId: actor.employerId }, async (tx) => {
    const workspace = await openWorkspace(tx, app, actor)
    const open = getPeriod(workspace, period.category, period.quarter)
    const members = await listExpectedMembers(tx, actor, open)
    await countReading(tx, actor, members.length, app.clock.now())
    const lines = members.map((member) => lineOf(app, workspace, open, member))
    return {
      name: structure190FileName(workspace.employerNumber, open.quarter),
      text: writeStructure190(lines),
    }
  })
}

// oxlint-disable-next-line max-params -- one line is a member, in a period, of a company
export function lineOf(
  app: AppContext,
  { employerNumber }: Workspace,
  { terms, quarter }: OpenPeriod,
  member: Membership,
): WritableLine {
  const { category, employeeRate } = terms
  return {
    ...civilDataOf(member, app.keyring),
    employerNumber,
    category,
    employeeRate,
    quarter,
    leaving: false,
    salary: null,
    leftOn: null,
  }
}
