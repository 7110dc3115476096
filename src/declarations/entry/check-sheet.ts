import type { EmployedActor } from '../../actors/actor.ts'
import type { AppContext } from '../../context.ts'
import { checkDeclaration } from '../checking/check-declaration.ts'
import { writeStructure190 } from '../checking/write-structure-190.ts'
import { factsFor } from '../facts-for-check.ts'
import { loadSheet, type PeriodText } from './load-sheet.ts'
import { saveSheetCheck } from './save-sheet-check.ts'
import { linesOf } from './sheet-lines.ts'
import { leftIn, type Progress, progressOf } from './sheet.ts'

export interface CheckSheetCommand {
  readonly period: PeriodText
  /** What the content is called, and why somebody reinstated is no stranger: in the words of whoever checks. */
  readonly words: { readonly fileName: string; readonly reinstated: string }
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
  const { open, context } = await app.db.transaction(scope, async (tx) => {
    const loaded = await loadSheet(tx, app, actor, command.period)
    return {
      open: loaded,
      context: await factsFor(tx, actor.employerId, loaded.workspace, loaded.period),
    }
  })
  const progress = progressOf(open.sheet, open.period.quarter)
  if (open.sheet.rows.length === 0 || leftIn(progress) > 0)
    return { outcome: 'incomplete', progress }
  const lines = linesOf(open.sheet.rows, open.period, open.workspace)
  const bytes = Buffer.from(writeStructure190(lines.map(({ line }) => line)), 'utf8')
  const result = checkDeclaration(bytes, context)
  await app.files.put(bytes)
  const checked = { open, bytes, result, words: command.words }
  const declarationId = await app.db.transaction(scope, (tx) =>
    saveSheetCheck(tx, app, actor, checked),
  )
  return { outcome: 'checked', declarationId }
}
