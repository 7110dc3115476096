import type { EmployedActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import { type Clock, formatQuarter, type LocalDate, todayIn } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { getEmployer } from '../employers/store/employers.ts'
import { listValues } from '../parameters/parameters.ts'
import type { Tx } from '../platform/db/database.ts'
import { countReading, weightOfPage } from './count-reading.ts'
import type { MemberDetails } from './member.ts'
import { type CareerYear, careerYears, type Standing } from './points.ts'
import { listCareer } from './store/careers.ts'
import { findMember } from './store/memberships.ts'

/** How each due of a company stands, by its name («01 2024T3»): told by the ledger, which stands above this module. */
export type TellStandings = (
  tx: Tx,
  employerId: string,
  today: LocalDate,
) => Promise<ReadonlyMap<string, Standing>>

export interface MemberView {
  readonly member: MemberDetails
  readonly employerName: string
  readonly employerNumber: string
  /** The newest first. */
  readonly years: readonly CareerYear[]
}

/** How the reading is told in the company's trail. */
export type ReadingAction = 'member.viewed' | 'member.exported'

/** One person's salaries by quarter and the points that they earned; each reading is in the trail (product C4, quality AT59). */
export function readMember(
  app: Pick<AppContext, 'db' | 'clock'>,
  actor: EmployedActor,
  id: string,
  {
    tellStandings,
    action,
  }: { readonly tellStandings: TellStandings; readonly action: ReadingAction },
): Promise<MemberView> {
  return app.db.transaction({ as: 'employer', employerId: actor.employerId }, async (tx) => {
    const view = await composeMember(tx, app.clock, { actor, id, tellStandings })
    await record(tx, actor, app.clock.now(), {
      action,
      subject: { kind: 'membership', id },
      details: { number: view.member.memberNumber },
    })
    return view
  })
}

interface Composed {
  readonly actor: EmployedActor
  readonly id: string
  readonly tellStandings: TellStandings
}

/** The same in a transaction that tells it in the trail by itself; counted as a reading here. */
export async function composeMember(
  tx: Tx,
  clock: Clock,
  { actor, id, tellStandings }: Composed,
): Promise<MemberView> {
  const { employerId } = actor
  const member = (await findMember(tx, employerId, id)) ?? refuse('web.not_found')
  await countReading(tx, actor, weightOfPage, clock.now())
  const standings = await tellStandings(tx, employerId, todayIn(clock))
  const career = await listCareer(
    tx,
    employerId,
    member.memberNumber,
    ({ category, quarter }) => standings.get(`${category} ${formatQuarter(quarter)}`) ?? 'to_pay',
  )
  const employer = await getEmployer(tx, employerId)
  return {
    member,
    employerName: employer.name,
    employerNumber: employer.number,
    years: careerYears(career, await listValues(tx, 'reference_salary')),
  }
}
