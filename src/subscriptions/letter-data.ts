import { z } from 'zod'
import { paymentOptions, teleservices } from '../employers/employer.ts'

const schema = z.object({
  delegate: z.object({
    firstName: z.string(),
    lastName: z.string(),
    jobTitle: z.string(),
    email: z.string(),
    phone: z.string(),
  }),
  company: z.object({
    address: z.string(),
    city: z.string(),
    phone: z.string(),
    email: z.string(),
  }),
  services: z.array(z.enum(teleservices)).min(1),
  paymentOption: z.enum(paymentOptions),
})

export type SubscriptionData = z.infer<typeof schema>

/** What an accepted subscription asks for, read back from its letter; anything else there is a fault. */
export function readSubscriptionData(data: Readonly<Record<string, unknown>>): SubscriptionData {
  return schema.parse(data)
}
