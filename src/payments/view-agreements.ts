import { showStatement } from '../access/show-statement.ts'
import type { ShownStatement, Statement } from '../access/statement.ts'
import type { EmployedActor } from '../actors/actor.ts'
import type { AppContext } from '../context.ts'
import type { Employer } from '../employers/employer.ts'
import { getEmployer } from '../employers/store/employers.ts'
import { findSettingsToCome, type SettingsToCome } from '../employers/store/payment-settings.ts'
import type { Tx } from '../platform/db/database.ts'
import { settingsStatement, validatorStatement } from './agreement-wording.ts'
import { gainingBySettings, mayAgree } from './agreement.ts'
import {
  listDelegatePersons,
  listPaymentUsers,
  mayConfirmAt,
  type PaymentUser,
} from './store/people.ts'

/** Somebody who will be able to confirm, and whether this person may agree that they do so at once. */
export interface WaitingValidator {
  readonly user: PaymentUser
  readonly confirmsFrom: Date
  /** They also draw up: where one's own orders may be confirmed, they would pay alone. */
  readonly drawsUp: boolean
  readonly mayAgree: boolean
}

/** What the delegate decided and does not count yet. */
interface Waits {
  readonly validators: readonly WaitingValidator[]
  readonly settings: (SettingsToCome & { readonly mayAgree: boolean }) | null
}

/** The same as a page shows it: what this person would agree to, by the name of its form. */
export interface AgreementsView extends Waits {
  readonly employer: Employer
  readonly isMaker: boolean
  readonly statements: ReadonlyMap<string, ShownStatement>
}

export async function viewAgreements(
  app: AppContext,
  actor: EmployedActor,
): Promise<AgreementsView> {
  const { employerId } = actor
  const view = await app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const users = await listPaymentUsers(tx, employerId)
    const me = users.find((one) => one.profileId === actor.id)
    const waits = await listWaiting(tx, { employerId, users, me, at: app.clock.now() })
    const employer = await getEmployer(tx, employerId)
    return { employer, isMaker: me?.isMaker ?? false, ...waits }
  })
  const statements = new Map<string, ShownStatement>()
  for (const [name, statement] of statementsOf(view))
    statements.set(name, await showStatement(app, actor, statement))
  return { ...view, statements }
}

/** What this person may agree to: settings, and Validateurs by their login. */
function statementsOf(view: Waits & { readonly employer: Employer }): [string, Statement][] {
  const { number } = view.employer
  const { settings, validators } = view
  return [
    ...(settings?.mayAgree
      ? [['settings', settingsStatement(number, settings)] as [string, Statement]]
      : []),
    ...validators
      .filter((one) => one.mayAgree)
      .map(({ user, confirmsFrom }): [string, Statement] => [
        user.profileId,
        validatorStatement(number, { ...user, confirmsFrom }),
      ]),
  ]
}

interface Looking {
  readonly employerId: string
  readonly users: readonly PaymentUser[]
  readonly me: PaymentUser | undefined
  readonly at: Date
}

/** The same within a transaction that reads more. */
export async function listWaiting(tx: Tx, { employerId, users, me, at }: Looking): Promise<Waits> {
  const delegates = await listDelegatePersons(tx, employerId)
  const agrees = (gaining: ReadonlySet<string>) =>
    me !== undefined && mayAgree({ ...me, waits: !mayConfirmAt(me, at) }, { gaining, delegates })
  const settings = await findSettingsToCome(tx, employerId)
  const makers = new Set(users.filter((one) => one.isMaker).map((one) => one.person))
  const validators = users.flatMap((user) => {
    const { person, confirmsFrom, isValidator } = user
    if (!isValidator || confirmsFrom === null || confirmsFrom <= at) return []
    const drawsUp = makers.has(person)
    return [{ user, confirmsFrom, drawsUp, mayAgree: agrees(new Set([person])) }]
  })
  return {
    validators,
    settings: settings
      ? { ...settings, mayAgree: agrees(gainingBySettings(settings, users)) }
      : null,
  }
}
