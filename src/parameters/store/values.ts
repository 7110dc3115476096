import { sql } from 'kysely'
import type { LocalDate } from '../../calendar/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Proposal } from '../proposal.ts'
import { isParameterKey, type ParameterKey, parameterOf } from '../parameter-catalogue.ts'

/** A value with where it comes from, as it stands today after corrections. */
export interface StoredValue {
  readonly key: ParameterKey
  readonly validFrom: LocalDate
  readonly value: unknown
  readonly source: string
  readonly illustrative: boolean
}

/** Who put a value in force; nothing for those that came with the program. */
export interface PastValue extends StoredValue {
  readonly revision: number
  readonly proposalId: string | null
  readonly recordedAt: Date | null
  readonly proposedBy: string
  readonly approvedBy: string
}

/** Every value of every key, by key and day. */
export async function listAllValues(tx: Tx): Promise<StoredValue[]> {
  const rows = await tx
    .selectFrom('parameters')
    .distinctOn(['key', 'valid_from'])
    .select(['key', 'valid_from', 'value', 'source', 'illustrative'])
    .orderBy('key')
    .orderBy('valid_from')
    .orderBy('revision', 'desc')
    .execute()
  return rows.flatMap((row) =>
    isParameterKey(row.key) ? [storedFrom({ ...row, key: row.key })] : [],
  )
}

/** The value of one key in force on a day, if it had begun. */
export async function findValue(
  tx: Tx,
  key: ParameterKey,
  on: LocalDate,
): Promise<StoredValue | undefined> {
  const row = await tx
    .selectFrom('parameters')
    .select(['valid_from', 'value', 'source', 'illustrative'])
    .where('key', '=', key)
    .where('valid_from', '<=', on)
    .orderBy('valid_from', 'desc')
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && storedFrom({ ...row, key })
}

/** What a proposal is compared with: the value of its day, but for the one that it became itself. */
export async function findValueBefore(
  tx: Tx,
  proposal: Pick<Proposal, 'id' | 'key' | 'validFrom' | 'decidedAt'>,
): Promise<StoredValue | undefined> {
  const { key } = proposal
  let query = tx
    .selectFrom('parameters')
    .select(['valid_from', 'value', 'source', 'illustrative'])
    .where('key', '=', key)
    .where('valid_from', '<=', proposal.validFrom)
    .where('proposal_id', 'is distinct from', proposal.id)
  if (proposal.decidedAt) {
    const { decidedAt } = proposal
    query = query.where((where) =>
      where.or([where('recorded_at', 'is', null), where('recorded_at', '<', decidedAt)]),
    )
  }
  const row = await query
    .orderBy('valid_from', 'desc')
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && storedFrom({ ...row, key })
}

/** Everything that was ever in force for a key, corrections included, newest first. */
export async function listPastValues(tx: Tx, key: ParameterKey): Promise<PastValue[]> {
  const rows = await tx
    .selectFrom('parameters as value')
    .leftJoin('parameter_proposals as proposal', 'proposal.id', 'value.proposal_id')
    .leftJoin('agents as one', 'one.id', 'proposal.proposed_by')
    .leftJoin('agents as other', 'other.id', 'proposal.decided_by')
    .where('value.key', '=', key)
    .select(['value.valid_from', 'value.value', 'value.source', 'value.illustrative'])
    .select(['value.revision', 'value.proposal_id', 'value.recorded_at'])
    .select([
      sql<string>`concat_ws(' ', one.first_name, one.last_name)`.as('proposed_by'),
      sql<string>`concat_ws(' ', other.first_name, other.last_name)`.as('approved_by'),
    ])
    .orderBy('value.valid_from', 'desc')
    .orderBy('value.revision', 'desc')
    .limit(500)
    .execute()
  return rows.map((row) => ({
    ...storedFrom({ ...row, key }),
    revision: row.revision,
    proposalId: row.proposal_id,
    recordedAt: row.recorded_at,
    proposedBy: row.proposed_by,
    approvedBy: row.approved_by,
  }))
}

interface NewValue extends StoredValue {
  readonly proposalId: string
  readonly recordedAt: Date
}

/** Adds a value; of one day, the newest revision counts. */
export async function insertValue(tx: Tx, value: NewValue): Promise<void> {
  const { key, validFrom } = value
  const newest = await tx
    .selectFrom('parameters')
    .select((select) => select.fn.max('revision').as('revision'))
    .where('key', '=', key)
    .where('valid_from', '=', validFrom)
    .executeTakeFirst()
  await tx
    .insertInto('parameters')
    .values({
      key,
      valid_from: validFrom,
      revision: (newest?.revision ?? 0) + 1,
      value: jsonOf(key, value.value),
      source: value.source,
      illustrative: value.illustrative,
      proposal_id: value.proposalId,
      recorded_at: value.recordedAt,
    })
    .execute()
}

export function jsonOf(key: ParameterKey, value: unknown): string {
  return JSON.stringify(parameterOf(key).type.save(value as never))
}

interface Row {
  readonly key: ParameterKey
  readonly valid_from: string
  readonly value: unknown
  readonly source: string
  readonly illustrative: boolean
}

function storedFrom(row: Row): StoredValue {
  return {
    key: row.key,
    validFrom: row.valid_from as LocalDate,
    value: parameterOf(row.key).type.load(row.value),
    source: row.source,
    illustrative: row.illustrative,
  }
}
