import { createHash } from 'node:crypto'
import type { EmployedActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import { formatQuarter } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { saveFile } from '../../platform/files/keep-file.ts'
import type { CheckResult } from '../checking/check-declaration.ts'
import { restoreConfirmations } from '../store/lines.ts'
import { makeRoom } from '../make-room.ts'
import { saveCheckAgain, saveResult } from '../save-check.ts'
import { beginCheck } from '../store/checks.ts'
import { noteHand } from '../store/hands.ts'
import { findContent, findSent, lockPeriod } from '../store/declarations.ts'
import { type CurrentCheck, findCurrentCheck, saveContentOf, saveRowKeys } from './store/checks.ts'
import { type OpenSheet, periodOf } from './load-sheet.ts'
import { carriedOver, settledIn, type SettledWords } from './settled.ts'
import type { SheetPart } from './sheet-lines.ts'
import { type Draft, lockDraft } from './store/drafts.ts'

export interface CheckedPart {
  readonly part: SheetPart
  readonly bytes: Buffer
  readonly result: CheckResult
}

export interface CheckedSheet {
  readonly open: OpenSheet
  readonly parts: readonly CheckedPart[]
  readonly words: SettledWords & { readonly fileName: string }
}

/** Keeps what the engine said of a sheet, all of its parts or none; gives the declaration of the first. */
export async function saveSheetChecks(
  tx: Tx,
  app: AppContext,
  actor: EmployedActor,
  { open, parts, words }: CheckedSheet,
): Promise<string> {
  const at = app.clock.now()
  for (const { part } of parts) await lockPeriod(tx, actor.employerId, periodOf(part.period))
  const about = periodOf(open.period)
  const draft = await lockDraft(tx, actor.employerId, about, { profileId: actor.id, at })
  if (draft.version !== open.sheet.version) return refuse('web.changed_meanwhile')
  const ids: string[] = []
  for (const checked of parts) {
    const { part } = checked
    if (part.isSecondTranche && (await isSentAlike(tx, actor, checked))) continue
    // Nobody is above the ceiling: what an earlier check said of the second tranche stands no more.
    if (part.isSecondTranche && part.lines.length === 0) await dropEarlier(tx, actor, part)
    else ids.push(await savePart(tx, app, actor, { open, checked, words, draft, at }))
  }
  return ids[0] ?? refuse('declarations.no_line')
}

/** A second tranche that was sent stands; what is typed since must not say otherwise of it. */
async function isSentAlike(
  tx: Tx,
  { employerId }: EmployedActor,
  { part, bytes }: CheckedPart,
): Promise<boolean> {
  const sent = await findSent(tx, employerId, periodOf(part.period))
  if (!sent) return false
  const content = await findContent(tx, employerId, sent.id)
  if (content?.sha256.equals(createHash('sha256').update(bytes).digest())) return true
  const { category } = part.period.terms
  return refuse('entry.second_tranche_sent', { category })
}

async function dropEarlier(tx: Tx, actor: EmployedActor, { period }: SheetPart): Promise<void> {
  const current = await findCurrentCheck(tx, actor.employerId, periodOf(period))
  if (isOfSheet(current)) await makeRoom(tx, actor, period)
}

interface PartToSave {
  readonly open: OpenSheet
  readonly checked: CheckedPart
  readonly words: CheckedSheet['words']
  readonly draft: Draft
  readonly at: Date
}

/** The same declaration again when the sheet made one before. */
async function savePart(
  tx: Tx,
  app: AppContext,
  actor: EmployedActor,
  { open, checked, words, draft, at }: PartToSave,
): Promise<string> {
  const { employerId } = actor
  const { part, bytes, result } = checked
  const file = await keepContent(tx, actor, { bytes, name: words.fileName, at })
  const keys = part.rows.map((row) => row.key)
  const declarationId = await saveSheet(tx, app, actor, { part, result, file, keys, at })
  await saveRowKeys(tx, { declarationId, employerId, draft, keys })
  const settled = settledIn(result.findings, part, {
    all: open.sheet.rows,
    by: actor.id,
    at,
    words,
  })
  await restoreConfirmations(tx, { declarationId, employerId }, settled)
  await record(tx, actor, at, {
    action: 'declaration.entry_checked',
    subject: { kind: 'declaration', id: declarationId },
    details: {
      category: part.period.terms.category,
      quarter: formatQuarter(part.period.quarter),
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
  readonly part: SheetPart
  readonly result: CheckResult
  readonly file: Content
  readonly keys: readonly string[]
  readonly at: Date
}

async function saveSheet(
  tx: Tx,
  app: AppContext,
  actor: EmployedActor,
  { part, result, file, keys, at }: Result,
): Promise<string> {
  const { employerId } = actor
  const current = await findCurrentCheck(tx, employerId, periodOf(part.period))
  if (isOfSheet(current)) {
    const declaration = { employerId, declarationId: current.id }
    const moved = (one: Parameters<typeof carriedOver>[0]) => carriedOver(one, current.keys, keys)
    const check = { ...declaration, contentFileId: file.id, result, moved }
    await saveCheckAgain(tx, app.keyring, check)
    await saveContentOf(tx, { ...declaration, file })
    await noteHand(tx, declaration, actor, at)
    return current.id
  }
  const { terms, quarter } = part.period
  await makeRoom(tx, actor, part.period)
  const declarationId = await beginCheck(tx, {
    employerId,
    profileId: actor.id,
    category: terms.category,
    quarter,
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
