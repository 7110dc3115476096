import type { CareerQuarter } from '../members/points.ts'
import type { Tx } from '../platform/db/database.ts'
import { type CareerBounds, type Gap, gapsOf, type Service, unpaidOf } from './career.ts'
import { readQuarters } from './read-quarters.ts'
import { listServices } from './store/services.ts'

/** What a company declared and paid for somebody, with what is missing named (product L2, L4). */
export interface Career {
  /** Newest first, as the account tells them. */
  readonly quarters: readonly CareerQuarter[]
  readonly services: readonly (Service & { readonly joinedOn: Service['from'] })[]
  /** To be declared, or explained. */
  readonly gaps: readonly Gap[]
  /** Left out of the pension until they are paid: it is then worked out again by itself (cdac.ma, 2020). */
  readonly unpaid: readonly CareerQuarter[]
}

interface Person {
  readonly employerId: string
  readonly membershipId: string
  readonly memberNumber: string
}

/** The career of one person, as the estimate and the claim both show it. */
export async function readCareer(tx: Tx, person: Person, bounds: CareerBounds): Promise<Career> {
  const { quarters, isDeclared } = await readQuarters(tx, person, bounds.today)
  const services = await listServices(tx, person)
  return {
    quarters,
    services,
    gaps: gapsOf(services, quarters, bounds, isDeclared),
    unpaid: unpaidOf(quarters),
  }
}
