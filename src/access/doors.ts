import type { Service } from '../actors/actor.ts'
import type { Tx } from '../platform/db/database.ts'
import { paths } from '../web/paths.ts'
import type { Account } from './accounts.ts'
import { findAgentByLogin, findDelegateByNumber, findProfileByLogin } from './store/accounts.ts'
import type { AccountKind } from './tables.ts'
import { westernDigits } from '../money/index.ts'

/** Where one signs in: «Administration Utilisateurs», one door per téléservice, the agents' (leaflet, N.B.). */
export const doors = [
  'administration',
  'teledeclaration',
  'compte-adherent',
  'e-paiement',
  'e-liquidation',
  'agence',
] as const

export type Door = (typeof doors)[number]
export type ServiceDoor = Exclude<Door, 'administration' | 'agence'>

const servicesOf: Record<ServiceDoor, readonly Service[]> = {
  teledeclaration: ['declaration_internal', 'declaration_external'],
  'compte-adherent': ['employer_account'],
  'e-paiement': ['payment'],
  'e-liquidation': ['liquidation'],
}

const serviceDoors = Object.keys(servicesOf) as readonly ServiceDoor[]

export function isDoor(text: string | undefined): text is Door {
  return (doors as readonly (string | undefined)[]).includes(text)
}

export function isServiceDoor(text: string | undefined): text is ServiceDoor {
  return (serviceDoors as readonly (string | undefined)[]).includes(text)
}

/** The door that an account opens: its own and no other (product U1, A7). */
export function doorOf(account: {
  readonly kind: AccountKind
  readonly service?: Service | null
}): Door {
  if (account.kind === 'delegate') return 'administration'
  if (account.kind === 'agent') return 'agence'
  const door = serviceDoors.find((one) => servicesOf[one].some((it) => it === account.service))
  if (!door) throw new Error('a profile has no service')
  return door
}

/** The addresses that a door opens begin with this. */
export function areaOf(door: Door): string {
  return door === 'e-paiement' ? paths.payments.orders() : `/${door}`
}

export function signInPath(door: Door): string {
  if (door === 'administration') return paths.signIn.administration()
  if (door === 'agence') return paths.signIn.agency()
  return paths.signIn.service({ service: door })
}

export function kindAt(door: Door): AccountKind {
  if (door === 'administration') return 'delegate'
  return door === 'agence' ? 'agent' : 'profile'
}

/** What was typed at a door, as it is compared: capitals and spaces do not count, nor does a forgotten zero. */
export function normaliseLogin(door: Door, typed: string): string {
  const digits = westernDigits(typed.normalize('NFKC')).replace(/\s/gu, '').toLowerCase()
  return door === 'administration' && /^\d{1,6}$/.test(digits) ? digits.padStart(6, '0') : digits
}

/** The account that this login opens at this door. Another door's login is unknown here. */
export function findAccountAt(tx: Tx, door: Door, login: string): Promise<Account | undefined> {
  if (door === 'administration') return findDelegateByNumber(tx, login)
  if (door === 'agence') return findAgentByLogin(tx, login)
  return findProfileByLogin(tx, login, servicesOf[door])
}
