import { refuse } from '../../../actors/refusal.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Mode } from '../user.ts'

export interface NewMandate {
  readonly employerId: string
  readonly profileId: string
  readonly state: 'offered' | 'active'
  readonly mode: Mode
  readonly categories: readonly string[]
  readonly typedName: string
  readonly typedFirm: string
  readonly typedEmail: string
  readonly fromOn: string
  readonly untilOn: string | null
  readonly now: Date
}

export async function insertMandate(tx: Tx, mandate: NewMandate): Promise<string> {
  const { id } = await tx
    .insertInto('mandates')
    .values({
      employer_id: mandate.employerId,
      profile_id: mandate.profileId,
      state: mandate.state,
      mode: mandate.mode,
      typed_name: mandate.typedName,
      typed_firm: mandate.typedFirm,
      typed_email: mandate.typedEmail,
      from_on: mandate.fromOn,
      until_on: mandate.untilOn,
      created_at: mandate.now,
      answered_at: mandate.state === 'active' ? mandate.now : null,
      ended_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertCategories(tx, mandate.employerId, id, mandate.categories)
  return id
}

async function insertCategories(
  tx: Tx,
  employerId: string,
  mandateId: string,
  categories: readonly string[],
): Promise<void> {
  const rows = categories.map((category) => ({
    mandate_id: mandateId,
    employer_id: employerId,
    category,
  }))
  if (rows.length > 0) await tx.insertInto('mandate_categories').values(rows).execute()
}

export interface MandateKey {
  readonly employerId: string
  readonly id: string
  readonly version: number
}

/** Changes what a declarant may declare, if nobody changed it meanwhile. */
export async function changeMandateScope(
  tx: Tx,
  mandate: MandateKey,
  scope: {
    readonly mode: Mode
    readonly categories: readonly string[]
    readonly untilOn: string | null
  },
): Promise<void> {
  await changeMandate(tx, mandate, { mode: scope.mode, until_on: scope.untilOn })
  await tx
    .deleteFrom('mandate_categories')
    .where('mandate_id', '=', mandate.id)
    .where('employer_id', '=', mandate.employerId)
    .execute()
  await insertCategories(tx, mandate.employerId, mandate.id, scope.categories)
}

export async function changeMandate(
  tx: Tx,
  mandate: MandateKey,
  change: {
    readonly state?: 'active' | 'suspended' | 'revoked'
    readonly mode?: Mode
    readonly until_on?: string | null
    readonly ended_at?: Date | null
    readonly end_reason?: string
  },
): Promise<void> {
  const changed = await tx
    .updateTable('mandates')
    .set({ ...change, version: mandate.version + 1 })
    .where('id', '=', mandate.id)
    .where('employer_id', '=', mandate.employerId)
    .where('version', '=', mandate.version)
    .executeTakeFirst()
  if (changed.numUpdatedRows !== 1n) refuse('web.changed_meanwhile')
}

/** Has this person an open mandate of this company already, under whatever login? */
export async function isMandated(
  tx: Tx,
  employerId: string,
  identityKey: Buffer,
): Promise<boolean> {
  const row = await tx
    .selectFrom('mandates')
    .innerJoin('profiles', 'profiles.id', 'mandates.profile_id')
    .select('mandates.id')
    .where('mandates.employer_id', '=', employerId)
    .where('mandates.state', 'in', ['offered', 'active', 'suspended'])
    .where('profiles.identity_key', '=', identityKey)
    .where('profiles.firm_id', 'is not', null)
    .executeTakeFirst()
  return row !== undefined
}

/** The login that a mandate of the company is for. */
export async function getMandatedProfile(
  tx: Tx,
  employerId: string,
  mandateId: string,
): Promise<string> {
  const row = await tx
    .selectFrom('mandates')
    .select('profile_id')
    .where('employer_id', '=', employerId)
    .where('id', '=', mandateId)
    .executeTakeFirstOrThrow()
  return row.profile_id
}

/** The address that the delegate typed with the offer. */
export async function findTypedEmail(
  tx: Tx,
  employerId: string,
  mandateId: string,
): Promise<string> {
  const row = await tx
    .selectFrom('mandates')
    .select('typed_email')
    .where('employer_id', '=', employerId)
    .where('id', '=', mandateId)
    .executeTakeFirst()
  return row?.typed_email ?? ''
}
