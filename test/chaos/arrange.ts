import { decideConfig } from '../../src/config.ts'
import { type AppContext, createContext } from '../../src/context.ts'
import { type DemoAccount, insertDelegate, insertProfile } from '../../src/demo/accounts.ts'
import type { Tx } from '../../src/platform/db/database.ts'
import { arrangePayers, type PayingCompany } from './arrange-payers.ts'

export interface Company {
  readonly number: string
  readonly delegatePassword: string
  /** Two people who declare the same periods, and so meet. */
  readonly declarants: readonly { readonly login: string; readonly password: string }[]
}

export interface Cast {
  readonly companies: readonly Company[]
  /** N° Adhérent of companies that nobody has subscribed. */
  readonly unsubscribed: readonly string[]
  readonly agents: readonly DemoAccount[]
  readonly payers: PayingCompany
}

const firstNumber = 900_000
const companyCount = 3
/** Contributions are owed since then: enough periods for a long run. */
export const declaresFrom = { year: 1995, quarter: 1 } as const

/** The companies that clients play, added to the demonstration in one transaction while it runs. */
export async function arrange(
  appUrl: string,
  dataFolder: string,
  unsubscribedCount: number,
): Promise<ArrangedCast> {
  const app = await createContext(decideConfig({ GUICHET_DATA: dataFolder }, 'demonstration'), {
    app: appUrl,
  })
  try {
    return await app.db.transaction({ as: 'system' }, async (tx) => {
      const companies: Company[] = []
      for (let index = 0; index < companyCount; index += 1) {
        companies.push(await insertPlayed(app, tx, String(firstNumber + index)))
      }
      const number = String(firstNumber + 500)
      const payers = await arrangePayers(app, tx, {
        id: await insertEmployer(app, tx, number),
        number,
      })
      const unsubscribed: string[] = []
      for (let index = 0; index < unsubscribedCount; index += 1) {
        const number = String(firstNumber + 1_000 + index)
        await insertEmployer(app, tx, number)
        unsubscribed.push(number)
      }
      return { companies, unsubscribed, payers }
    })
  } finally {
    await app.close()
  }
}

type ArrangedCast = Omit<Cast, 'agents'>

async function insertPlayed(app: AppContext, tx: Tx, number: string): Promise<Company> {
  const id = await insertEmployer(app, tx, number)
  await tx
    .insertInto('subscribed_services')
    .values({ employer_id: id, service: 'declaration', since: app.clock.now() })
    .execute()
  const person = { firstName: 'Delphine', lastName: `Deleguee${number}`, jobTitle: 'Gérante' }
  const delegatePassword = await insertDelegate(app, tx, id, { ...person, cin: `CA${number}` })
  const declarants = []
  for (const [index, letter] of ['a', 'b'].entries()) {
    const login = `chaos${letter}.decl.${number}`
    const { password } = await insertProfile(app, tx, id, {
      firstName: 'Didier',
      lastName: `Declarant${letter}${number}`,
      cin: `C${index}${letter.toUpperCase()}${number}`,
      jobTitle: 'Paie',
      service: 'declaration_internal',
      login,
      mandates: [{ employerId: id, categories: ['01'] }],
    })
    declarants.push({ login, password })
  }
  return { number, delegatePassword, declarants }
}

async function insertEmployer(app: AppContext, tx: Tx, number: string): Promise<string> {
  const { id } = await tx
    .insertInto('employers')
    .values({
      employer_number: number,
      name: `Entreprise ${number} SARL`,
      ice: '001561191000066',
      address: '1, rue de la Secousse',
      city: 'Casablanca',
      phone: '+212522000000',
      email: `contact@entreprise-${number}.example`,
      confirmations_required: 1,
      joined_on: '1995-01-01',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('employer_categories')
    .values({
      employer_id: id,
      category: '01',
      label: 'Personnel',
      product: 'al_kamil',
      employee_rate: 600,
      employer_rate: 780,
      active_from: `${declaresFrom.year}-01-01`,
      active_until: null,
    })
    .execute()
  return id
}
