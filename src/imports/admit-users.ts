import {
  type AdmittedUser,
  admitUser,
  tellDelegateOfUsers,
} from '../access/administration/admit-user.ts'
import { freePartFrom, type NewUser } from '../access/administration/new-user.ts'
import { modes } from '../access/administration/user.ts'
import type { Actor } from '../actors/actor.ts'
import { todayIn } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import type { Tx } from '../platform/db/database.ts'
import { identityKinds } from '../platform/secrets/identity.ts'
import type { Admission } from './admit-delegates.ts'
import { askerOf } from './agree-to-import.ts'
import type { StagedRow } from './store/lines.ts'
import { findCompanyFacts, saveUsersImported } from './store/users.ts'

/**
 * Creates the users of the lines as the form of their delegate would, invited; each delegate hears of theirs in one mail, and
 * finds the list to confirm (decision 0056; product A12). Gives the login of each line.
 */
// oxlint-disable-next-line max-params -- the transaction, the portal, on whose behalf, what
export async function admitUsers(
  tx: Tx,
  app: AppContext,
  actor: Actor,
  { found, rows }: Admission,
): Promise<ReadonlyMap<number, string>> {
  const logins = new Map<number, string>()
  const ids = rows.flatMap(({ employerId }) => employerId ?? [])
  const facts = await findCompanyFacts(tx, ids, { keys: [], today: todayIn(app.clock) })
  for (const employerId of new Set(ids)) {
    const own = rows.filter((row) => row.employerId === employerId)
    const delegateId = facts.get(employerId)?.delegateId
    if (!delegateId) throw new Error(`company ${employerId} has no delegate`)
    const admitted: AdmittedUser[] = []
    for (const row of own) {
      const user = await admitUser(tx, app, actor, {
        employerId,
        delegateId,
        user: userOf(app, row),
        file: found.fileName,
        askedBy: askerOf(found.askedBy),
      })
      admitted.push(user)
      logins.set(row.line, user.login)
    }
    await saveUsersImported(tx, delegateId, app.clock.now())
    await tellDelegateOfUsers(tx, app, delegateId, admitted)
  }
  return logins
}

function userOf(app: AppContext, { fields, line, identitySealed }: StagedRow): NewUser {
  const kind = identityKinds.find((one) => one === fields['identityKind'])
  const service = services.find((one) => one === fields['service'])
  if (!kind || !service || !identitySealed) throw new Error(`line ${line} names nobody`)
  const { firstName = '', lastName = '' } = fields
  const mode = modes.find((one) => one === fields['mode'])
  const powers = fields['powers']?.split(',') ?? []
  return {
    service,
    firstName: firstName ?? '',
    lastName: lastName ?? '',
    jobTitle: fields['jobTitle'] ?? '',
    email: fields['email'] ?? '',
    phone: fields['phone'] ?? '',
    language: fields['language'] === 'ar' ? 'ar' : 'fr',
    suggestedQuestions: [],
    identity: { kind, number: app.keyring.open(identitySealed) },
    freePart: freePartFrom(firstName ?? '', lastName ?? '') || 'utilisateur',
    isFreePartProposed: true,
    firstPassword: { kind: 'link' },
    scope: mode
      ? { mode, categories: fields['categories']?.split(',') ?? [], untilOn: null }
      : null,
    isMaker: powers.includes('maker'),
    isValidator: powers.includes('validator'),
  }
}

const services = ['declaration_internal', 'employer_account', 'payment', 'liquidation'] as const
