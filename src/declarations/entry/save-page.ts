import type { EmployedActor } from '../../actors/actor.ts'
import type { Quarter } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { PeriodText } from './load-sheet.ts'
import { lockSheet } from './lock-sheet.ts'
import type { PostedRow } from './page-form.ts'
import { recordSaved } from './record-saved.ts'
import { type Row, readRow, type RowMistakes, sameTyped, type Typed, typedOf } from './row.ts'
import { type RowToSave, saveTyped } from './store/rows.ts'

export interface PageCommand {
  readonly rows: readonly PostedRow[]
  /** The declarant says that the salaries carried over on this page are right. */
  readonly confirmsCarried: boolean
}

export interface PageOutcome {
  /** Mistakes in what was saved, by row: they are kept, and told. */
  readonly mistakes: ReadonlyMap<string, RowMistakes>
  /** Rows that somebody else changed meanwhile, as they are now: nothing of theirs was overwritten. */
  readonly changed: ReadonlyMap<string, Typed>
  /** Rows that are no longer on the sheet. */
  readonly gone: number
}

/** Saves a page of the sheet, row by row: what nobody touched is left alone, what somebody else changed is not overwritten. */
export async function savePage(
  app: AppContext,
  actor: EmployedActor,
  period: PeriodText,
  command: PageCommand,
): Promise<PageOutcome> {
  const scope = { as: 'employer', employerId: actor.employerId } as const
  return app.db.transaction(scope, (tx) => save(tx, app, actor, { period, command }))
}

async function save(
  tx: Tx,
  app: AppContext,
  actor: EmployedActor,
  { period, command }: { readonly period: PeriodText; readonly command: PageCommand },
): Promise<PageOutcome> {
  const by = { profileId: actor.id, at: app.clock.now() }
  const { sheet, about, draft } = await lockSheet(tx, app, actor, period)
  const rows = new Map(sheet.rows.map((row) => [row.key, row]))
  const decisions = command.rows.map((posted) =>
    decide(rows.get(posted.key), posted, command.confirmsCarried),
  )
  const toSave = decisions.flatMap((one) => (one.is === 'save' ? [one.row] : []))
  await saveTyped(tx, draft, toSave)
  if (toSave.length > 0) await recordSaved(tx, actor, by.at, { draft, about, rows: toSave.length })
  return {
    mistakes: new Map(
      command.rows.flatMap((posted) => mistakesOf(rows.get(posted.key), posted, about.quarter)),
    ),
    changed: new Map(
      decisions.flatMap((one) => (one.is === 'changed' ? [[one.key, one.now]] : [])),
    ),
    gone: decisions.filter((one) => one.is === 'gone').length,
  }
}

type Decision =
  | { readonly is: 'nothing' }
  | { readonly is: 'gone' }
  | { readonly is: 'changed'; readonly key: string; readonly now: Typed }
  | { readonly is: 'save'; readonly row: RowToSave }

/** Three states of a row: what the page showed, what was typed over it, what is there now. */
function decide(
  row: Row | undefined,
  { key, typed, seen }: PostedRow,
  confirmsCarried: boolean,
): Decision {
  if (!row) return { is: 'gone' }
  const isTouched = !sameTyped(typed, seen)
  const isMoved = !sameTyped(seen, row)
  if (isTouched && isMoved && !sameTyped(typed, row)) return { is: 'changed', key, now: row }
  const isConfirmed = row.isCarried && confirmsCarried && !isMoved
  if (!isTouched && !isConfirmed) return { is: 'nothing' }
  const saved = { ...typedOf(row), ...typed }
  const isCarried = row.isCarried && !isConfirmed && saved.salary === row.salary
  return { is: 'save', row: { key, kind: row.kind, ...saved, isCarried } }
}

function mistakesOf(
  row: Row | undefined,
  { typed, seen }: PostedRow,
  quarter: Quarter,
): [string, RowMistakes][] {
  if (!row) return []
  const read = readRow(sameTyped(typed, seen) ? row : { ...row, ...typed }, quarter)
  return read.state === 'wrong' ? [[row.key, read.mistakes]] : []
}
