import type { EmployedActor, ProfileActor } from '../../actors/actor.ts'
import { Refusal, refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import { type LocalDate, todayIn } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import { runCheck } from '../check-content.ts'
import { openContribution } from '../checking/check-contribution.ts'
import { decodeDeclaration } from '../checking/decode.ts'
import { recogniseLayout } from '../checking/layouts/recognise-layout.ts'
import { linesOf, textOf } from '../content.ts'
import type { Deposit } from '../deposits/deposit.ts'
import { aboutDeposit } from '../deposits/depositor.ts'
import { lockDeposit, saveDeposit } from '../deposits/store/deposits.ts'
import { listGranted } from './store/board.ts'
import type { Granted } from './board.ts'
import { leftBy, ownerOf } from './left-part.ts'
import { type Became, listPartsDone, savePart } from './store/parts.ts'
import { type Part, splitFile } from './split-file.ts'
import { splitTable } from './split-table.ts'

export interface FirmFileToCheck {
  readonly deposit: Deposit
  readonly actor: ProfileActor
  readonly sha256: Uint8Array
}

/**
 * A firm's file: each part that this person may declare today becomes a declaration of its company, all of it or nothing
 * of it; of the others why not (product D9, attack AT98). Somebody's open check, and corrections of one's own, are replaced
 * only once they were shown (AT97). Begun again after a kill, it goes on
 * with the parts that are left.
 */
export async function checkFirmFile(app: AppContext, file: FirmFileToCheck): Promise<void> {
  const { deposit, actor } = file
  const bytes = await app.files.read(file.sha256)
  const parts = await partsOf(bytes)
  if (parts.length === 0) refuse('firm.no_line')
  const scope = { as: 'firm', profileId: actor.id } as const
  const today = todayIn(app.clock)
  const { granted, done, insteadOf } = await app.db.transaction(scope, async (tx) => ({
    granted: await listGranted(tx, actor.id, today),
    ...(await listPartsDone(tx, deposit.id)),
  }))
  for (const [index, part] of parts.entries()) {
    const number = index + 1
    if (done.has(number)) continue
    const shown = insteadOf.get(number) ?? null
    const became = await declarePart(app, file, { part, granted, today, insteadOf: shown })
    const saved = { depositId: deposit.id, profileId: actor.id, number, part, became }
    await app.db.transaction(scope, (tx) => savePart(tx, saved))
  }
  await finish(app, file, parts.length)
}

/** Lines of fixed width, a table, or a workbook, which is read as its table. */
async function partsOf(bytes: Uint8Array): Promise<Part[]> {
  const opened = await openContribution(bytes)
  const decoded = opened.ok ? decodeDeclaration(opened.text) : null
  if (!decoded?.ok) return refuse('firm.not_lines')
  const found = recogniseLayout(decoded)
  if (found.kind === 'csv') return splitTable(decoded, found)
  return found.kind === 'fixed' ? splitFile(linesOf(bytes), found.layout) : refuse('firm.not_lines')
}

interface ToDeclare {
  readonly part: Part
  readonly granted: readonly Granted[]
  readonly today: LocalDate
  readonly insteadOf: string | null
}

async function declarePart(
  app: AppContext,
  { actor, deposit }: FirmFileToCheck,
  { part, granted, today, insteadOf }: ToDeclare,
): Promise<Became> {
  const owner = ownerOf(part, granted, today)
  if (owner.leftFor) return owner
  const { employerId } = owner
  const bytes = textOf(part.lines)
  const content = {
    name: deposit.fileName,
    size: bytes.length,
    sha256: await app.files.put(bytes),
  }
  const employed: EmployedActor = { ...actor, employerId }
  const task = {
    actor: employed,
    category: part.category,
    quarter: part.period,
    content,
    madeBy: 'file',
    depositId: null,
    part: { sourceLines: part.sourceLines, insteadOf },
  } as const
  try {
    const declarationId = await runCheck(app, task)
    if (declarationId === null) throw new Error('a part without a deposit is always checked')
    return { employerId, declarationId }
  } catch (error) {
    if (error instanceof Refusal) return { leftFor: leftBy(error.code) }
    throw error
  }
}

async function finish(
  app: AppContext,
  { deposit, actor }: FirmFileToCheck,
  parts: number,
): Promise<void> {
  await app.db.transaction({ as: 'firm', profileId: actor.id }, async (tx) => {
    const locked = await lockDeposit(tx, null, deposit.id)
    if (locked?.state !== 'received') return
    const now = app.clock.now()
    await saveDeposit(tx, locked, { state: 'checked', finished_at: now })
    await record(tx, actor, now, aboutDeposit(locked, 'deposit.split', { parts }))
  })
}
