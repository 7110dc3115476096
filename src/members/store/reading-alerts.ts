import type { Tx } from '../../platform/db/database.ts'

export interface NewReadingAlert {
  readonly employerId: string | null
  readonly reader: {
    readonly kind: 'profile' | 'agent'
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
