import type { Tx } from '../../../platform/db/database.ts'
import type { Deposit, DepositPeriod } from '../deposit.ts'
import { depositFrom, type NewDeposit, ofEmployer, periodColumns } from './deposits.ts'

/** The same file on its way already, from this person for this period: it goes on where it stopped. */
export async function findSameUnderWay(
  tx: Tx,
  { profileId, period, fileName, size, mark }: NewDeposit,
): Promise<Deposit | undefined> {
  const row = await periodOf(tx, { profileId, period, state: 'receiving' })
    .where('file_name', '=', fileName)
    .where('size_bytes', '=', BigInt(size))
    .where('mark', '=', mark)
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && depositFrom(row)
}

interface OfPeriod {
  readonly profileId: string
  readonly period: DepositPeriod | null
  readonly state: Deposit['state']
}

function periodOf(tx: Tx, { profileId, period, state }: OfPeriod) {
  const { category, year, quarter } = periodColumns(period)
  return ofEmployer(tx, period?.employerId ?? null)
    .where('profile_id', '=', profileId)
    .where('category', 'is not distinct from', category)
    .where('year', 'is not distinct from', year)
    .where('quarter', 'is not distinct from', quarter)
    .where('state', '=', state)
}

/** The same content of the same person for the same period, which is about to be checked. */
export async function findSameReceived(
  tx: Tx,
  { profileId, period }: Pick<Deposit, 'profileId' | 'period'>,
  sha256: Uint8Array,
): Promise<string | undefined> {
  const row = await periodOf(tx, { profileId, period, state: 'received' })
    .where('file_id', 'in', (files) =>
      files.selectFrom('files').select('id').where('sha256', '=', Buffer.from(sha256)),
    )
    .limit(1)
    .executeTakeFirst()
  return row?.id
}

/** What the same request has made already: a program that was not answered asks again with its mark and its content. */
export async function findMarked(
  tx: Tx,
  asked: {
    readonly employerId: string
    readonly profileId: string
    readonly mark: string
    readonly sha256: Uint8Array
    readonly since: Date
  },
): Promise<string | undefined> {
  const row = await ofEmployer(tx, asked.employerId)
    .where('profile_id', '=', asked.profileId)
    .where('mark', '=', asked.mark)
    .where('state', 'in', ['received', 'checked'])
    .where('started_at', '>', asked.since)
    .where('file_id', 'in', (files) =>
      files.selectFrom('files').select('id').where('sha256', '=', Buffer.from(asked.sha256)),
    )
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}

/** What this person left on its way for a period. */
export async function listUnfinished(
  tx: Tx,
  profileId: string,
  period: DepositPeriod | null,
): Promise<Deposit[]> {
  const rows = await periodOf(tx, { profileId, period, state: 'receiving' })
    .orderBy('started_at', 'desc')
    .execute()
  return rows.map(depositFrom)
}

/**
 * The same, held. What somebody holds at this moment is not left: it arrives too, and two that waited for each other would
 * never end.
 */
export async function lockLeft(
  tx: Tx,
  { profileId, period }: Pick<Deposit, 'profileId' | 'period'>,
): Promise<Deposit[]> {
  const left = periodOf(tx, { profileId, period, state: 'receiving' })
  const rows = await left.orderBy('started_at', 'desc').forUpdate().skipLocked().execute()
  return rows.map(depositFrom)
}
