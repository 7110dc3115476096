import type { Service } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import {
  getEmployer,
  listCategories,
  listSubscribedServices,
} from '../../employers/store/employers.ts'
import { type Employer, isActiveOn } from '../../employers/employer.ts'
import type { LocalDate } from '../../calendar/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import { teleserviceOf } from './cell.ts'

/** The company, once sure that it subscribed to the service: nothing else can be granted (quality AT64). */
export async function requireSubscribed(
  tx: Tx,
  employerId: string,
  service: Service,
): Promise<Employer> {
  const employer = await getEmployer(tx, employerId)
  const subscribed = await listSubscribedServices(tx, employerId)
  if (!subscribed.includes(teleserviceOf(service))) refuse('administration.service_not_subscribed')
  return employer
}

/** Categories are the company's own and active: another's, or a closed one, does not exist here (quality AT46). */
export async function requireActiveCategories(
  tx: Tx,
  employerId: string,
  wanted: { readonly categories: readonly string[]; readonly today: LocalDate },
): Promise<void> {
  const known = await listCategories(tx, employerId)
  const active = known.filter((category) => isActiveOn(category, wanted.today))
  const isActive = (wantedOne: string) => active.some(({ category }) => category === wantedOne)
  if (!wanted.categories.every(isActive)) refuse('web.not_found')
}
