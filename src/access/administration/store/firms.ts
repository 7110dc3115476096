import type { Tx } from '../../../platform/db/database.ts'

/** The firm of this ICE, held; made when nobody named it before. Another company's spelling of its name stays. */
export async function lockFirm(
  tx: Tx,
  firm: { readonly ice: string; readonly name: string; readonly now: Date },
): Promise<{ readonly id: string; readonly name: string }> {
  await tx
    .insertInto('firms')
    .values({ ice: firm.ice, name: firm.name, created_at: firm.now })
    .onConflict((conflict) => conflict.column('ice').doNothing())
    .execute()
  return tx
    .selectFrom('firms')
    .select(['id', 'name'])
    .where('ice', '=', firm.ice)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

export interface FirmPerson {
  readonly id: string
  readonly state: 'invited' | 'active' | 'suspended' | 'removed'
  readonly email: string
  readonly language: 'fr' | 'ar'
}

/**
 * The login that a person already has in a firm. One that was never activated counts only at the same address:
 * otherwise a slip of the hand, or somebody's ill will, would catch the mandates of every later company.
 */
export async function findFirmPerson(
  tx: Tx,
  person: { readonly firmId: string; readonly identityKey: Buffer; readonly email: string },
): Promise<FirmPerson | undefined> {
  return tx
    .selectFrom('profiles')
    .select(['id', 'state', 'email', 'language'])
    .where('firm_id', '=', person.firmId)
    .where('identity_key', '=', person.identityKey)
    .where((is) =>
      is.or([
        is('state', 'in', ['active', 'suspended']),
        is.and([is('state', '=', 'invited'), is('email', '=', person.email)]),
      ]),
    )
    .orderBy('state')
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst()
}

/** Whom one of the company's mandates was offered to. */
export async function getMandatedPerson(
  tx: Tx,
  employerId: string,
  mandateId: string,
): Promise<FirmPerson> {
  return tx
    .selectFrom('mandates')
    .innerJoin('profiles', 'profiles.id', 'mandates.profile_id')
    .select(['profiles.id', 'profiles.state', 'profiles.email', 'profiles.language'])
    .where('mandates.id', '=', mandateId)
    .where('mandates.employer_id', '=', employerId)
    .executeTakeFirstOrThrow()
}

/** Of a firm whose person one may see. */
export async function findFirmName(tx: Tx, firmId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('firms')
    .select('name')
    .where('id', '=', firmId)
    .executeTakeFirst()
  return row?.name ?? null
}
