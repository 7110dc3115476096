import { sql } from 'kysely'
import { type PaymentOption, type Teleservice, teleservices } from '../../employers/employer.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { KnownRow } from '../compare.ts'

/** The delegates in office of these companies, suspended or not, as an import compares them; by company. */
export async function findDelegates(
  tx: Tx,
  employerIds: readonly string[],
): Promise<Map<string, KnownRow>> {
  if (employerIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('delegates as delegate')
    .innerJoin('employers as employer', 'employer.id', 'delegate.employer_id')
    .select(['delegate.id', 'delegate.employer_id', 'delegate.first_name', 'delegate.last_name'])
    .select(['delegate.identity_kind', 'delegate.identity_key', 'delegate.job_title'])
    .select(['delegate.email', 'delegate.phone', 'delegate.language', 'employer.payment_option'])
    .select(
      sql<
        string[]
      >`array(select service from subscribed_services s where s.employer_id = employer.id)`.as(
        'services',
      ),
    )
    .where(sql<boolean>`delegate.employer_id = any(${[...new Set(employerIds)]}::uuid[])`)
    .where('delegate.state', 'in', ['active', 'suspended'])
    .execute()
  return new Map(
    rows.map((row) => [
      row.employer_id,
      {
        id: row.id,
        values: {
          lastName: row.last_name,
          firstName: row.first_name,
          identityKind: row.identity_kind,
          identity: row.identity_key.toString('hex'),
          jobTitle: row.job_title,
          email: row.email,
          phone: row.phone,
          language: row.language,
          paymentOption: row.payment_option,
          services: teleservices.filter((one) => row.services.includes(one)).join(','),
        },
      },
    ]),
  )
}

/** Companies whose signed subscription is being examined: the paper of today decides, not the one of before. */
export async function findSubscribing(
  tx: Tx,
  employerIds: readonly string[],
): Promise<Set<string>> {
  if (employerIds.length === 0) return new Set()
  const rows = await tx
    .selectFrom('letters')
    .select('employer_id')
    .where(sql<boolean>`employer_id = any(${[...new Set(employerIds)]}::uuid[])`)
    .where('kind', 'in', ['subscription', 'renewal'])
    .where('state', 'in', ['received', 'to_complete', 'accepted'])
    .execute()
  return new Set(rows.flatMap(({ employer_id }) => employer_id ?? []))
}

/** Which of these persons, by the key of their document, work for the agency. */
export async function findAgentKeys(tx: Tx, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set()
  const rows = await tx
    .selectFrom('agents')
    .select('identity_key')
    .where('state', '<>', 'declined')
    .execute()
  const agents = new Set(rows.map((row) => row.identity_key.toString('hex')))
  return new Set(keys.filter((key) => agents.has(key)))
}

/** What the company subscribed to on paper; a payment option that the file leaves out stays as it is. */
export async function addServices(
  tx: Tx,
  employerId: string,
  {
    services,
    paymentOption,
    at,
  }: {
    readonly services: readonly Teleservice[]
    readonly paymentOption: PaymentOption | undefined
    readonly at: Date
  },
): Promise<void> {
  await tx
    .insertInto('subscribed_services')
    .values(services.map((service) => ({ employer_id: employerId, service, since: at })))
    .onConflict((conflict) => conflict.columns(['employer_id', 'service']).doNothing())
    .execute()
  if (!paymentOption) return
  await tx
    .updateTable('employers')
    .set((row) => ({ payment_option: paymentOption, version: row('version', '+', 1) }))
    .where('id', '=', employerId)
    .where('payment_option', '<>', paymentOption)
    .execute()
}
