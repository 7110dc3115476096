import { sql } from 'kysely'
import { refuse } from '../../../actors/refusal.ts'
import type { LocalDate } from '../../../calendar/index.ts'
import { isUniqueViolation } from '../../../platform/db/errors.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { IdentityKind, StoredIdentity } from '../../../platform/secrets/identity.ts'
import type { Claim, ClaimKind, ClaimState } from '../claim.ts'

export const claimColumns = [
  'id',
  'employer_id',
  'reference',
  'kind',
  'state',
  'membership_id',
  'member_number',
  'last_name',
  'first_name',
  'sex',
  'born_on',
  'identity_kind',
  'identity_sealed',
  'identity_compared',
  'ended_on',
  'end_note',
  'career_confirmed_at',
  'career_note',
  'as_capital',
  'started_by',
  'started_at',
  'sent_at',
  'note',
  'ended_at',
  'version',
] as const

export interface ClaimRow {
  id: string
  employer_id: string
  reference: string
  kind: ClaimKind
  state: ClaimState
  membership_id: string
  member_number: string
  last_name: string
  first_name: string
  sex: 'M' | 'F'
  born_on: string
  identity_kind: IdentityKind | null
  identity_sealed: Buffer | null
  identity_compared: boolean | null
  ended_on: string | null
  end_note: string
  career_confirmed_at: Date | null
  career_note: string
  as_capital: boolean | null
  started_by: string
  started_at: Date
  sent_at: Date | null
  note: string
  ended_at: Date | null
  version: number
}

export function claimFrom(row: ClaimRow): Claim {
  return {
    id: row.id,
    employerId: row.employer_id,
    reference: row.reference,
    kind: row.kind,
    state: row.state,
    membershipId: row.membership_id,
    memberNumber: row.member_number,
    lastName: row.last_name,
    firstName: row.first_name,
    sex: row.sex,
    bornOn: row.born_on as LocalDate,
    identity:
      row.identity_kind && row.identity_sealed
        ? {
            kind: row.identity_kind,
            sealed: row.identity_sealed,
            isCompared: row.identity_compared === true,
          }
        : null,
    endedOn: row.ended_on as LocalDate | null,
    endNote: row.end_note,
    careerConfirmedAt: row.career_confirmed_at,
    careerNote: row.career_note,
    asCapital: row.as_capital,
    startedBy: row.started_by,
    startedAt: row.started_at,
    sentAt: row.sent_at,
    note: row.note,
    endedAt: row.ended_at,
    version: row.version,
  }
}

export async function findClaim(
  tx: Tx,
  employerId: string,
  id: string,
): Promise<Claim | undefined> {
  const row = await tx
    .selectFrom('claims')
    .select(claimColumns)
    .where('employer_id', '=', employerId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && claimFrom(row)
}

/** Whatever the company: for the agency and the jobs, whose scope sees every row. */
export async function findAnyClaim(tx: Tx, id: string): Promise<Claim | undefined> {
  const row = await tx
    .selectFrom('claims')
    .select(claimColumns)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && claimFrom(row)
}

/** With the row lock: what is decided about it is decided once. */
export async function lockClaim(
  tx: Tx,
  employerId: string,
  id: string,
): Promise<Claim | undefined> {
  const row = await tx
    .selectFrom('claims')
    .select(claimColumns)
    .where('employer_id', '=', employerId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && claimFrom(row)
}

export async function findClaimByFormKey(
  tx: Tx,
  employerId: string,
  formKey: string,
): Promise<Claim | undefined> {
  const row = await tx
    .selectFrom('claims')
    .select(claimColumns)
    .where('employer_id', '=', employerId)
    .where('form_key', '=', formKey)
    .executeTakeFirst()
  return row && claimFrom(row)
}

export interface NewClaim {
  readonly id: string
  readonly employerId: string
  readonly reference: string
  readonly kind: ClaimKind
  readonly membershipId: string
  readonly memberNumber: string
  readonly lastName: string
  readonly firstName: string
  readonly sex: 'M' | 'F'
  readonly bornOn: LocalDate
  readonly startedBy: string
  readonly startedAt: Date
  readonly formKey: string
}

export async function insertClaim(tx: Tx, claim: NewClaim): Promise<void> {
  try {
    await tx
      .insertInto('claims')
      .values({
        id: claim.id,
        employer_id: claim.employerId,
        reference: claim.reference,
        kind: claim.kind,
        state: 'draft',
        membership_id: claim.membershipId,
        member_number: claim.memberNumber,
        last_name: claim.lastName,
        first_name: claim.firstName,
        sex: claim.sex,
        born_on: claim.bornOn,
        identity_kind: null,
        identity_sealed: null,
        identity_key: null,
        identity_compared: null,
        ended_on: null,
        career_confirmed_at: null,
        as_capital: null,
        started_by: claim.startedBy,
        started_at: claim.startedAt,
        sent_by: null,
        sent_at: null,
        ended_at: null,
        form_key: claim.formKey,
        limitation_told_at: null,
      })
      .execute()
  } catch (error) {
    if (!isUniqueViolation(error, 'claims_one_open')) throw error
    refuse('claims.one_open')
  }
}

export async function nextClaimNumber(tx: Tx): Promise<bigint> {
  const { rows } = await sql<{ next: bigint }>`select nextval('claim_numbers') as next`.execute(tx)
  return rows[0]?.next ?? 0n
}

/** What a step of the list changes in the claim itself. */
export interface ClaimChange {
  readonly state?: ClaimState
  readonly identity?: StoredIdentity & { readonly identity_compared: boolean }
  readonly endedOn?: LocalDate
  readonly endNote?: string
  readonly careerConfirmedAt?: Date
  readonly careerNote?: string
  readonly asCapital?: boolean
  readonly sentBy?: string
  readonly sentAt?: Date
  readonly note?: string
  readonly endedAt?: Date
}

/** The claim is locked by the caller; its version says that it changed. */
export async function saveClaim(
  tx: Tx,
  claim: Pick<Claim, 'id' | 'employerId'>,
  { identity, ...change }: ClaimChange = {},
): Promise<void> {
  await tx
    .updateTable('claims')
    .set((to) => ({
      ...(change.state && { state: change.state }),
      ...identity,
      ...(change.endedOn && {
        ended_on: change.endedOn,
        // The rights lapse on another day: what was told of the former one warns nobody.
        limitation_told_at: to
          .case()
          .when('ended_on', '=', change.endedOn)
          .then(to.ref('limitation_told_at'))
          .else(null)
          .end(),
      }),
      ...(change.endNote !== undefined && { end_note: change.endNote }),
      ...(change.careerConfirmedAt && { career_confirmed_at: change.careerConfirmedAt }),
      ...(change.careerNote !== undefined && { career_note: change.careerNote }),
      ...(change.asCapital !== undefined && { as_capital: change.asCapital }),
      ...(change.sentBy && { sent_by: change.sentBy }),
      ...(change.sentAt && { sent_at: change.sentAt }),
      ...(change.note !== undefined && { note: change.note }),
      ...(change.endedAt && { ended_at: change.endedAt }),
      version: to('version', '+', 1),
    }))
    .where('id', '=', claim.id)
    .where('employer_id', '=', claim.employerId)
    .execute()
}

export async function listClaims(
  tx: Tx,
  employerId: string,
  page: { readonly limit: number; readonly offset: number },
): Promise<Claim[]> {
  const rows = await tx
    .selectFrom('claims')
    .select(claimColumns)
    .where('employer_id', '=', employerId)
    // What waits for the company first, then what waits for the agency, then what is over.
    .orderBy(
      sql`case state when 'incomplete' then 0 when 'draft' then 1 when 'sent' then 2 else 3 end`,
    )
    .orderBy('started_at', 'desc')
    .orderBy('id')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  return rows.map(claimFrom)
}

export async function countClaims(tx: Tx, employerId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('claims')
    .select((is) => is.fn.countAll<bigint>().as('count'))
    .where('employer_id', '=', employerId)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Granted claims, some at a time, in the order of their identifiers: what arrears may change. */
export async function listGranted(tx: Tx, after: string | null, limit: number): Promise<Claim[]> {
  const rows = await tx
    .selectFrom('claims')
    .select(claimColumns)
    .where('state', '=', 'granted')
    .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(claimFrom)
}
