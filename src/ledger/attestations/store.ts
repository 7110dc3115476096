import type { Tx } from '../../platform/db/database.ts'
import type { Attestation, AttestationFacts, AttestationKind } from './attestation.ts'

export interface AttestationsTable {
  id: string
  employer_id: string
  kind: AttestationKind
  code: string
  facts: AttestationFacts
  issued_by: string
  issued_at: Date
}

declare module '../../platform/db/schema.ts' {
  interface Schema {
    attestations: AttestationsTable
  }
}

const columns = ['id', 'kind', 'code', 'facts', 'issued_at'] as const

/** Keeps an attestation; false when this very form was already sent. */
export async function insertAttestation(
  tx: Tx,
  employerId: string,
  { attestation, issuedBy }: { readonly attestation: Attestation; readonly issuedBy: string },
): Promise<boolean> {
  const { id, kind, code, facts, issuedAt } = attestation
  const inserted = await tx
    .insertInto('attestations')
    .values({
      id,
      employer_id: employerId,
      kind,
      code,
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the driver writes JSON from text
      facts: JSON.stringify(facts) as never,
      issued_by: issuedBy,
      issued_at: issuedAt,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows === 1n
}

export async function listAttestations(tx: Tx, employerId: string): Promise<Attestation[]> {
  const rows = await tx
    .selectFrom('attestations')
    .select(columns)
    .where('employer_id', '=', employerId)
    .orderBy('issued_at', 'desc')
    .limit(50)
    .execute()
  return rows.map(attestationFrom)
}

export async function findAttestation(
  tx: Tx,
  employerId: string,
  id: string,
): Promise<Attestation | undefined> {
  const row = await tx
    .selectFrom('attestations')
    .select(columns)
    .where('employer_id', '=', employerId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && attestationFrom(row)
}

/** For whoever holds the code, and only by it. */
export async function findAttestationByCode(
  tx: Tx,
  code: string,
): Promise<Attestation | undefined> {
  const row = await tx
    .selectFrom('attestations')
    .select(columns)
    .where('code', '=', code)
    .executeTakeFirst()
  return row && attestationFrom(row)
}

function attestationFrom(row: Pick<AttestationsTable, (typeof columns)[number]>): Attestation {
  return { id: row.id, kind: row.kind, code: row.code, facts: row.facts, issuedAt: row.issued_at }
}
