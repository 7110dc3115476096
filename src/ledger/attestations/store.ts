import type { Tx } from '../../platform/db/database.ts'
import type {
  Attestation,
  AttestationKind,
  CareerFacts,
  CompanyAttestation,
  CompanyFacts,
} from './attestation.ts'

export interface AttestationsTable {
  id: string
  employer_id: string
  kind: AttestationKind
  code: string
  facts: CompanyFacts | CareerFacts
  /** Of whom it is, when it is a member's statement. */
  membership_id: string | null
  issued_by: string
  issued_at: Date
}

declare module '../../platform/db/schema.ts' {
  interface Schema {
    attestations: AttestationsTable
  }
}

const columns = ['id', 'kind', 'code', 'facts', 'membership_id', 'issued_at'] as const

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
      membership_id: attestation.kind === 'career' ? attestation.membershipId : null,
      issued_by: issuedBy,
      issued_at: issuedAt,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows === 1n
}

/** Those of the company itself, the newest first; a member's statement is asked for on the member's page. */
export async function listAttestations(tx: Tx, employerId: string): Promise<CompanyAttestation[]> {
  const rows = await tx
    .selectFrom('attestations')
    .select(columns)
    .where('employer_id', '=', employerId)
    .where('membership_id', 'is', null)
    .orderBy('issued_at', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => attestationFrom(row) as CompanyAttestation)
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
  const issued = { id: row.id, code: row.code, issuedAt: row.issued_at }
  const { kind, facts, membership_id: membershipId } = row
  return kind === 'career'
    ? { ...issued, kind, facts: facts as CareerFacts, membershipId: membershipId ?? '' }
    : { ...issued, kind, facts: facts as CompanyFacts }
}
