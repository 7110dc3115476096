import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { fullName } from '../../accounts.ts'

export interface KeyToWarn {
  readonly id: string
  readonly name: string
  readonly expiresAt: Date
  readonly employerId: string
  readonly employerName: string
  readonly delegate: {
    readonly name: string
    readonly email: string
    readonly language: 'fr' | 'ar'
  }
}

/** Keys that end before then, of which nobody was told yet; marked, so that they are told once. */
export async function takeKeysToWarn(
  tx: Tx,
  { now, endsBefore }: { readonly now: Date; readonly endsBefore: Date },
): Promise<KeyToWarn[]> {
  const { rows } = await sql<{
    id: string
    name: string
    expires_at: Date
    employer_id: string
    employer_name: string
    first_name: string
    last_name: string
    email: string
    language: 'fr' | 'ar'
  }>`update machine_keys k set warned_at = ${now} from employers e, delegates d
    where e.id = k.employer_id and e.state = 'active' and d.employer_id = e.id and d.state = 'active'
      and k.revoked_at is null and k.warned_at is null and k.expires_at > ${now} and k.expires_at <= ${endsBefore}
    returning k.id, k.name, k.expires_at, k.employer_id, e.name as employer_name, d.first_name, d.last_name,
      d.email, d.language`.execute(tx)
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    expiresAt: row.expires_at,
    employerId: row.employer_id,
    employerName: row.employer_name,
    delegate: {
      name: fullName({ firstName: row.first_name, lastName: row.last_name }),
      email: row.email,
      language: row.language,
    },
  }))
}
