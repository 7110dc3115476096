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
