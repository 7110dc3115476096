import type { EmployedActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import type { AppContext } from '../context.ts'
import type { Tx } from '../platform/db/database.ts'
import type { CalendarEntry } from './declaration.ts'
import type { CheckView } from './pages/check.tsx'
import { listExpectedMembers } from './prepared-file.ts'
import type { ReceiptFacts } from './printed-receipt.ts'
import {
  type Declaration,
  countLinesToConfirm,
  findDeclaration,
  findName,
  listCauses,
  listDeclarations,
  listFindings,
} from './store.ts'
import { getPeriod, listCalendar, openWorkspace, type Workspace } from './workspace.ts'

/** Reads of the Télédéclaration, each in one transaction of the company in hand. */
function read<T>(
  app: AppContext,
  actor: EmployedActor,
  work: (tx: Tx, workspace: Workspace) => Promise<T>,
) {
  return app.db.transaction({ as: 'employer', employerId: actor.employerId }, async (tx) =>
    work(tx, await openWorkspace(tx, app, actor)),
  )
}

export async function viewCalendar(app: AppContext, actor: EmployedActor) {
  return read(app, actor, async (tx, workspace) => ({
    entries: await listCalendar(tx, actor, workspace),
    employerName: workspace.employerName,
    hasCategories: workspace.terms.length > 0,
  })) satisfies Promise<{ entries: CalendarEntry[]; employerName: string; hasCategories: boolean }>
}

export async function viewPeriod(
  app: AppContext,
  actor: EmployedActor,
  category: string,
  quarter: string,
) {
  return read(app, actor, async (tx, workspace) => {
    const period = getPeriod(workspace, category, quarter)
    const current = (await listDeclarations(tx, actor.employerId, [category])).find(
      (one) =>
        one.state === 'sent' &&
        one.quarter.year === period.quarter.year &&
        one.quarter.quarter === period.quarter.quarter,
    )
    return {
      workspace,
      period,
      members: await listExpectedMembers(tx, actor, period),
      sentId: current?.id ?? null,
    }
  })
}

/** A declaration of the mandate's categories; another's, or another company's, does not exist. */
async function getOwn(
  tx: Tx,
  actor: EmployedActor,
  workspace: Workspace,
  id: string,
): Promise<Declaration> {
  const declaration = await findDeclaration(tx, actor.employerId, id)
  if (!declaration || !workspace.terms.some((one) => one.category === declaration.category)) {
    return refuse('web.not_found')
  }
  return declaration
}

const samplesShown = 3

export async function viewCheck(
  app: AppContext,
  actor: EmployedActor,
  id: string,
): Promise<CheckView> {
  return read(app, actor, async (tx, workspace) => {
    const declaration = await getOwn(tx, actor, workspace, id)
    if (declaration.state === 'abandoned') return refuse('declarations.no_longer_open')
    const causes = []
    for (const cause of await listCauses(tx, id)) {
      causes.push({
        ...cause,
        samples: await listFindings(tx, id, { code: cause.code, limit: samplesShown }),
      })
    }
    return {
      declaration,
      causes,
      linesToConfirm: await countLinesToConfirm(tx, id),
      employerName: workspace.employerName,
      employerNumber: workspace.employerNumber,
    }
  })
}

export async function viewFindings(app: AppContext, actor: EmployedActor, id: string) {
  return read(app, actor, async (tx, workspace) => {
    const declaration = await getOwn(tx, actor, workspace, id)
    return { declaration, findings: await listFindings(tx, id, { limit: 200_000 }) }
  })
}

export async function viewReceipts(app: AppContext, actor: EmployedActor): Promise<Declaration[]> {
  return read(app, actor, async (tx, workspace) => {
    const own = workspace.terms.map((one) => one.category)
    return (await listDeclarations(tx, actor.employerId, own)).filter((one) => one.state === 'sent')
  })
}

export async function viewReceipt(
  app: AppContext,
  actor: EmployedActor,
  id: string,
): Promise<ReceiptFacts> {
  return read(app, actor, async (tx, workspace) => {
    const declaration = await getOwn(tx, actor, workspace, id)
    if (declaration.state !== 'sent') return refuse('web.not_found')
    return {
      declaration,
      employerName: workspace.employerName,
      employerNumber: workspace.employerNumber,
      sentBy: declaration.sentBy ? await findName(tx, declaration.sentBy) : '',
    }
  })
}
