import type { Tx } from '../../../platform/db/database.ts'
import type { Period } from '../../declaration.ts'
import type { Owner } from '../../store/lines.ts'
import type { FindingRow } from '../../store/declarations.ts'
import type { OpenPeriod } from '../../workspace.ts'
import type { OpenSheet } from '../load-sheet.ts'
import type { Draft } from './drafts.ts'

/** Remembers which version of its sheet a declaration was made of, and which row each line is. */
export async function saveRowKeys(
  tx: Tx,
  check: {
    readonly declarationId: string
    readonly employerId: string
    readonly draft: Pick<Draft, 'id' | 'version'>
    readonly keys: readonly string[]
  },
): Promise<void> {
  const { draft } = check
  const columns = { draft_id: draft.id, draft_version: draft.version, row_keys: [...check.keys] }
  await tx
    .insertInto('entry_checks')
    .values({ declaration_id: check.declarationId, employer_id: check.employerId, ...columns })
    .onConflict((conflict) => conflict.column('declaration_id').doUpdateSet(columns))
    .execute()
}

/** The row of each line of a declaration made of a sheet, line 1 first; nothing for any other. */
export async function findRowKeys(
  tx: Tx,
  employerId: string,
  declarationId: string,
): Promise<readonly string[] | undefined> {
  const row = await tx
    .selectFrom('entry_checks')
    .select('row_keys')
    .where('declaration_id', '=', declarationId)
    .where('employer_id', '=', employerId)
    .executeTakeFirst()
  return row?.row_keys
}

/** The sheet that a declaration was made of, and whether it has been saved since. */
export interface SheetBehind {
  readonly category: string
  readonly hasChanged: boolean
}

/** Nothing for a declaration that was not made of a sheet, or whose sheet is closed. */
export async function findSheetBehind(
  tx: Tx,
  employerId: string,
  declarationId: string,
): Promise<SheetBehind | undefined> {
  return standingOf(await sheetBehind(tx, employerId, declarationId).executeTakeFirst())
}

/** The same, held until the transaction ends: whoever saves meanwhile waits. */
export async function lockSheetBehind(
  tx: Tx,
  employerId: string,
  declarationId: string,
): Promise<SheetBehind | undefined> {
  const query = sheetBehind(tx, employerId, declarationId).forUpdate('entry_drafts')
  return standingOf(await query.executeTakeFirst())
}

function standingOf(
  row: { category: string; checked: number; saved: number } | undefined,
): SheetBehind | undefined {
  return row && { category: row.category, hasChanged: row.checked !== row.saved }
}

function sheetBehind(tx: Tx, employerId: string, declarationId: string) {
  return tx
    .selectFrom('entry_checks')
    .innerJoin('entry_drafts', (join) =>
      join
        .onRef('entry_drafts.id', '=', 'entry_checks.draft_id')
        .onRef('entry_drafts.employer_id', '=', 'entry_checks.employer_id'),
    )
    .select([
      'entry_drafts.category',
      'entry_checks.draft_version as checked',
      'entry_drafts.version as saved',
      'entry_checks.row_keys as keys',
    ])
    .where('entry_checks.declaration_id', '=', declarationId)
    .where('entry_checks.employer_id', '=', employerId)
}

/** The sheet that a declaration was made of: its category, and the row of each line. */
export async function findOrigin(
  tx: Tx,
  employerId: string,
  declarationId: string,
): Promise<{ readonly category: string; readonly keys: readonly string[] } | undefined> {
  return sheetBehind(tx, employerId, declarationId).executeTakeFirst()
}

/** Who a few lines of a declaration are about. */
export async function listLineNames(
  tx: Tx,
  { declarationId, employerId }: Owner,
  lines: readonly number[],
): Promise<Map<number, string>> {
  if (lines.length === 0) return new Map()
  const rows = await tx
    .selectFrom('declaration_lines')
    .select(['line', 'first_name', 'last_name'])
    .where('declaration_id', '=', declarationId)
    .where('employer_id', '=', employerId)
    .where('line', 'in', [...lines])
    .execute()
  return new Map(rows.map((row) => [row.line, `${row.last_name} ${row.first_name}`]))
}

export interface CurrentCheck {
  readonly id: string
  readonly version: number
  readonly madeBy: 'file' | 'form' | 'nil'
  /** The row of each line, when this sheet made it. */
  readonly keys: readonly string[] | null
}

/** The check in progress for a period, if there is one. */
export async function findCurrentCheck(
  tx: Tx,
  employerId: string,
  { category, quarter }: Period,
): Promise<CurrentCheck | undefined> {
  return tx
    .selectFrom('declarations')
    .leftJoin('entry_checks', (join) =>
      join
        .onRef('entry_checks.declaration_id', '=', 'declarations.id')
        .onRef('entry_checks.employer_id', '=', 'declarations.employer_id'),
    )
    .select([
      'declarations.id',
      'declarations.version',
      'declarations.made_by as madeBy',
      'entry_checks.row_keys as keys',
    ])
    .where('declarations.employer_id', '=', employerId)
    .where('declarations.category', '=', category)
    .where('declarations.year', '=', quarter.year)
    .where('declarations.quarter', '=', quarter.quarter)
    .where('declarations.state', '=', 'checked')
    .executeTakeFirst()
}

/** The checks in progress of a sheet: one, or one a tranche. */
export async function findChecksOf(
  tx: Tx,
  employerId: string,
  { period, tranches }: Pick<OpenSheet, 'period' | 'tranches'>,
): Promise<{
  readonly check: CurrentCheck | undefined
  readonly secondCheck: CurrentCheck | undefined
}> {
  const of = ({ terms, quarter }: OpenPeriod) =>
    findCurrentCheck(tx, employerId, { category: terms.category, quarter })
  return {
    check: await of(period),
    secondCheck: tranches?.two ? await of(tranches.two) : undefined,
  }
}

/** What the latest check still asks about some lines of a declaration. */
export async function listOpenFindings(
  tx: Tx,
  employerId: string,
  declarationId: string,
  lines: readonly number[],
): Promise<FindingRow[]> {
  if (lines.length === 0) return []
  return tx
    .selectFrom('declaration_findings')
    .select([
      'line',
      'column',
      'field',
      'code',
      'severity',
      'value',
      'correction',
      'params',
      'confirmed_reason',
    ])
    .where('declaration_id', '=', declarationId)
    .where('employer_id', '=', employerId)
    .where('line', 'in', [...lines])
    .where('severity', '<>', 'information')
    .where('confirmed_at', 'is', null)
    .orderBy('line')
    .orderBy('column')
    .execute()
}

/** The sheet as it was checked last is what the declaration came as. */
export async function saveContentOf(
  tx: Tx,
  check: {
    readonly employerId: string
    readonly declarationId: string
    readonly file: { readonly id: string; readonly sha256: Buffer }
  },
): Promise<void> {
  await tx
    .updateTable('declarations')
    .set({ file_id: check.file.id, file_sha256: check.file.sha256 })
    .where('id', '=', check.declarationId)
    .where('employer_id', '=', check.employerId)
    .where('state', '=', 'checked')
    .execute()
}
