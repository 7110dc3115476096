import { firstDay, type LocalDate, localDate, localDateAt, quarterOf } from '../calendar/index.ts'
import type { Tx } from '../platform/db/database.ts'
import type { PaymentOption, Teleservice } from '../employers/tables.ts'

/** An invented employer, as the fund knows it before any account exists. */
export interface DemoCompany {
  readonly number: string
  readonly name: string
  readonly ice: string
  readonly address: string
  readonly city: string
  readonly paymentOption: PaymentOption
  readonly confirmationsRequired: 1 | 2
  readonly services: readonly Teleservice[]
  readonly categories: readonly DemoCategory[]
  /** Since when its categories are declared online: what is owed begins there. */
  readonly declaresFrom: LocalDate
  /** RIB of a bank account with a debit mandate in force. */
  readonly rib: string | null
}

export interface DemoCategory {
  readonly category: string
  readonly label: string
  readonly employeeRate: number
  readonly employerRate: number
  /** Begins with this quarter: nothing is owed for it yet, and nobody declares it yet. */
  readonly isNew?: true
}

export const workers: DemoCategory = {
  category: '01',
  label: 'Ouvriers et employés',
  employeeRate: 600,
  employerRate: 780,
}
export const managers: DemoCategory = {
  category: '02',
  label: 'Cadres',
  employeeRate: 800,
  employerRate: 1040,
}
const seasonal: DemoCategory = {
  category: '03',
  label: 'Saisonniers',
  employeeRate: 600,
  employerRate: 780,
  isNew: true,
}
const all: readonly Teleservice[] = ['declaration', 'employer_account', 'payment', 'liquidation']

export const atlas: DemoCompany = {
  number: '005839',
  name: 'Atlas Textile SA',
  ice: '001561191000066',
  address: '14, rue des Tisserands',
  city: 'Casablanca',
  paymentOption: 'case_by_case',
  confirmationsRequired: 2,
  services: all,
  categories: [workers, managers, seasonal],
  declaresFrom: localDate('2024-04-01'),
  rib: '007780000123456789012396',
}

/** Debited by itself, under a mandate that says so. */
export const systematicNumber = '007003'

export const companies: readonly DemoCompany[] = [
  atlas,
  {
    number: '004127',
    name: 'Souss Agrumes SARL',
    ice: '001527456000081',
    address: '3, zone industrielle Aït Melloul',
    city: 'Agadir',
    paymentOption: 'transfer',
    confirmationsRequired: 1,
    services: all,
    categories: [workers],
    declaresFrom: localDate('2026-04-01'),
    rib: '011780000012345678901296',
  },
  {
    number: systematicNumber,
    name: 'Rif Logistique et Transports Internationaux du Détroit SA',
    ice: '002163624000014',
    address: '87, avenue du Port',
    city: 'Tanger',
    paymentOption: 'systematic',
    confirmationsRequired: 1,
    services: ['declaration', 'employer_account', 'payment'],
    categories: [workers, managers],
    declaresFrom: localDate('2026-07-01'),
    rib: '011780000007654321009831',
  },
  // Nobody has subscribed yet: the companies to try «Abonnement» with.
  { ...unsubscribed('006412', 'Zellige Design SARL', '000039557000028'), city: 'Fès' },
  { ...unsubscribed('006518', 'Oasis Conserves SA', '000030205000041'), city: 'Marrakech' },
]

function unsubscribed(number: string, name: string, ice: string): DemoCompany {
  return {
    number,
    name,
    ice,
    address: '1, avenue Principale',
    city: 'Rabat',
    paymentOption: 'transfer',
    confirmationsRequired: 1,
    services: [],
    categories: [workers],
    declaresFrom: localDate('2026-07-01'),
    rib: null,
  }
}

export async function insertCompany(tx: Tx, company: DemoCompany, now: Date): Promise<string> {
  const { id } = await tx
    .insertInto('employers')
    .values({
      employer_number: company.number,
      name: company.name,
      ice: company.ice,
      address: company.address,
      city: company.city,
      phone: '+212522000000',
      email: `contact@${company.number}.example`,
      payment_option: company.paymentOption,
      confirmations_required: company.confirmationsRequired,
      joined_on: '2008-01-01',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const service of company.services) {
    await tx
      .insertInto('subscribed_services')
      .values({ employer_id: id, service, since: now })
      .execute()
  }
  for (const { category, label, employeeRate, employerRate, isNew } of company.categories) {
    await tx
      .insertInto('employer_categories')
      .values({
        employer_id: id,
        category,
        label,
        product: 'al_kamil',
        employee_rate: employeeRate,
        employer_rate: employerRate,
        active_from: isNew ? firstDay(quarterOf(localDateAt(now))) : company.declaresFrom,
        active_until: null,
      })
      .execute()
  }
  if (company.rib) await insertAccount(tx, { id, ...company, rib: company.rib }, now)
  return id
}

async function insertAccount(
  tx: Tx,
  company: {
    readonly id: string
    readonly name: string
    readonly number: string
    readonly rib: string
    readonly paymentOption: PaymentOption
  },
  now: Date,
): Promise<void> {
  const account = await tx
    .insertInto('bank_accounts')
    .values({
      employer_id: company.id,
      rib: company.rib,
      bank_name: company.rib.startsWith('007') ? 'Attijariwafa bank' : 'Bank of Africa',
      holder: company.name,
      added_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('debit_mandates')
    .values({
      employer_id: company.id,
      bank_account_id: account.id,
      reference: `MP-${company.number}-0001`,
      kind: company.paymentOption === 'systematic' ? 'systematic' : 'case_by_case',
      state: 'active',
      requested_at: new Date('2023-12-04T10:00:00Z'),
      letter_id: null,
      usable_from: '2024-01-01',
      ended_at: null,
    })
    .execute()
}
