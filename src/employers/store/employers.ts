import { sql } from 'kysely'
import type { LocalDate } from '../../calendar/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Category, Employer, Teleservice } from '../employer.ts'
import { ceilingFrom } from './payment-settings.ts'

const columns = [
  'id',
  'employer_number',
  'name',
  'ice',
  'address',
  'city',
  'phone',
  'email',
  'state',
  'payment_option',
  'confirmations_required',
  'self_confirmation',
  'order_ceiling_centimes',
  'daily_ceiling_centimes',
  'joined_on',
  'version',
] as const

/** The company of this identifier, if the scope of the transaction may see it. */
export async function findEmployer(tx: Tx, employerId: string): Promise<Employer | undefined> {
  const row = await tx
    .selectFrom('employers')
    .select(columns)
    .where('id', '=', employerId)
    .executeTakeFirst()
  return row && employerFrom(row)
}

/** The company in hand of a session always exists: its absence is a fault. */
export async function getEmployer(tx: Tx, employerId: string): Promise<Employer> {
  const employer = await findEmployer(tx, employerId)
  if (!employer) throw new Error(`no employer ${employerId} in this scope`)
  return employer
}

/** Holds the company until the transaction ends: two forms about its people take turns. */
export async function lockEmployer(tx: Tx, employerId: string): Promise<void> {
  await tx.selectFrom('employers').select('id').where('id', '=', employerId).forUpdate().execute()
}

/** Which company has this number: by a door of the database, since whoever typed it may not look (quality AT2). */
export async function findEmployerId(tx: Tx, employerNumber: string): Promise<string | null> {
  const { rows } = await sql<{
    id: string | null
  }>`select company_with_number(${employerNumber}) as id`.execute(tx)
  return rows[0]?.id ?? null
}

export async function listSubscribedServices(tx: Tx, employerId: string): Promise<Teleservice[]> {
  const rows = await tx
    .selectFrom('subscribed_services')
    .select('service')
    .where('employer_id', '=', employerId)
    .orderBy('service')
    .execute()
  return rows.map(({ service }) => service)
}

export async function listCategories(tx: Tx, employerId: string): Promise<Category[]> {
  const rows = await tx
    .selectFrom('employer_categories')
    .select(['category', 'label', 'active_from', 'active_until'])
    .where('employer_id', '=', employerId)
    .orderBy('category')
    .execute()
  return rows.map((row) => ({
    category: row.category,
    label: row.label,
    activeFrom: row.active_from as LocalDate,
    activeUntil: row.active_until as LocalDate | null,
  }))
}

interface EmployerRow {
  id: string
  employer_number: string
  name: string
  ice: string | null
  address: string
  city: string
  phone: string
  email: string
  state: Employer['state']
  payment_option: Employer['paymentOption']
  confirmations_required: 1 | 2
  self_confirmation: boolean
  order_ceiling_centimes: bigint | null
  daily_ceiling_centimes: bigint | null
  joined_on: string
  version: number
}

function employerFrom(row: EmployerRow): Employer {
  return {
    id: row.id,
    number: row.employer_number,
    name: row.name,
    ice: row.ice,
    address: row.address,
    city: row.city,
    phone: row.phone,
    email: row.email,
    state: row.state,
    paymentOption: row.payment_option,
    confirmationsRequired: row.confirmations_required,
    selfConfirmation: row.self_confirmation,
    orderCeiling: ceilingFrom(row.order_ceiling_centimes),
    dailyCeiling: ceilingFrom(row.daily_ceiling_centimes),
    joinedOn: row.joined_on as LocalDate,
    version: row.version,
  }
}
