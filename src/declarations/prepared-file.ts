import type { EmployedActor } from '../actors/actor.ts'
import type { AppContext } from '../context.ts'
import { listMemberships, type Membership } from '../members/known-members.ts'
import type { Dirhams } from '../money/index.ts'
import type { LocalDate } from '../calendar/index.ts'
import type { Tx } from '../platform/db/database.ts'
import {
  structure190FileName,
  type WritableLine,
  writeStructure190,
} from './checking/write-structure-190.ts'
import { isExpected } from './declaration.ts'
import { getPeriod, type OpenPeriod, openWorkspace, type Workspace } from './workspace.ts'

/** What the declarant adds to a known member: the salary of the quarter, and the day they left. */
export interface Entry {
  readonly salary: Dirhams | null
  readonly leftOn: LocalDate | null
}

/** The members expected in a period's file. */
export async function listExpectedMembers(
  tx: Tx,
  actor: EmployedActor,
  { terms, quarter }: OpenPeriod,
): Promise<Membership[]> {
  const members = await listMemberships(tx, actor.employerId, [terms.category])
  return members.filter((member) => isExpected(member, quarter))
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
    const lines = members.map((member) =>
      lineOf(app, workspace, open, member, { salary: null, leftOn: null }),
    )
    return {
      name: structure190FileName(workspace.employerNumber, open.quarter),
      text: writeStructure190(lines),
    }
  })
}

/** The same file with what was typed into the form: from there on, form and file are checked alike. */
export function writeTypedFile(
  app: AppContext,
  workspace: Workspace,
  period: OpenPeriod,
  entries: readonly { readonly member: Membership; readonly entry: Entry }[],
): string {
  return writeStructure190(
    entries.map(({ member, entry }) => lineOf(app, workspace, period, member, entry)),
  )
}

// oxlint-disable-next-line max-params -- one line is a member, in a period, of a company, with what was typed
function lineOf(
  app: AppContext,
  workspace: Workspace,
  { terms, quarter }: OpenPeriod,
  member: Membership,
  entry: Entry,
): WritableLine {
  return {
    leaving: entry.leftOn !== null,
    employerNumber: workspace.employerNumber,
    category: terms.category,
    memberNumber: member.memberNumber,
    employeeRate: terms.employeeRate,
    lastName: member.lastName,
    firstName: member.firstName,
    staffNumber: member.staffNumber,
    sex: member.sex,
    nationality: member.nationality,
    joinedOn: member.joinedOn,
    bornOn: member.bornOn,
    maritalStatus: member.familySituation,
    children: member.children,
    salary: entry.salary,
    leftOn: entry.leftOn,
    identityNumber: member.identitySealed ? app.keyring.open(member.identitySealed) : null,
    cnssNumber: member.cnssNumber || null,
    mobile: member.phone || null,
    email: member.email || null,
    quarter,
  }
}
