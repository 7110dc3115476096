import type { Page } from '../web/site.ts'
import type { Subscriber } from './subscriber.ts'

/** Who is filling the form, as the use cases know them. */
export function subscriberOf(page: Page): Subscriber {
  return {
    guestKey: page.var.guestKey,
    address: page.var.address,
    language: page.var.visit.language,
  }
}
