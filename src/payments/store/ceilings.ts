import { centimes, type Dirhams } from '../../money/index.ts'
import type { Tx } from '../../platform/db/database.ts'

/** The most that one order, and one day, may ask of the company's accounts; null for no ceiling. */
export interface Ceilings {
  readonly perOrder: Dirhams | null
  readonly perDay: Dirhams | null
}

export async function findCeilings(tx: Tx, employerId: string): Promise<Ceilings> {
  const row = await tx
    .selectFrom('employers')
    .select(['order_ceiling_centimes', 'daily_ceiling_centimes'])
    .where('id', '=', employerId)
    .executeTakeFirstOrThrow()
  return {
    perOrder: row.order_ceiling_centimes === null ? null : centimes(row.order_ceiling_centimes),
    perDay: row.daily_ceiling_centimes === null ? null : centimes(row.daily_ceiling_centimes),
  }
}
