import type { AppContext } from '../context.ts'
import { drawUpSystematic } from '../payments/draw-up-systematic.ts'
import { opposeDebit } from '../payments/oppose-debit.ts'
import type { DemoAccount } from './accounts.ts'
import { insertMembers, insertSent, type Sent } from './client-history.ts'
import { quartersOf } from './clients.ts'
import { type DemoCategory, managers, systematicNumber, workers } from './company.ts'
import { membersOf } from './invented-people.ts'
import { findWorker } from './orders.ts'

/**
 * A company that confirms nothing: what it declared is announced by the clockwork of the portal. One debit was opposed, by its
 * Ordonnateur; the other is to come, and may be opposed until its eve.
 */
export async function debitSystematically(
  app: AppContext,
  accounts: readonly DemoAccount[],
): Promise<void> {
  const declarant = await findDeclarant(app)
  const { employerId } = declarant
  const people = membersOf(company)
  await declare(app, { ...declarant, category: managers, members: people.slice(0, 2) })
  await drawUpSystematic(app)
  const role = `payment_maker_${systematicNumber}`
  const { actor } = await findWorker(app, employerId, accounts, role)
  await opposeDebit(app, actor, {
    orderId: await findAnnounced(app, employerId),
    version: 1,
    reason: 'Un cadre parti en août a été déclaré : la déclaration va être rectifiée',
  })
  await declare(app, { ...declarant, category: workers, members: people.slice(2) })
  await drawUpSystematic(app)
}

const company = { number: systematicNumber, members: 13 }

/** The quarter that is open, of one category. */
async function declare(
  app: AppContext,
  serving: Omit<Sent, 'client' | 'quarter'> & { readonly category: DemoCategory },
): Promise<void> {
  const quarter = quartersOf(app).at(-1)
  if (!quarter) throw new Error('no quarter is open')
  await app.db.transaction({ as: 'system' }, async (tx) => {
    await insertMembers(tx, serving.employerId, serving.members, serving.category)
    await insertSent(tx, { ...serving, client: company, quarter })
  })
}

function findDeclarant(app: AppContext) {
  return app.db.transaction({ as: 'system' }, (tx) =>
    tx
      .selectFrom('profiles')
      .innerJoin('employers', 'employers.id', 'profiles.employer_id')
      .where('employers.employer_number', '=', systematicNumber)
      .where('profiles.service', '=', 'declaration_internal')
      .select(['profiles.id as profileId', 'employers.id as employerId'])
      .executeTakeFirstOrThrow(),
  )
}

async function findAnnounced(app: AppContext, employerId: string): Promise<string> {
  const { id } = await app.db.transaction({ as: 'employer', employerId }, (tx) =>
    tx
      .selectFrom('payment_orders')
      .select('id')
      .where('employer_id', '=', employerId)
      .executeTakeFirstOrThrow(),
  )
  return id
}
