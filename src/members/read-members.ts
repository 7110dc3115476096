import type { EmployedActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import type { AppContext } from '../context.ts'
import type { Category } from '../employers/employer.ts'
import { listCategories } from '../employers/store/employers.ts'
import { countReading, readableInAnHour } from './count-reading.ts'
import type { MemberFilter, MemberRow } from './member.ts'
import { countMembers, listMembers } from './store/memberships.ts'

export interface MembersView {
  readonly members: readonly MemberRow[]
  readonly categories: readonly Category[]
  readonly count: number
  readonly page: number
  readonly pages: number
}

const perPage = 50

/** A company's members, by name; the list shows no salary (product C4). */
export function readMembers(
  app: Pick<AppContext, 'db' | 'clock'>,
  actor: EmployedActor,
  filter: MemberFilter,
  page: number,
): Promise<MembersView> {
  const { employerId } = actor
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const count = await countMembers(tx, employerId, filter)
    const pages = Math.max(1, Math.ceil(count / perPage))
    const shown = Math.min(Math.max(1, page), pages)
    const offset = (shown - 1) * perPage
    await countReading(tx, actor, Math.min(perPage, count - offset), app.clock.now())
    const members = await listMembers(tx, employerId, filter, { limit: perPage, offset })
    const categories = await listCategories(tx, employerId)
    return { members, categories, count, page: shown, pages }
  })
}

/** The same list as a file. A list longer than what one person may read in an hour is asked for by category. */
export function exportMembers(
  app: Pick<AppContext, 'db' | 'clock'>,
  actor: EmployedActor,
  filter: MemberFilter,
): Promise<readonly MemberRow[]> {
  const { employerId } = actor
  const now = app.clock.now()
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const count = await countMembers(tx, employerId, filter)
    if (count >= readableInAnHour) return refuse('members.too_many_at_once')
    await countReading(tx, actor, count, now)
    await record(tx, actor, now, {
      action: 'members.exported',
      subject: { kind: 'employer', id: employerId },
      details: { members: count },
    })
    return listMembers(tx, employerId, filter, { limit: count, offset: 0 })
  })
}
