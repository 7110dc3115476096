import type { DelegateActor } from '../../actors/actor.ts'
import { type LocalDate, todayIn } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import type { Category, Employer, Teleservice } from '../../employers/employer.ts'
import { findSettingsToCome, type SettingsToCome } from '../../employers/store/payment-settings.ts'
import {
  getEmployer,
  listCategories,
  listSubscribedServices,
} from '../../employers/store/employers.ts'
import { listOpenObjections, type OpenObjection } from '../../letters/store/objections.ts'
import { getParameter } from '../../parameters/parameters.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Delegate } from '../delegates.ts'
import { getDelegate } from '../store/delegates.ts'
import { isUserListDue } from '../user-review.ts'
import { type Cell, cells, serviceOfCell, teleserviceOf } from './cell.ts'
import { type UncoveredCategory, uncoveredCategories } from './coverage.ts'
import { listLeavers } from './store/leavers.ts'
import { type ListedUser, listUsers } from './store/users.ts'
import { type PaymentWarning, paymentWarnings } from './payment-warnings.ts'
import { type DepartureMeasure, departureSigns, isServing, standingOf, type User } from './user.ts'

/** Everything that the pages of «Administration Utilisateurs» stand on, read once. */
export interface Administration extends DepartureMeasure {
  readonly employer: Employer
  /** Settings of E@syPaiement that were decided and do not count yet. */
  readonly settingsToCome: SettingsToCome | undefined
  readonly delegate: Delegate
  readonly services: readonly Teleservice[]
  readonly categories: readonly Category[]
  readonly users: readonly ListedUser[]
  readonly uncovered: readonly UncoveredCategory[]
  readonly paymentWarnings: readonly PaymentWarning[]
  /** What would end this delegate's function or change their address, and they may still stop. */
  readonly openObjections: readonly OpenObjection[]
  /** How long an activation link lives. */
  readonly linkHours: number
  /** The list of users was not confirmed in this quarter. */
  readonly isListDue: boolean
  readonly today: LocalDate
}

/** What the delegate finds on arriving: their company, its users, and what waits (product A2 to A5). */
export async function readAdministration(
  app: Pick<AppContext, 'db' | 'clock'>,
  actor: DelegateActor,
): Promise<Administration> {
  return app.db.transaction({ as: 'employer', employerId: actor.employerId }, (tx) =>
    loadAdministration(tx, app, actor),
  )
}

/** The same, within a transaction that reads more. */
export async function loadAdministration(
  tx: Tx,
  app: Pick<AppContext, 'clock'>,
  actor: DelegateActor,
): Promise<Administration> {
  const { employerId } = actor
  const today = todayIn(app.clock)
  const now = app.clock.now()
  const employer = await getEmployer(tx, employerId)
  const delegate = await getDelegate(tx, employerId, actor.id)
  const services = await listSubscribedServices(tx, employerId)
  const categories = await listCategories(tx, employerId)
  const users = await listUsers(tx, employerId)
  const dormantMonths = await getParameter(tx, 'dormant_months', today)
  const linkHours = await getParameter(tx, 'activation_link_hours', today)
  const plain = users.map(({ user }) => user)
  return {
    employer,
    settingsToCome: await findSettingsToCome(tx, employerId),
    delegate,
    services,
    categories,
    users,
    uncovered: services.includes('declaration')
      ? uncoveredCategories(categories, plain, today)
      : [],
    paymentWarnings: paymentWarnings(
      users
        .filter(({ user }) => user.service === 'payment')
        .map(({ user, person }) => ({ user, personKey: person })),
      employer,
    ),
    openObjections: await listOpenObjections(tx, employerId, now),
    dormantMonths,
    leftOn: await listLeavers(tx, employerId),
    linkHours,
    isListDue: isUserListDue(delegate, today) && users.length > 0,
    today,
    now,
  }
}

export function usersOfCell(administration: Administration, cell: Cell): User[] {
  const service = serviceOfCell(cell)
  return administration.users.map(({ user }) => user).filter((user) => user.service === service)
}

export function isSubscribedTo(administration: Administration, cell: Cell): boolean {
  return administration.services.includes(teleserviceOf(serviceOfCell(cell)))
}

/** A click on the cell leads straight to the fields while nobody is in it; «Profils +» keeps its «Nouveau» (leaflet, Télédéclaration 1–2, E@syPaiement 2). */
export function isFirstUser(administration: Administration, cell: Cell): boolean {
  return (
    cell !== 'profils' &&
    isSubscribedTo(administration, cell) &&
    usersOfCell(administration, cell).length === 0
  )
}

/** The other accesses that the same person has in the company: whoever leaves gives up each of them (leaflet, «IMPORTANT»). */
export function otherAccessesOf({ users }: Administration, { id }: User): User[] {
  const own = users.find(({ user }) => user.id === id)
  return users
    .filter(({ user, person }) => person === own?.person && user.id !== id && isServing(user))
    .map(({ user }) => user)
}

/** The people who have access, each once whatever their accesses. */
export function servingPeople({ users }: Administration): User[] {
  const serving = users.filter(({ user }) => isServing(user))
  return [...new Map(serving.map(({ user, person }) => [person, user])).values()]
}

/** The first sign that this user has left, the same here as at «Départs». */
export function looksGone(administration: Administration, user: User) {
  return departureSigns(user, administration)[0]
}

/** The cells of the band where something waits for the delegate. */
export function waitingCells(administration: Administration): ReadonlySet<Cell> {
  return new Set(cells.filter((cell) => isWaiting(administration, cell)))
}

function isWaiting(administration: Administration, cell: Cell): boolean {
  if (!isSubscribedTo(administration, cell)) return false
  if (cell === 'profils' && administration.paymentWarnings.length > 0) return true
  const declares = cell === 'interne' || cell === 'externe'
  if (declares && administration.uncovered.length > 0) return true
  return usersOfCell(administration, cell).some((user) => needsAnswer(administration, user))
}

function needsAnswer(administration: Administration, user: User): boolean {
  const standing = standingOf(user, administration.now)
  return (
    ['declined', 'link_expired', 'provisional_expired'].includes(standing) ||
    looksGone(administration, user) !== undefined
  )
}
