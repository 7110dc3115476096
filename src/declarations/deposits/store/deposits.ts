import { type Selectable, sql, type Updateable } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { RefusalCode } from '../../../web/words/index.ts'
import type { DepositsTable } from '../../tables.ts'
import { abandonedMs, type Deposit, type DepositPeriod, stillMs, type Usage } from '../deposit.ts'

export function depositFrom(row: Selectable<DepositsTable>): Deposit {
  return {
    id: row.id,
    profileId: row.profile_id,
    period: periodFrom(row),
    fileName: row.file_name,
    size: Number(row.size_bytes),
    received: Number(row.received_bytes),
    mark: row.mark,
    state: row.state,
    insteadOf: row.instead_of,
    refusal: row.refusal && { code: row.refusal as RefusalCode, details: row.refusal_details },
    fileId: row.file_id,
    declarationId: row.declaration_id,
    startedAt: row.started_at,
    seenAt: row.seen_at,
  } as Deposit
}

function periodFrom({
  employer_id: employerId,
  category,
  year,
  quarter,
}: Selectable<DepositsTable>): DepositPeriod | null {
  if (employerId === null || category === null || year === null || quarter === null) return null
  return { employerId, category, quarter: { year, quarter } }
}

export interface NewDeposit {
  readonly profileId: string
  readonly period: DepositPeriod | null
  readonly fileName: string
  readonly size: number
  readonly mark: string
  readonly insteadOf: string | null
  readonly at: Date
}

export async function insertDeposit(tx: Tx, one: NewDeposit): Promise<Deposit> {
  const row = await tx
    .insertInto('deposits')
    .values({
      profile_id: one.profileId,
      ...periodColumns(one.period),
      file_name: one.fileName,
      size_bytes: BigInt(one.size),
      mark: one.mark,
      state: 'receiving',
      instead_of: one.insteadOf,
      refusal: null,
      file_id: null,
      declaration_id: null,
      started_at: one.at,
      seen_at: one.at,
      received_at: null,
      finished_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return depositFrom(row)
}

export function periodColumns(period: DepositPeriod | null) {
  return {
    employer_id: period?.employerId ?? null,
    category: period?.category ?? null,
    year: period?.quarter.year ?? null,
    quarter: period?.quarter.quarter ?? null,
  }
}

/** Of one company, or of a firm's person when there is none. */
export function ofEmployer(tx: Tx, employerId: string | null) {
  return tx
    .selectFrom('deposits')
    .selectAll()
    .where('employer_id', 'is not distinct from', employerId)
}

export async function findDeposit(
  tx: Tx,
  employerId: string | null,
  id: string,
): Promise<Deposit | undefined> {
  const row = await ofEmployer(tx, employerId).where('id', '=', id).executeTakeFirst()
  return row && depositFrom(row)
}

/** It has come and is not checked yet. */
export async function isReceived(tx: Tx, employerId: string | null, id: string): Promise<boolean> {
  const row = await ofEmployer(tx, employerId)
    .clearSelect()
    .select('state')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.state === 'received'
}

export async function lockDeposit(
  tx: Tx,
  employerId: string | null,
  id: string,
): Promise<Deposit | undefined> {
  const row = await ofEmployer(tx, employerId).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && depositFrom(row)
}

/** One person's files begin one after the other, so that none is counted twice or not at all. */
export async function lockDepositor(
  tx: Tx,
  { profileId, period }: Pick<NewDeposit, 'profileId' | 'period'>,
): Promise<void> {
  const key = `deposits ${profileId} ${period?.employerId ?? ''}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx)
}

export async function countUsage(
  tx: Tx,
  { profileId, period, at }: Pick<NewDeposit, 'profileId' | 'period' | 'at'>,
): Promise<Usage> {
  const employerId = period?.employerId ?? null
  const day = new Date(at.getTime() - abandonedMs)
  const still = new Date(at.getTime() - stillMs)
  const { rows } = await sql<{ files: bigint; bytes: bigint; person: bigint; company: bigint }>`
    select count(*) filter (where profile_id = ${profileId}) as files,
      coalesce(sum(size_bytes), 0)::bigint as bytes,
      count(*) filter (where moves and profile_id = ${profileId}) as person,
      count(*) filter (where moves) as company
    from (
      select profile_id, size_bytes, state = 'receiving' and seen_at > ${still} as moves
      from deposits where employer_id is not distinct from ${employerId}::uuid and started_at > ${day}
        and (employer_id is not null or profile_id = ${profileId})
    ) as recent`.execute(tx)
  const [row] = rows
  return {
    files: Number(row?.files),
    bytesOfCompany: Number(row?.bytes),
    atOnceOfPerson: Number(row?.person),
    atOnceOfCompany: Number(row?.company),
  }
}

/** What may be said of a deposit once it has begun. */
export type DepositChange = Pick<
  Updateable<DepositsTable>,
  | 'state'
  | 'received_bytes'
  | 'size_bytes'
  | 'instead_of'
  | 'refusal'
  | 'refusal_details'
  | 'file_id'
  | 'declaration_id'
  | 'seen_at'
  | 'received_at'
  | 'finished_at'
>

export async function saveDeposit(
  tx: Tx,
  { id, period }: Pick<Deposit, 'id' | 'period'>,
  change: DepositChange,
): Promise<void> {
  await tx
    .updateTable('deposits')
    .set(change)
    .where('id', '=', id)
    .where('employer_id', 'is not distinct from', period?.employerId ?? null)
    .execute()
}

/** Whatever the company: for the job that checks it. */
export async function findReceived(tx: Tx, id: string): Promise<Deposit | undefined> {
  const row = await tx
    .selectFrom('deposits')
    .selectAll()
    .where('id', '=', id)
    .where('state', '=', 'received')
    .executeTakeFirst()
  return row && depositFrom(row)
}

export async function findFile(tx: Tx, fileId: string) {
  return tx
    .selectFrom('files')
    .select(['id', 'name', 'size', 'sha256'])
    .where('id', '=', fileId)
    .executeTakeFirstOrThrow()
}

export async function findDepositor(tx: Tx, profileId: string) {
  const row = await tx
    .selectFrom('profiles')
    .select(['first_name', 'last_name', 'service', 'state'])
    .where('id', '=', profileId)
    .executeTakeFirstOrThrow()
  const { first_name: firstName, last_name: lastName, service, state } = row
  return { name: `${firstName} ${lastName}`, service, isActive: state === 'active' }
}

/** On its way or being checked, for some categories of a company; what nobody has moved for long is not shown to others. */
export async function listUnderWay(
  tx: Tx,
  employerId: string,
  { categories, profileId, at }: UnderWay,
): Promise<Deposit[]> {
  if (categories.length === 0) return []
  const rows = await ofEmployer(tx, employerId)
    .where('category', 'in', [...categories])
    .where('state', 'in', ['receiving', 'received'])
    .where((where) =>
      where.or([
        where('state', '=', 'received'),
        where('profile_id', '=', profileId),
        where('seen_at', '>', new Date(at.getTime() - stillMs)),
      ]),
    )
    .orderBy('started_at', 'desc')
    .limit(200)
    .execute()
  return rows.map(depositFrom)
}

export interface UnderWay {
  readonly categories: readonly string[]
  readonly profileId: string
  readonly at: Date
}

/** Given up: nothing of them came for a day. */
export async function listAbandoned(tx: Tx, at: Date): Promise<Deposit[]> {
  const rows = await tx
    .selectFrom('deposits')
    .selectAll()
    .where('state', '=', 'receiving')
    .where('seen_at', '<', new Date(at.getTime() - abandonedMs))
    .limit(1000)
    .execute()
  return rows.map(depositFrom)
}

/** Of these receptions, those whose parts are still needed. */
export async function listStillReceiving(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tx
    .selectFrom('deposits')
    .select('id')
    .where('state', '=', 'receiving')
    .where('id', 'in', [...ids])
    .execute()
  return new Set(rows.map(({ id }) => id))
}
