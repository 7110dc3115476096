import type { EmployedActor } from '../actors/actor.ts'
import { type LocalDate, todayIn } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { countReading } from '../members/count-reading.ts'
import { getParameter, getParameters } from '../parameters/parameters.ts'
import type { Tx } from '../platform/db/database.ts'
import { optionOf } from './age-option.ts'
import {
  type CategoryAge,
  endOf,
  type Horizon,
  type NearingMember,
  type Nearness,
  nearnesses,
  nearnessOf,
} from './nearing.ts'
import { fullAgeOf } from './pension.ts'
import { listProducts } from './store/categories.ts'
import { findNearingPage } from './store/nearing.ts'

export interface NearingGroup {
  readonly nearness: Nearness
  /** On every page together. */
  readonly count: number
  /** On this page. */
  readonly members: readonly NearingMember[]
}

export interface NearingView {
  readonly groups: readonly NearingGroup[]
  /** The ages of the company's categories. */
  readonly ages: readonly CategoryAge[]
  /** Rights that nobody claims for so many years are lost. */
  readonly limitationYears: number
  readonly count: number
  readonly page: number
  readonly pages: number
}

const perPage = 50

/** Who nears retirement in the company in hand, the nearest first (product L1). */
export function readNearing(
  app: Pick<AppContext, 'db' | 'clock'>,
  actor: EmployedActor,
  asked: { readonly horizon: Horizon; readonly words: string; readonly page: number },
): Promise<NearingView> {
  const { employerId } = actor
  const today = todayIn(app.clock)
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const ages = await agesOf(tx, employerId, today)
    const filter = { ages, today, pensionBy: endOf(asked.horizon, today), words: asked.words }
    const at = { page: Math.max(1, asked.page), perPage }
    const { byDay, members } = await findNearingPage(tx, employerId, filter, at)
    await countReading(tx, actor, members.length, app.clock.now())
    const count = byDay.reduce((all, day) => all + day.count, 0)
    const pages = Math.max(1, Math.ceil(count / perPage))
    const page = Math.min(at.page, pages)
    const groups = nearnesses.map((nearness) => ({
      nearness,
      count: byDay
        .filter(({ pensionOn }) => nearnessOf(pensionOn, today) === nearness)
        .reduce((all, day) => all + day.count, 0),
      members: members.filter(({ pensionOn }) => nearnessOf(pensionOn, today) === nearness),
    }))
    const limitationYears = await getParameter(tx, 'limitation_years', today)
    return { groups, ages, limitationYears, count, page, pages }
  })
}

/** From which age each category of a company gives a whole pension. */
export async function agesOf(tx: Tx, employerId: string, on: LocalDate): Promise<CategoryAge[]> {
  const { category_ranges: ranges, normal_retirement_age: normalAge } = await getParameters(
    tx,
    ['category_ranges', 'normal_retirement_age'],
    on,
  )
  const categories = await listProducts(tx, employerId)
  return categories.map((one) => {
    const option = optionOf(one, ranges)
    return { category: one.category, option, age: fullAgeOf(option, { normalAge }) }
  })
}
