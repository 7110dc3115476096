import { dayMs } from '../../calendar/index.ts'
import type { KeyScope } from '../../actors/actor.ts'
import type { KeyService } from '../tables.ts'

/** What each service lets a key do: one key, one service, as for logins (leaflet, N.B.). */
export const scopesOf: Readonly<Record<KeyService, readonly KeyScope[]>> = {
  declaration_internal: ['check', 'declare', 'receipts'],
  employer_account: ['statement'],
}

/** The service of a key, as addresses name it. */
export const addressOfService = {
  declaration_internal: 'teledeclaration',
  employer_account: 'compte-adherent',
} as const satisfies Readonly<Record<KeyService, string>>

/** Enough to change them one after the other; more are forgotten ones (ours). */
export const keysAtMost = 20
export const addressesAtMost = 10

export interface MachineKey {
  readonly id: string
  readonly service: KeyService
  readonly scopes: readonly KeyScope[]
  readonly categories: readonly string[]
  readonly name: string
  readonly addresses: readonly string[]
  /** What people know it again by. */
  readonly secretStart: string
  readonly madeBy: string
  readonly createdAt: Date
  readonly expiresAt: Date
  /** When it last got in, and when it was last kept out. */
  readonly lastUsedAt: Date | null
  readonly lastRefusedAt: Date | null
  readonly revokedAt: Date | null
  readonly revokedBy: string
  /** The delegate who made it is suspended, or the service is not subscribed to any more. */
  readonly isSuspended: boolean
}

export type KeyStanding = 'in_force' | 'ends_soon' | 'suspended' | 'expired' | 'revoked'

/** How long before its end a key is warned of. */
export const warnedBeforeMs = 30 * dayMs

/** What a key is worth at this moment. A revocation is for ever, an end too; a suspension lasts as long as its cause. */
export function standingOfKey(
  key: Pick<MachineKey, 'revokedAt' | 'expiresAt' | 'isSuspended'>,
  now: Date,
): KeyStanding {
  if (key.revokedAt) return 'revoked'
  const leftMs = key.expiresAt.getTime() - now.getTime()
  if (leftMs <= 0) return 'expired'
  if (key.isSuspended) return 'suspended'
  return leftMs <= warnedBeforeMs ? 'ends_soon' : 'in_force'
}

/** Scopes that are about some categories only. */
export function needsCategories(scopes: readonly KeyScope[]): boolean {
  return scopes.includes('declare') || scopes.includes('receipts')
}

/** As the trail names what a key does: the key, and who made it. */
export function actorName({ name, madeBy }: Pick<MachineKey, 'name' | 'madeBy'>): string {
  return `${name} (${madeBy})`
}
