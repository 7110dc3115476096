import { type Actor, systemActor } from '../actors/actor.ts'
import { record, recordEach } from '../audit/record.ts'
import { todayIn } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import type { Tx } from '../platform/db/database.ts'
import { changesOf, comparable, type KnownRow } from './compare.ts'
import { findingAt, type ImportFinding } from './import-finding.ts'
import { givesPower } from './import-kind.ts'
import type { Import } from './import.ts'
import { admitDelegates } from './admit-delegates.ts'
import { admitUsers } from './admit-users.ts'
import { type Match, matchRows } from './match-rows.ts'
import { insertCategories, updateCategories } from './store/categories.ts'
import { insertEmployers, updateEmployers } from './store/employers.ts'
import { lockImport, saveImport } from './store/imports.ts'
import {
  forgetLines,
  keepDone,
  listRowsAfter,
  type StagedRow,
  saveFindings,
} from './store/lines.ts'
import { mostTold, type ToldChange, toldChanges } from './told-changes.ts'
import { insertMembers, updateMembers } from './store/members.ts'

const rowsAtOnce = 2_000
/** Each person is told by mail, in the same transaction. */
const peopleAtOnce = 200
/** After those of the check, which count from 0. */
const latePosition = 1_000_000

/**
 * Applies a confirmed file, batch by batch, each in one transaction with the line that it reached: it may run twice, and
 * goes on where it was (product G5). What somebody changed since the check is left as it is, and told.
 */
export async function applyImport(
  app: AppContext,
  { importId }: { readonly importId: string },
): Promise<void> {
  while (await applyBatch(app, importId));
}

async function applyBatch(app: AppContext, importId: string): Promise<boolean> {
  return app.db.transaction({ as: 'system' }, async (tx) => {
    const found = await lockImport(tx, importId)
    if (found.state !== 'applying') return false
    const most = givesPower(found.kind) ? peopleAtOnce : rowsAtOnce
    const rows = await listRowsAfter(tx, importId, found.reached, most)
    const last = rows.at(-1)
    if (!last) {
      await finish(tx, app, found)
      return false
    }
    const sorted = await sortOut(tx, app, found, rows)
    const logins = await apply(tx, app, found, sorted)
    if (givesPower(found.kind)) {
      const done = sorted.inserts.map((row) => ({ ...row, login: logins.get(row.line) }))
      await keepDone(tx, importId, rows, done)
    }
    await saveFindings(tx, importId, sorted.findings, latePosition)
    await tellCompanies(tx, app, found, sorted)
    await saveImport(tx, found, {
      reached: last,
      doneLines: found.doneLines + rows.length,
      skippedLines: found.skippedLines + sorted.findings.length,
    })
    return true
  })
}

interface Applying extends StagedRow {
  readonly match: Match
}

interface Sorted {
  readonly inserts: readonly Applying[]
  readonly updates: readonly Applying[]
  readonly findings: readonly ImportFinding[]
}

/** Looks again, under lock: a row that came or changed since the check is not overwritten. */
// oxlint-disable-next-line max-params -- the transaction, the portal, the file, its lines
async function sortOut(
  tx: Tx,
  app: AppContext,
  found: Import,
  rows: readonly StagedRow[],
): Promise<Sorted> {
  const matches = await matchRows(
    tx,
    found.kind,
    rows.map(({ fields }) => fields),
    { locked: true, today: todayIn(app.clock) },
  )
  const inserts: Applying[] = []
  const updates: Applying[] = []
  const findings: ImportFinding[] = []
  for (const [index, row] of rows.entries()) {
    const match = matches[index]
    if (!match) continue
    const { known } = match
    if (!known) {
      if (row.action === 'new' && !match.obstacle) inserts.push({ ...row, match })
      else findings.push(lateFinding(row, 'changed_meanwhile'))
    } else if (isAlready(row, known)) continue
    else if (row.action === 'new') findings.push(lateFinding(row, 'exists_meanwhile'))
    else if (isAsShown(row, known)) updates.push({ ...row, match })
    else findings.push(lateFinding(row, 'changed_meanwhile'))
  }
  return { inserts, updates, findings }
}

function lateFinding(row: StagedRow, code: 'exists_meanwhile' | 'changed_meanwhile') {
  return findingAt({ line: row.line, column: 0, field: '' }, { code, value: row.label })
}

/** Every field is as the file wants it: applied before, or by somebody else. */
function isAlready(row: StagedRow, known: KnownRow): boolean {
  return Object.keys(changesOf(comparable(row.fields), known.values)).length === 0
}

function isAsShown(row: StagedRow, known: KnownRow): boolean {
  return Object.entries(comparable(row.before)).every(
    ([field, before]) => (known.values[field] ?? null) === before,
  )
}

/** Does what the lines say; gives the logins that were built, by line. */
// oxlint-disable-next-line max-params -- the transaction, the portal, the file, what it does
async function apply(
  tx: Tx,
  app: AppContext,
  found: Import,
  sorted: Sorted,
): Promise<ReadonlyMap<number, string>> {
  const admission = { found, rows: sorted.inserts }
  if (found.kind === 'users') return admitUsers(tx, app, actorOf(found), admission)
  if (found.kind === 'delegates') await admitDelegates(tx, app, actorOf(found), admission)
  else await write(tx, found.kind, sorted)
  return new Map()
}

async function write(
  tx: Tx,
  kind: 'employers' | 'categories' | 'members',
  { inserts, updates }: Sorted,
): Promise<void> {
  const added = inserts.map((row) => ({
    employerId: row.employerId ?? '',
    values: row.fields,
    identitySealed: row.identitySealed,
  }))
  const changed = updates.map((row) => ({
    id: row.match.known?.id ?? '',
    employerId: row.employerId ?? '',
    values: { ...row.match.known?.values, ...row.fields },
    identitySealed: 'identity' in row.before ? row.identitySealed : null,
  }))
  if (kind === 'employers') {
    if (added.length > 0)
      await insertEmployers(
        tx,
        added.map(({ values }) => values),
      )
    if (changed.length > 0) await updateEmployers(tx, changed)
  } else if (kind === 'categories') {
    if (added.length > 0) await insertCategories(tx, added)
    if (changed.length > 0) await updateCategories(tx, changed)
  } else {
    if (added.length > 0) await insertMembers(tx, added)
    if (changed.length > 0) await updateMembers(tx, changed)
  }
}

/** Each company sees in its own trail what an agent's file did to it (product G7). */
async function tellCompanies(
  tx: Tx,
  app: AppContext,
  found: Import,
  { inserts, updates }: Sorted,
): Promise<void> {
  const at = app.clock.now()
  const counts = new Map<string, { added: number; changed: number; changes: ToldChange[] }>()
  const count = (employerId: string | null, what: 'added' | 'changed') => {
    if (!employerId) return undefined
    const own = counts.get(employerId) ?? { added: 0, changed: 0, changes: [] }
    own[what] += 1
    counts.set(employerId, own)
    return own
  }
  const ids =
    found.kind === 'employers'
      ? await matchRows(
          tx,
          'employers',
          inserts.map(({ fields }) => fields),
          { today: todayIn(app.clock) },
        )
      : []
  inserts.forEach((row, index) =>
    count(row.employerId ?? ids[index]?.employer?.id ?? null, 'added'),
  )
  updates.forEach((row) => {
    const own = count(row.employerId, 'changed')
    if (own && own.changes.length < mostTold) own.changes.push(...toldChanges(found.kind, row))
  })
  const events = [...counts].map(([employerId, done]) => ({
    action: 'employer.imported',
    subject: { kind: 'import', id: found.id },
    employerId,
    details: { import: found.kind, file: found.fileName, ...done },
  }))
  await recordEach(tx, actorOf(found), at, events)
}

/** On whose behalf the job works: the agent who decided to apply the file, or the command line. */
function actorOf(found: Import): Actor {
  if (!found.decidedBy) return systemActor('import')
  const { id, name } = found.decidedBy
  return { kind: 'agent', id, name, sessionId: '', stage: 'full', role: 'agent' }
}

async function finish(tx: Tx, app: AppContext, found: Import): Promise<void> {
  const at = app.clock.now()
  await saveImport(tx, found, { state: 'applied', appliedAt: at })
  // Whom a file let in stays known with it; what the others did is in the trail of each company.
  if (!givesPower(found.kind)) await forgetLines(tx, found.id)
  await record(tx, systemActor('import'), at, {
    action: 'import.applied',
    subject: { kind: 'import', id: found.id },
    employerId: null,
    details: {
      import: found.kind,
      file: found.fileName,
      new: found.newLines,
      changed: found.changedLines,
      refused: found.refusedLines,
      skipped: found.skippedLines,
    },
  })
}
