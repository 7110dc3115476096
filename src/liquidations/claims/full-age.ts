import { localDateAt } from '../../calendar/index.ts'
import { findIdentifiedMember } from '../../members/store/identified-members.ts'
import { getParameters } from '../../parameters/parameters.ts'
import type { Tx } from '../../platform/db/database.ts'
import { optionOf } from '../age-option.ts'
import { fullAgeOf } from '../pension.ts'
import { listProducts } from '../store/categories.ts'
import type { Claim } from './claim.ts'

/** The age of the whole pension of the person of a claim: the fund's, or the one that their category pays for. */
export async function fullAgeOfClaim(
  tx: Tx,
  claim: Pick<Claim, 'employerId' | 'membershipId' | 'startedAt'>,
): Promise<number> {
  const rules = await getParameters(
    tx,
    ['normal_retirement_age', 'category_ranges'],
    localDateAt(claim.startedAt),
  )
  const normalAge = rules.normal_retirement_age
  const member = await findIdentifiedMember(tx, claim.employerId, claim.membershipId)
  const products = await listProducts(tx, claim.employerId)
  const own = products.find(({ category }) => category === member?.category)
  return own ? fullAgeOf(optionOf(own, rules.category_ranges), { normalAge }) : normalAge
}
