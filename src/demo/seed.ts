import type { AppContext } from '../context.ts'
import type { Tx } from '../platform/db/database.ts'
import { tellRetirements } from '../liquidations/tell-retirements.ts'
import { paths } from '../web/paths.ts'
import { openAtlasAccount } from './account.ts'
import { type DemoAccount, insertAgent, insertDelegate, insertProfile } from './accounts.ts'
import { colleagues, offerDemonstrationMandate } from './colleagues.ts'
import { prepareDemonstrationClaims } from './claims.ts'
import { insertClient } from './client-history.ts'
import { workForClients } from './client-work.ts'
import { clients, companyOf } from './clients.ts'
import { companies, insertCompany } from './company.ts'
import { sendDemonstrationSubscription } from './subscription.ts'
import { debitSystematically } from './systematic.ts'
import { users } from './users.ts'
import { drawUpDemonstrationOrders } from './orders.ts'
import { sendDemonstrationLetters } from './letters.ts'
import { insertAtlasMembers } from './members.ts'
import { insertPastDeclarations } from './past-declarations.ts'

/**
 * Fills an empty database with invented companies, people and declarations. The accounts to try are kept before the
 * commit: killed between the two, or before the end, the next start begins again from nothing.
 */
export async function seedDemonstration(
  app: AppContext,
  keep: (accounts: readonly DemoAccount[]) => Promise<void>,
): Promise<void> {
  const { atlasId, accounts } = await app.db.transaction({ as: 'system' }, async (tx) => {
    const ids = new Map<string, string>()
    for (const company of companies)
      ids.set(company.number, await insertCompany(tx, company, app.clock.now()))
    for (const client of clients)
      ids.set(client.number, await insertCompany(tx, companyOf(app, client), app.clock.now()))
    const atlasId = idOf(ids, '005839')
    const accounts = [
      ...(await seedDelegates(app, tx, ids)),
      ...(await seedProfiles(app, tx, ids)),
      ...(await seedAgents(app, tx)),
    ]
    for (const colleague of colleagues) await insertProfile(app, tx, atlasId, colleague)
    await insertAtlasMembers(app, tx, atlasId)
    const declarant = await tx
      .selectFrom('profiles')
      .select('id')
      .where('employer_id', '=', atlasId)
      .where('service', '=', 'declaration_internal')
      .executeTakeFirstOrThrow()
    await insertPastDeclarations(app, tx, atlasId, declarant.id)
    await openAtlasAccount(tx, atlasId)
    await seedClients(app, tx, ids)
    await keep(accounts)
    return { atlasId, accounts }
  })
  await drawUpDemonstrationOrders(app, atlasId, accounts)
  await prepareDemonstrationClaims(app, atlasId)
  await sendDemonstrationLetters(app)
  await sendDemonstrationSubscription(app)
  await offerDemonstrationMandate(app, await findAtlasDelegate(app))
  await workForClients(app)
  await debitSystematically(app, accounts)
  await tellRetirements(app)
}

/** What the firm's clients have declared, by the hand of the firm's person. */
async function seedClients(app: AppContext, tx: Tx, ids: Map<string, string>): Promise<void> {
  const { id } = await tx
    .selectFrom('profiles')
    .select('id')
    .where('service', '=', 'declaration_external')
    .executeTakeFirstOrThrow()
  for (const client of clients)
    await insertClient(app, tx, { employerId: idOf(ids, client.number), profileId: id, client })
}

async function findAtlasDelegate(app: AppContext) {
  const row = await app.db.transaction({ as: 'system' }, (tx) =>
    tx
      .selectFrom('delegates')
      .innerJoin('employers', 'employers.id', 'delegates.employer_id')
      .where('employers.employer_number', '=', '005839')
      .select(['delegates.id', 'employers.id as employerId', 'first_name', 'last_name'])
      .executeTakeFirstOrThrow(),
  )
  return { id: row.id, employerId: row.employerId, name: `${row.first_name} ${row.last_name}` }
}

async function seedDelegates(
  app: AppContext,
  tx: Tx,
  ids: Map<string, string>,
): Promise<DemoAccount[]> {
  const people = [
    [
      '005839',
      {
        firstName: 'Salma',
        lastName: 'Berrada',
        cin: 'BE482913',
        jobTitle: 'Directrice des ressources humaines',
      },
    ],
    ['004127', { firstName: 'Mehdi', lastName: 'Aourik', cin: 'JB120457', jobTitle: 'Gérant' }],
    [
      '007003',
      {
        firstName: 'Hanane',
        lastName: 'Temsamani',
        cin: 'KB339120',
        jobTitle: 'Responsable administrative',
      },
    ],
  ] as const
  const accounts: DemoAccount[] = []
  for (const [number, person] of people) {
    const password = await insertDelegate(app, tx, idOf(ids, number), person)
    accounts.push({
      role: number === '005839' ? 'delegate' : `delegate_${number}`,
      signInUrl: app.config.url + paths.signIn.administration(),
      identifier: number,
      password,
    })
  }
  return accounts
}

async function seedProfiles(
  app: AppContext,
  tx: Tx,
  ids: Map<string, string>,
): Promise<DemoAccount[]> {
  const firm = await tx
    .insertInto('firms')
    .values({ ice: '002136093000040', name: 'Fiduciaire Al Amal', created_at: app.clock.now() })
    .returning('id')
    .executeTakeFirstOrThrow()
  const accounts: DemoAccount[] = []
  for (const user of users) {
    const mandates = Object.entries(user.declares ?? {}).map(([number, categories]) => ({
      employerId: idOf(ids, number),
      categories,
      mode: user.types?.includes(number) ? ('form' as const) : ('prepared_file' as const),
    }))
    const profile = { ...user, mandates, ...(user.external ? { firmId: firm.id } : {}) }
    const employerId = idOf(ids, user.employer ?? '005839')
    const { password } = await insertProfile(app, tx, employerId, profile)
    accounts.push({
      role: user.role,
      signInUrl: app.config.url + paths.signIn.service({ service: user.door }),
      identifier: user.login,
      password,
    })
  }
  return accounts
}

/** What gives power to an agent needs two supervisors (decision 0021). */
const secondSupervisor = 'superviseur.zniber'

async function seedAgents(app: AppContext, tx: Tx): Promise<DemoAccount[]> {
  const agents = [
    {
      role: 'agent',
      login: 'agent.bennis',
      firstName: 'Ghita',
      lastName: 'Bennis',
      cin: 'BB310887',
      jobTitle: '',
    },
    {
      role: 'supervisor',
      login: 'superviseur.alaoui',
      firstName: 'Driss',
      lastName: 'Alaoui',
      cin: 'BC402219',
      jobTitle: '',
    },
    {
      role: 'supervisor',
      login: secondSupervisor,
      firstName: 'Amal',
      lastName: 'Zniber',
      cin: 'BD118340',
      jobTitle: '',
    },
  ] as const
  const accounts: DemoAccount[] = []
  for (const agent of agents) {
    const { password, totpSecret } = await insertAgent(app, tx, agent)
    accounts.push({
      role: agent.login === secondSupervisor ? 'supervisor_2' : agent.role,
      signInUrl: app.config.url + paths.signIn.agency(),
      identifier: agent.login,
      password,
      totpSecret,
    })
  }
  return accounts
}

function idOf(ids: Map<string, string>, number: string): string {
  const id = ids.get(number)
  if (!id) throw new Error(`the demonstration has no company ${number}`)
  return id
}
