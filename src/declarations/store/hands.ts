import { sql } from 'kysely'
import type { CompanyActor } from '../../actors/actor.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Language } from '../../web/words/language.ts'
import type { Owner } from './lines.ts'

/** Keeps who made a declaration what it is now: asked by whatever changes its lines, or settles a doubt of them. */
export async function noteHand(
  tx: Tx,
  { declarationId, employerId }: Owner,
  { id }: Pick<CompanyActor, 'id'>,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('declaration_hands')
    .values({
      declaration_id: declarationId,
      employer_id: employerId,
      worked_by: id,
      worked_at: at,
    })
    .onConflict((again) =>
      again.columns(['declaration_id', 'worked_by']).doUpdateSet({ worked_at: at }),
    )
    .execute()
}

/** Somebody who worked on a declaration and may still read it. */
export interface DeclarationWorker {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly language: Language
}

/** Who worked on it, among those whose mandate is in force. */
export async function listWorkers(
  tx: Tx,
  { declarationId, employerId }: Owner,
): Promise<DeclarationWorker[]> {
  const { rows } = await sql<DeclarationWorker>`
    select p.id, p.first_name || ' ' || p.last_name as name, p.email, p.language
    from declaration_hands hand join profiles p on p.id = hand.worked_by
    where hand.declaration_id = ${declarationId} and hand.employer_id = ${employerId} and p.state = 'active'
      and exists (select from mandates m where m.profile_id = p.id and m.employer_id = ${employerId} and m.state = 'active')
    order by p.id`.execute(tx)
  return rows
}

/** The firm of somebody who sends for a company; empty for the company's own people and software. */
export async function findFirmName(tx: Tx, senderId: string): Promise<string> {
  const row = await tx
    .selectFrom('profiles')
    .innerJoin('firms', 'firms.id', 'profiles.firm_id')
    .select('firms.name')
    .where('profiles.id', '=', senderId)
    .executeTakeFirst()
  return row?.name ?? ''
}
