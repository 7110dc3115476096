import type { EmployedActor } from '../../actors/actor.ts'
import type { AppContext } from '../../context.ts'
import type { CheckContext } from '../checking/check-context.ts'
import { checkDeclaration } from '../checking/check-declaration.ts'
import { writeStructure190 } from '../checking/write-structure-190.ts'
import { factsFor } from '../facts-for-check.ts'
import { loadSheet, type PeriodText } from './load-sheet.ts'
import { type CheckedPart, saveSheetChecks } from './save-sheet-check.ts'
import type { SettledWords } from './settled.ts'
import { partsOf, type SheetPart } from './sheet-lines.ts'
import { leftIn, type Progress, progressOf } from './sheet.ts'

export interface CheckSheetCommand {
  readonly period: PeriodText
  /** What the content is called, and what the sheet answers by itself: in the words of whoever checks. */
  readonly words: SettledWords & { readonly fileName: string }
}

export type SheetOutcome =
  | { readonly outcome: 'checked'; readonly declarationId: string }
  | { readonly outcome: 'incomplete'; readonly progress: Progress }

/** The sheet becomes the same content as a file, and goes through the same engine (product D5). */
export async function checkSheet(
  app: AppContext,
  actor: EmployedActor,
  command: CheckSheetCommand,
): Promise<SheetOutcome> {
  const scope = { as: 'employer', employerId: actor.employerId } as const
  const { open, facts } = await app.db.transaction(scope, async (tx) => {
    const loaded = await loadSheet(tx, app, actor, command.period)
    const known = []
    for (const part of partsOf(loaded)) {
      const context = await factsFor(tx, app, actor.employerId, loaded.workspace, part.period)
      known.push({ part, context })
    }
    return { open: loaded, facts: known }
  })
  const progress = progressOf(open.sheet, open.period.quarter)
  if (open.sheet.rows.length === 0 || leftIn(progress) > 0)
    return { outcome: 'incomplete', progress }
  const parts: CheckedPart[] = []
  for (const { part, context } of facts) parts.push(await checkPart(app, part, context))
  const declarationId = await app.db.transaction(scope, (tx) =>
    saveSheetChecks(tx, app, actor, { open, parts, words: command.words }),
  )
  return { outcome: 'checked', declarationId }
}

async function checkPart(
  app: AppContext,
  part: SheetPart,
  context: CheckContext,
): Promise<CheckedPart> {
  const bytes = Buffer.from(writeStructure190(part.lines), 'utf8')
  await app.files.put(bytes)
  return { part, bytes, result: checkDeclaration(bytes, context) }
}
