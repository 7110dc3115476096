import type { AgentActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import type { Delegate } from '../access/delegates.ts'
import { findDelegateInFunction } from '../access/store/delegates.ts'
import { record } from '../audit/record.ts'
import { todayIn } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import type { Employer, Teleservice } from '../employers/employer.ts'
import { findEmployer, listSubscribedServices } from '../employers/store/employers.ts'
import type { Letter } from '../letters/letter.ts'
import type { Claim } from '../liquidations/claims/claim.ts'
import { listSentOf } from '../liquidations/claims/store/sent-claims.ts'
import { countReading } from '../members/count-reading.ts'
import { listLettersOf } from '../letters/store/letters.ts'
import { type CompanyMoney, readMoney } from './read-money.ts'
import { countUsers } from './store/users.ts'
import { getReviewer } from './store/reviews.ts'

export interface EmployerFile {
  readonly employer: Employer
  readonly delegate: Delegate | undefined
  readonly services: readonly Teleservice[]
  readonly letters: readonly Letter[]
  /** Sent ones, open or decided. */
  readonly claims: readonly Claim[]
  readonly users: number
  readonly money: CompanyMoney
  readonly isOwnEmployer: boolean
  readonly isSupervisor: boolean
}

/** What the agency knows of a company. Opening it is in the company's own trail (product G6, G7). */
export async function readEmployer(
  app: AppContext,
  actor: AgentActor,
  employerId: string,
): Promise<EmployerFile> {
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const employer = (await findEmployer(tx, employerId)) ?? refuse('web.not_found')
    const claims = await listSentOf(tx, employerId, 20)
    await countReading(tx, actor, claims.length, app.clock.now())
    const me = await getReviewer(tx, actor)
    await record(tx, actor, app.clock.now(), {
      action: 'employer.viewed',
      subject: { kind: 'employer', id: employerId },
      employerId,
    })
    return {
      employer,
      delegate: await findDelegateInFunction(tx, employerId),
      services: await listSubscribedServices(tx, employerId),
      letters: await listLettersOf(tx, employerId, 20),
      claims,
      users: await countUsers(tx, employerId),
      money: await readMoney(tx, employerId, todayIn(app.clock)),
      isOwnEmployer: me.ownEmployerNumber === employer.number,
      isSupervisor: actor.role === 'supervisor',
    }
  })
}
