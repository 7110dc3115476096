import { sql } from 'kysely'
import type { Quarter, QuarterNumber } from '../../../calendar/index.ts'
import { centimes, type Dirhams } from '../../../money/index.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Company } from '../board.ts'
import type { LeftReason } from '../left-part.ts'
import type { Part } from '../split-file.ts'

/** What a part became, or why it was left. */
export type Became =
  | {
      readonly employerId: string
      readonly declarationId: string
      readonly leftFor?: undefined
    }
  | { readonly leftFor: LeftReason }

export interface PartToSave {
  readonly depositId: string
  readonly profileId: string
  readonly number: number
  readonly part: Part
  readonly became: Became
}

/** What became of a part; the same part again replaces what was said of it. */
export async function savePart(tx: Tx, { part, became, ...of }: PartToSave): Promise<void> {
  const columns = {
    profile_id: of.profileId,
    employer_number: part.employerNumber,
    category: part.category,
    period: part.period,
    source_lines: [...part.sourceLines],
    employer_id: became.leftFor ? null : became.employerId,
    declaration_id: became.leftFor ? null : became.declarationId,
    left_for: became.leftFor ?? null,
    instead_of: null,
  }
  await tx
    .insertInto('firm_parts')
    .values({ deposit_id: of.depositId, part: of.number, ...columns })
    .onConflict((conflict) => conflict.columns(['deposit_id', 'part']).doUpdateSet(columns))
    .execute()
}

/** Parts of a file that a job has dealt with before; of one to take after all, the work that it may replace. */
export interface PartsDone {
  readonly done: ReadonlySet<number>
  readonly insteadOf: ReadonlyMap<number, string>
}

export async function listPartsDone(tx: Tx, depositId: string): Promise<PartsDone> {
  const rows = await tx
    .selectFrom('firm_parts')
    .select(['part', 'instead_of'])
    .where('deposit_id', '=', depositId)
    .execute()
  return {
    done: new Set(rows.filter((row) => row.instead_of === null).map((row) => row.part)),
    insteadOf: new Map(
      rows.flatMap(({ part, instead_of: id }): [number, string][] => (id ? [[part, id]] : [])),
    ),
  }
}

/** It is dealt with again, and may replace this work; false when it was not left for somebody's work. */
export async function takeLeftPart(
  tx: Tx,
  { depositId, part, insteadOf }: LeftPartToTake,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('firm_parts')
    .set({ instead_of: insteadOf })
    .where('deposit_id', '=', depositId)
    .where('part', '=', part)
    .where('left_for', '=', 'in_the_way')
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

export interface LeftPartToTake {
  readonly depositId: string
  readonly part: number
  /** The work that the page showed, and no other. */
  readonly insteadOf: string
}

/** A part that became a declaration, as it stands now. */
export interface TakenPart {
  readonly company: Company
  readonly category: string
  readonly quarter: Quarter
  readonly declarationId: string
  readonly state: 'ready' | 'in_progress' | 'sent' | 'over'
  readonly lines: number
  readonly total: Dirhams
  /** The same quarter is being typed in its sheet. */
  readonly hasEntry: boolean
}

interface TakenRow {
  readonly id: string
  readonly employer_id: string
  readonly name: string
  readonly employer_number: string
  readonly category: string
  readonly year: number
  readonly quarter: QuarterNumber
  readonly state: 'checked' | 'sent' | 'replaced' | 'abandoned'
  readonly lines: number
  readonly total: string
  readonly is_ready: boolean
  readonly has_entry: boolean
}

export async function listTakenParts(tx: Tx, depositId: string): Promise<TakenPart[]> {
  const { rows } = await sql<TakenRow>`
    select d.id, e.id as employer_id, e.name, e.employer_number, d.category, d.year, d.quarter, d.state,
      cardinality(p.source_lines) as lines, (d.employee_centimes + d.employer_centimes)::text as total,
      d.state = 'checked' and d.lines > 0 and d.lines = d.accepted_lines and not exists (
        select from declaration_findings f where f.declaration_id = d.id and (f.severity = 'blocking'
          or (f.severity = 'to_confirm' and f.confirmed_at is null))) as is_ready,
      d.state = 'checked' and exists (select from entry_drafts w where w.employer_id = d.employer_id
        and w.category = d.category and w.year = d.year and w.quarter = d.quarter and w.version > 0) as has_entry
    from firm_parts p
    join declarations d on d.id = p.declaration_id
    join employers e on e.id = p.employer_id
    where p.deposit_id = ${depositId}
    order by e.name, e.id, d.category, d.year, d.quarter`.execute(tx)
  return rows.map((row) => ({
    company: { id: row.employer_id, name: row.name, number: row.employer_number },
    category: row.category,
    quarter: { year: row.year, quarter: row.quarter },
    declarationId: row.id,
    state: stateOf(row),
    lines: row.lines,
    total: centimes(BigInt(row.total)),
    hasEntry: row.has_entry,
  }))
}

function stateOf({ state, is_ready: isReady }: TakenRow): TakenPart['state'] {
  if (state === 'checked') return isReady ? 'ready' : 'in_progress'
  return state === 'abandoned' ? 'over' : 'sent'
}

/** A part that was not taken: what its lines say, and why. */
export interface LeftPart {
  readonly number: number
  /** Not known of a file that was split before it was kept. */
  readonly reason: LeftReason | null
  readonly employerNumber: string
  readonly category: string
  readonly period: string
  readonly sourceLines: readonly number[]
}

export async function listLeftParts(tx: Tx, depositId: string): Promise<LeftPart[]> {
  return tx
    .selectFrom('firm_parts')
    .select([
      'part as number',
      'left_for as reason',
      'employer_number as employerNumber',
      'category',
      'period',
      'source_lines as sourceLines',
    ])
    .where('deposit_id', '=', depositId)
    .where('declaration_id', 'is', null)
    .orderBy('part')
    .execute()
}

/** This person's files of several companies, newest first. */
export interface FirmFile {
  readonly id: string
  readonly fileName: string
  readonly startedAt: Date
  readonly state: 'receiving' | 'received' | 'checked' | 'refused' | 'cancelled'
  readonly parts: number
}

export async function listFirmFiles(tx: Tx, profileId: string, limit: number): Promise<FirmFile[]> {
  const rows = await tx
    .selectFrom('deposits')
    .select((select) => [
      'id',
      'file_name as fileName',
      'started_at as startedAt',
      'state',
      select
        .selectFrom('firm_parts')
        .select((count) => count.fn.countAll<bigint>().as('count'))
        .whereRef('firm_parts.deposit_id', '=', 'deposits.id')
        .where('firm_parts.declaration_id', 'is not', null)
        .as('parts'),
    ])
    .where('profile_id', '=', profileId)
    .where('employer_id', 'is', null)
    .where('state', 'in', ['received', 'checked', 'refused'])
    .orderBy('started_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, parts: Number(row.parts) }))
}
