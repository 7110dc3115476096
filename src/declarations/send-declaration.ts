import type { CompanyActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import type { AppContext } from '../context.ts'
import { isUniqueViolation } from '../platform/db/errors.ts'
import { obstacleTo } from './declaration.ts'
import { giveReceipt } from './give-receipt.ts'
import { lockEntryBeside } from './entry/store/beside.ts'
import { lockSheetBehind } from './entry/store/checks.ts'
import { listCauses } from './desk/store/causes.ts'
import type { Tx } from '../platform/db/database.ts'
import { replaceFormer } from './revisions/store.ts'
import {
  type Declaration,
  findDeclaration,
  lockDeclaration,
  lockPeriod,
} from './store/declarations.ts'
import { openWorkspace } from './workspace.ts'

export interface SendCommand {
  readonly declarationId: string
  /** What the page showed: another version is not sent. */
  readonly version: number
  /** What is typed for the same period in its sheet goes with it: that was shown, and said. */
  readonly leavesEntry: boolean
}

/** Sends a checked declaration and gives it its receipt. Sent twice, it is one declaration and one receipt (product D7). */
export async function sendDeclaration(
  app: AppContext,
  actor: CompanyActor,
  command: SendCommand,
): Promise<void> {
  try {
    await send(app, actor, command)
  } catch (error) {
    if (isUniqueViolation(error, 'declarations_one_sent')) refuse('declarations.already_sent')
    throw error
  }
}

async function send(
  app: AppContext,
  actor: CompanyActor,
  { declarationId, version, leavesEntry }: SendCommand,
) {
  await app.db.transaction({ as: 'employer', employerId: actor.employerId }, async (tx) => {
    const workspace = await openWorkspace(tx, app, actor)
    const found = await findDeclaration(tx, actor.employerId, declarationId)
    if (found) await lockPeriod(tx, actor.employerId, found)
    const declaration = await lockDeclaration(tx, actor.employerId, declarationId)
    if (!declaration || !workspace.terms.some((one) => one.category === declaration.category)) {
      return refuse('web.not_found')
    }
    if (declaration.state === 'sent' && declaration.sentBy === actor.id) return
    if (declaration.state !== 'checked') return refuse('declarations.no_longer_open')
    if (declaration.version !== version) return refuse('web.changed_meanwhile')
    const sheet = await lockSheetBehind(tx, actor.employerId, declarationId)
    if (sheet?.hasChanged) return refuse('entry.changed_since_check')
    const isTyped = (await lockEntryBeside(tx, actor.employerId, declaration)) !== undefined
    if (isTyped && !leavesEntry) return refuse('entry.would_lose_entry')
    const owner = { declarationId, employerId: actor.employerId }
    const obstacle = obstacleTo(declaration, await listCauses(tx, owner))
    if (obstacle) return refuse(`declarations.${obstacle}`)
    await replaceSent(tx, actor.employerId, declaration)
    await giveReceipt(tx, actor, { workspace, declaration, at: app.clock.now() })
  })
}

/** A new version takes the place of the one that it corrects, which stays readable (product D8). */
async function replaceSent(
  tx: Tx,
  employerId: string,
  { replaces }: Pick<Declaration, 'replaces'>,
): Promise<void> {
  if (replaces === null) return
  if (!(await replaceFormer(tx, employerId, replaces))) refuse('declarations.no_longer_open')
}
