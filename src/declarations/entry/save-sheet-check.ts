import { createHash } from 'node:crypto'
import type { EmployedActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import { formatQuarter } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { saveFile } from '../../platform/files/keep-file.ts'
import type { CheckResult } from '../checking/check-declaration.ts'
import { restoreConfirmations } from '../line-store.ts'
import { makeRoom } from '../make-room.ts'
import { beginCheck, saveCheckAgain, saveResult } from '../save-check.ts'
import { lockPeriod } from '../store.ts'
import { type CurrentCheck, findCurrentCheck, saveContentOf, saveRowKeys } from './check-store.ts'
import { type OpenSheet, periodOf } from './load-sheet.ts'
import { carriedOver, settledIn } from './settled.ts'
import { lockDraft } from './store.ts'

export interface CheckedSheet {
  readonly open: OpenSheet
  readonly bytes: Buffer
  readonly result: CheckResult
  readonly words: { readonly fileName: string; readonly reinstated: string }
}

/** Keeps what the engine said of a sheet: the same declaration again when the sheet made one before. */
export async function saveSheetCheck(
  tx: Tx,
  app: AppContext,
  actor: EmployedActor,
  { open, bytes, result, words }: CheckedSheet,
): Promise<string> {
  const { employerId } = actor
  const at = app.clock.now()
  const about = periodOf(open.period)
  await lockPeriod(tx, employerId, about)
  const draft = await lockDraft(tx, employerId, about, { profileId: actor.id, at })
  if (draft.version !== open.sheet.version) return refuse('web.changed_meanwhile')
  const file = await keepContent(tx, actor, { bytes, name: words.fileName, at })
  const keys = open.sheet.rows.map((row) => row.key)
  const declarationId = await saveSheet(tx, app, actor, { open, result, file, keys, at })
  await saveRowKeys(tx, { declarationId, employerId, draftId: draft.id, keys })
  const signature = { by: actor.id, at, reinstated: words.reinstated }
  const settled = settledIn(result.findings, open.sheet.rows, signature)
  await restoreConfirmations(tx, { declarationId, employerId }, settled)
  await record(tx, actor, at, {
    action: 'declaration.entry_checked',
    subject: { kind: 'declaration', id: declarationId },
    details: {
      category: about.category,
      quarter: formatQuarter(about.quarter),
      lines: result.lines,
      accepted: result.accepted,
      findings: result.findings.length,
    },
  })
  return declarationId
}

interface Content {
  readonly id: string
  readonly name: string
  readonly sha256: Buffer
}

async function keepContent(
  tx: Tx,
  { employerId }: EmployedActor,
  { bytes, name, at }: { readonly bytes: Buffer; readonly name: string; readonly at: Date },
): Promise<Content> {
  const sha256 = createHash('sha256').update(bytes).digest()
  const file = { employerId, sha256, size: bytes.length, mediaType: 'text/plain', name }
  return { id: await saveFile(tx, { ...file, purpose: 'declaration', storedAt: at }), name, sha256 }
}

interface Result {
  readonly open: OpenSheet
  readonly result: CheckResult
  readonly file: Content
  readonly keys: readonly string[]
  readonly at: Date
}

async function saveSheet(
  tx: Tx,
  app: AppContext,
  actor: EmployedActor,
  { open, result, file, keys, at }: Result,
): Promise<string> {
  const { employerId } = actor
  const current = await findCurrentCheck(tx, employerId, periodOf(open.period))
  if (isOfSheet(current)) {
    const declaration = { employerId, declarationId: current.id }
    const moved = (one: Parameters<typeof carriedOver>[0]) => carriedOver(one, current.keys, keys)
    const check = { ...declaration, contentFileId: file.id, result, moved }
    await saveCheckAgain(tx, app.keyring, check)
    await saveContentOf(tx, { ...declaration, file })
    return current.id
  }
  await makeRoom(tx, actor, open.period)
  const declarationId = await beginCheck(tx, {
    employerId,
    profileId: actor.id,
    category: open.period.terms.category,
    quarter: open.period.quarter,
    file,
    madeBy: 'form',
    depositId: null,
    at,
  })
  await saveResult(tx, app.keyring, { declarationId, employerId }, result)
  return declarationId
}

function isOfSheet(
  current: CurrentCheck | undefined,
): current is CurrentCheck & { readonly keys: readonly string[] } {
  return current?.madeBy === 'form' && current.keys !== null
}
