import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { EmployedActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import { formatQuarter } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import type { Tx } from '../platform/db/database.ts'
import { saveFile } from '../platform/files/keep-file.ts'
import type { Upload } from '../platform/files/upload.ts'
import { type CheckResult, checkDeclaration } from './checking/check-declaration.ts'
import type { Period } from './declaration.ts'
import { factsFor } from './facts-for-check.ts'
import { saveCheck } from './save-check.ts'
import { listDeclarations, lockPeriod } from './store.ts'
import { getPeriod, type OpenPeriod, openWorkspace } from './workspace.ts'

/** The file to check: an upload on disk, or what a form made of the salaries typed into it. */
export type Content =
  | Pick<Upload, 'name' | 'temporary' | 'size' | 'sha256'>
  | { readonly name: string; readonly bytes: Uint8Array }

export interface CheckCommand {
  readonly category: string
  readonly quarter: string
  readonly content: Content
  readonly madeBy?: 'file' | 'form'
}

interface Kept {
  readonly name: string
  readonly size: number
  readonly sha256: Buffer
}

/**
 * Receives a contribution file for one period: kept as it came, checked whole, its good lines and every finding
 * saved at once (product D2–D4). A file that replaces an earlier check of the same person's work replaces it whole.
 */
export async function checkContributions(
  app: AppContext,
  actor: EmployedActor,
  { category, quarter, content, madeBy = 'file' }: CheckCommand,
): Promise<string> {
  const bytes = 'bytes' in content ? content.bytes : await readFile(content.temporary)
  if (bytes.length === 0) return refuse('declarations.empty_file')
  const scope = { as: 'employer', employerId: actor.employerId } as const
  const { period, context } = await app.db.transaction(scope, async (tx) => {
    const workspace = await openWorkspace(tx, app, actor)
    const open = getPeriod(workspace, category, quarter)
    return { period: open, context: await factsFor(tx, actor.employerId, workspace, open) }
  })
  const result = checkDeclaration(bytes, context)
  const kept = await keep(app, content, bytes)
  return app.db.transaction(scope, async (tx) => {
    await lockPeriod(tx, actor.employerId, periodOf(period))
    await replaceEarlierCheck(tx, actor, period)
    return saveChecked(tx, app, actor, { period, kept, result, madeBy })
  })
}

async function keep(app: AppContext, content: Content, bytes: Uint8Array): Promise<Kept> {
  if ('bytes' in content) await app.files.put(bytes)
  else await app.files.keep(content.temporary, content.sha256)
  return {
    name: content.name,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest(),
  }
}

function periodOf({ terms, quarter }: OpenPeriod): Period {
  return { category: terms.category, quarter }
}

/** One active declaration per company, category and period: a check in progress gives way, a sent one does not. */
async function replaceEarlierCheck(
  tx: Tx,
  actor: EmployedActor,
  { terms, quarter }: OpenPeriod,
): Promise<void> {
  const same = (await listDeclarations(tx, actor.employerId, [terms.category])).filter(
    (one) => one.quarter.year === quarter.year && one.quarter.quarter === quarter.quarter,
  )
  if (same.some((one) => one.state === 'sent')) return refuse('declarations.already_sent')
  for (const { id } of same) {
    await tx
      .updateTable('declarations')
      .set({ state: 'abandoned' })
      .where('id', '=', id)
      .where('employer_id', '=', actor.employerId)
      .where('state', '=', 'checked')
      .execute()
  }
}

interface Checked {
  readonly period: OpenPeriod
  readonly kept: Kept
  readonly result: CheckResult
  readonly madeBy: 'file' | 'form'
}

async function saveChecked(
  tx: Tx,
  app: AppContext,
  actor: EmployedActor,
  { period, kept, result, madeBy }: Checked,
) {
  const now = app.clock.now()
  const fileId = await saveFile(tx, {
    employerId: actor.employerId,
    sha256: kept.sha256,
    size: kept.size,
    mediaType: 'text/plain',
    name: kept.name,
    purpose: 'declaration',
    storedAt: now,
  })
  const id = await saveCheck(tx, app.keyring, {
    employerId: actor.employerId,
    profileId: actor.id,
    category: period.terms.category,
    quarter: period.quarter,
    file: { id: fileId, name: kept.name, sha256: kept.sha256 },
    madeBy,
    result,
    at: now,
  })
  await record(tx, actor, now, {
    action: 'declaration.checked',
    subject: { kind: 'declaration', id },
    details: {
      category: period.terms.category,
      quarter: formatQuarter(period.quarter),
      lines: result.lines,
      accepted: result.accepted,
      findings: result.findings.length,
    },
  })
  return id
}
