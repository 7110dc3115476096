import { sql } from 'kysely'
import type { CompanyActor } from '../../actors/actor.ts'
import type { LocalDate } from '../../calendar/index.ts'
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

/** Who worked on it, among those whose mandate is in force that day, for its category. */
export async function listWorkers(
  tx: Tx,
  { declarationId, employerId }: Owner,
  { category, on }: { readonly category: string; readonly on: LocalDate },
): Promise<DeclarationWorker[]> {
  const { rows } = await sql<DeclarationWorker>`
    select p.id, p.first_name || ' ' || p.last_name as name, p.email, p.language
    from declaration_hands hand join profiles p on p.id = hand.worked_by
    where hand.declaration_id = ${declarationId} and hand.employer_id = ${employerId} and p.state = 'active'
      and exists (select from mandates m join mandate_categories c on c.mandate_id = m.id and c.category = ${category}
        where m.profile_id = p.id and m.employer_id = ${employerId} and m.state = 'active'
          and m.from_on <= ${on} and (m.until_on is null or m.until_on >= ${on}))
    order by p.id`.execute(tx)
  return rows
}

/** The firm of somebody who sends for a company; empty for the company's own people and software. */
export async function findFirmOf(tx: Tx, senderId: string): Promise<string> {
  const row = await tx
    .selectFrom('profiles')
    .innerJoin('firms', 'firms.id', 'profiles.firm_id')
    .select('firms.name')
    .where('profiles.id', '=', senderId)
    .executeTakeFirst()
  return row?.name ?? ''
}
