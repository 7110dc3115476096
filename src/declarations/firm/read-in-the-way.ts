import type { ProfileActor } from '../../actors/actor.ts'
import { Refusal } from '../../actors/refusal.ts'
import { parseQuarter, type Quarter, todayIn } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import { type Arrivals, readArrivals } from '../deposits/arrivals.ts'
import { readInHand } from '../read-in-hand.ts'
import type { Company } from './board.ts'
import { fewAtOnce } from './few-at-once.ts'
import { listGranted } from './store/board.ts'
import type { LeftPart } from './store/parts.ts'

/** A part that found a check of its period open: what would be replaced, as it stands now. */
export interface PartInTheWay {
  readonly part: LeftPart
  readonly company: Company
  readonly category: string
  readonly quarter: Quarter
  readonly current: NonNullable<Arrivals['current']>
}

/** Asked of each company in its own scope: a firm's person knows the people of a company only with that company's eyes. */
export async function readInTheWay(
  app: AppContext,
  actor: ProfileActor,
  left: readonly LeftPart[],
): Promise<PartInTheWay[]> {
  const asked = left.filter(({ reason }) => reason === 'in_the_way')
  if (asked.length === 0) return []
  const granted = await app.db.transaction({ as: 'firm', profileId: actor.id }, (tx) =>
    listGranted(tx, actor.id, todayIn(app.clock)),
  )
  const found: PartInTheWay[] = []
  await fewAtOnce(asked, async (part) => {
    const quarter = parseQuarter(part.period)
    const company = granted.find(({ company: of }) => of.number === part.employerNumber)?.company
    if (!company || !quarter.ok) return
    const period = { category: part.category, quarter: quarter.value }
    const current = await findCurrent(app, { ...actor, employerId: company.id }, period)
    if (current) found.push({ part, company, ...period, current })
  })
  return found.sort((one, other) => one.part.number - other.part.number)
}

async function findCurrent(
  app: AppContext,
  actor: ProfileActor & { readonly employerId: string },
  period: { readonly category: string; readonly quarter: Quarter },
): Promise<Arrivals['current']> {
  try {
    return await readInHand(app, actor, async (tx, { terms }) => {
      const isTheirs = terms.some(({ category }) => category === period.category)
      return isTheirs ? (await readArrivals(tx, actor, period)).current : null
    })
  } catch (error) {
    // The mandate was withdrawn meanwhile.
    if (error instanceof Refusal) return null
    throw error
  }
}
