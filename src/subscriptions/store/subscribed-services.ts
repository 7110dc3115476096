import type { PaymentOption, Teleservice } from '../../employers/employer.ts'
import type { Tx } from '../../platform/db/database.ts'

/** Makes the company's services and payment option those of the accepted letter; returns the services that ended. */
export async function saveSubscribedServices(
  tx: Tx,
  employerId: string,
  wanted: { readonly services: readonly Teleservice[]; readonly paymentOption: PaymentOption },
  now: Date,
): Promise<Teleservice[]> {
  const ended = await tx
    .deleteFrom('subscribed_services')
    .where('employer_id', '=', employerId)
    .where('service', 'not in', [...wanted.services])
    .returning('service')
    .execute()
  await tx
    .insertInto('subscribed_services')
    .values(wanted.services.map((service) => ({ employer_id: employerId, service, since: now })))
    .onConflict((conflict) => conflict.columns(['employer_id', 'service']).doNothing())
    .execute()
  await tx
    .updateTable('employers')
    .set((row) => ({
      payment_option: wanted.paymentOption,
      version: row('version', '+', 1),
    }))
    .where('id', '=', employerId)
    .execute()
  return ended.map(({ service }) => service)
}

/** Where the company says it is reached; its name and its ICE are the fund's register. Whether anything changed. */
export async function saveCompanyContact(
  tx: Tx,
  employerId: string,
  contact: Readonly<Record<'address' | 'city' | 'phone' | 'email', string>>,
): Promise<boolean> {
  const { address, city, phone, email } = contact
  const result = await tx
    .updateTable('employers')
    .set((row) => ({ address, city, phone, email, version: row('version', '+', 1) }))
    .where('id', '=', employerId)
    .where((is) =>
      is.or([
        is('address', '!=', address),
        is('city', '!=', city),
        is('phone', '!=', phone),
        is('email', '!=', email),
      ]),
    )
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
