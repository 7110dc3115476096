import type { EmployedActor } from '../../actors/actor.ts'
import type { AppContext } from '../../context.ts'
import { getEmployer } from '../../employers/store/employers.ts'
import { countReading } from '../../members/count-reading.ts'
import type { MemberRow } from '../../members/member.ts'
import {
  findIdentifiedMember,
  type IdentifiedMember,
} from '../../members/store/identified-members.ts'
import { listMembers } from '../../members/store/memberships.ts'
import { isRowId } from '../../platform/db/row-id.ts'
import { type Paging, pagingOf } from '../../web/paging.ts'
import type { Claim } from './claim.ts'
import { countClaims, listClaims } from './store/claims.ts'

export interface ClaimsView {
  readonly claims: readonly Claim[]
  readonly count: number
  readonly paging: Paging
  readonly employerName: string
}

const perPage = 50

/** The claims of a company, what waits for it first (product L5). */
export function viewClaims(
  app: Pick<AppContext, 'db' | 'clock'>,
  actor: EmployedActor,
  page: number,
): Promise<ClaimsView> {
  const { employerId } = actor
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const count = await countClaims(tx, employerId)
    const paging = pagingOf(count, page, perPage)
    const claims = await listClaims(tx, employerId, paging)
    await countReading(tx, actor, claims.length, app.clock.now())
    return { claims, count, paging, employerName: (await getEmployer(tx, employerId)).name }
  })
}

export interface StartView {
  readonly words: string
  readonly found: readonly MemberRow[]
  /** Whom the claim would be for, once chosen. */
  readonly member: IdentifiedMember | null
}

const mostFound = 20

/** Whom a claim is for: looked for by the beginning of a name or number, then chosen. */
export function viewStart(
  app: Pick<AppContext, 'db' | 'clock'>,
  actor: EmployedActor,
  asked: { readonly words: string; readonly membershipId: string },
): Promise<StartView> {
  const { employerId } = actor
  const { words, membershipId } = asked
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const member = isRowId(membershipId)
      ? ((await findIdentifiedMember(tx, employerId, membershipId)) ?? null)
      : null
    const filter = { words, category: null, presence: null }
    const found =
      member || words === ''
        ? []
        : await listMembers(tx, employerId, filter, { limit: mostFound, offset: 0 })
    await countReading(tx, actor, found.length + (member ? 1 : 0), app.clock.now())
    return { words, found, member }
  })
}
