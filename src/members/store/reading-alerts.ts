import type { Tx } from '../../platform/db/database.ts'

export interface NewReadingAlert {
  readonly employerId: string | null
  readonly reader: {
    readonly kind: 'profile' | 'agent' | 'key'
    readonly id: string
    readonly name: string
  }
  readonly members: number
  readonly at: Date
}

export async function insertReadingAlert(
  tx: Tx,
  { employerId, reader, members, at }: NewReadingAlert,
): Promise<void> {
  await tx
    .insertInto('reading_alerts')
    .values({
      employer_id: employerId,
      reader_kind: reader.kind,
      reader_id: reader.id,
      reader_name: reader.name,
      members,
      at,
    })
    .execute()
}

/** Somebody who was shown too many members, as the agency looks into it. */
export interface ReadingAlert {
  readonly id: string
  readonly employerId: string | null
  readonly employerName: string | null
  readonly readerName: string
  readonly members: number
  readonly at: Date
  readonly seenBy: string | null
  readonly seenAt: Date | null
}

const mostShown = 200

/** Those that nobody looked into first, then the newest. */
export async function listReadingAlerts(tx: Tx): Promise<ReadingAlert[]> {
  const rows = await tx
    .selectFrom('reading_alerts as alert')
    .leftJoin('employers as employer', 'employer.id', 'alert.employer_id')
    .leftJoin('agents as agent', 'agent.id', 'alert.seen_by')
    .select([
      'alert.id',
      'alert.employer_id',
      'employer.name',
      'alert.reader_name',
      'alert.members',
      'alert.at',
      'alert.seen_at',
      'agent.first_name',
      'agent.last_name',
    ])
    .orderBy('alert.seen_at', 'desc')
    .orderBy('alert.at', 'desc')
    .limit(mostShown)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    employerId: row.employer_id,
    employerName: row.name,
    readerName: row.reader_name,
    members: row.members,
    at: row.at,
    seenBy: row.first_name === null ? null : `${row.first_name} ${row.last_name ?? ''}`,
    seenAt: row.seen_at,
  }))
}

/** Looked into by an agent, once. Gives the company of the alert; nothing when it was seen, or does not exist. */
export async function saveSeen(
  tx: Tx,
  id: string,
  seen: { readonly by: string; readonly at: Date },
): Promise<{ readonly employerId: string | null } | undefined> {
  const row = await tx
    .updateTable('reading_alerts')
    .set({ seen_by: seen.by, seen_at: seen.at })
    .where('id', '=', id)
    .where('seen_at', 'is', null)
    .returning('employer_id')
    .executeTakeFirst()
  return row && { employerId: row.employer_id }
}
