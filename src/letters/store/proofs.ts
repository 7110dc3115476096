import type { Insertable } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { CheckState } from '../../platform/files/scanner/look-into.ts'
import type { LetterProofsTable } from '../tables.ts'

/** A signed form as it came back. What it holds never changes. */
export interface Proof {
  readonly id: string
  readonly letterId: string
  readonly number: number
  readonly receivedBy: 'upload' | 'post' | 'counter'
  readonly registeredBy: string | null
  readonly receivedAt: Date
  /** Nothing while a paper has been registered but not scanned. */
  readonly file: {
    readonly id: string
    readonly sha256: Buffer
    readonly size: bigint
    readonly mediaType: string
    readonly name: string
    readonly check: CheckState
  } | null
}

/** The newest first: the first is the one that a decision is about. */
export async function listProofs(tx: Tx, letterId: string): Promise<Proof[]> {
  const rows = await tx
    .selectFrom('letter_proofs as proof')
    .leftJoin('files as file', 'file.id', 'proof.file_id')
    .where('proof.letter_id', '=', letterId)
    .select(['proof.id', 'proof.letter_id', 'proof.number', 'proof.received_by'])
    .select(['proof.registered_by', 'proof.received_at', 'proof.file_id', 'proof.sha256'])
    .select(['file.size', 'file.media_type', 'file.name', 'file.check_state'])
    .orderBy('proof.number', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    letterId: row.letter_id,
    number: row.number,
    receivedBy: row.received_by,
    registeredBy: row.registered_by,
    receivedAt: row.received_at,
    file:
      row.file_id && row.sha256
        ? {
            id: row.file_id,
            sha256: row.sha256,
            size: row.size ?? 0n,
            mediaType: row.media_type ?? '',
            name: row.name ?? '',
            check: row.check_state ?? 'waiting',
          }
        : null,
  }))
}

/** A scan that may be read: looked into, or nobody was asked to. */
export function isReadable(proof: Proof | undefined): proof is Proof & { file: object } {
  return proof?.file?.check === 'clean' || proof?.file?.check === 'unchecked'
}

/** Whose scan it is, and how it came. */
export async function findProofOfFile(tx: Tx, fileId: string) {
  return tx
    .selectFrom('letter_proofs')
    .select(['id', 'letter_id as letterId', 'number', 'received_by as receivedBy'])
    .where('file_id', '=', fileId)
    .executeTakeFirst()
}

export async function findProof(tx: Tx, letterId: string, id: string): Promise<Proof | undefined> {
  return (await listProofs(tx, letterId)).find((proof) => proof.id === id)
}

/** The letter is locked by the caller, so its proofs are numbered without a gap. */
export async function insertProof(
  tx: Tx,
  proof: Omit<Insertable<LetterProofsTable>, 'number'>,
): Promise<string> {
  const { id } = await tx
    .insertInto('letter_proofs')
    .values((values) => ({
      ...proof,
      number: values
        .selectFrom('letter_proofs')
        .select((is) => is(is.fn.coalesce(is.fn.max('number'), is.lit(0)), '+', 1).as('next'))
        .where('letter_id', '=', proof.letter_id),
    }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
