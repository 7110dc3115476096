import { addMonths, type LocalDate, localDateAt } from '../../calendar/index.ts'
import { getParameter } from '../../parameters/parameters.ts'
import type { Tx } from '../../platform/db/database.ts'
import { type Claim, isOfSurvivors, isOpenToWriting } from './claim.ts'
import { afterDeath } from './computation.ts'
import { fullAgeOfClaim } from './full-age.ts'
import { pensionStart } from './pension-start.ts'

const yearInMonths = 12

/**
 * The last day of the rights of a claim that the agency does not examine: so many years after they opened (law 64-12, article
 * 62). When they open is our reading: the day from which the pension may run.
 */
export async function limitationOf(
  tx: Tx,
  claim: Claim,
  today: LocalDate,
): Promise<LocalDate | null> {
  const { kind, bornOn, endedOn } = claim
  if (!endedOn || !isOpenToWriting(claim)) return null
  const years = await getParameter(tx, 'limitation_years', today)
  const opened = isOfSurvivors(kind)
    ? afterDeath(endedOn)
    : pensionStart(
        'normal',
        { bornOn, endedOn, askedOn: localDateAt(claim.startedAt) },
        await fullAgeOfClaim(tx, claim),
      ).from
  return addMonths(opened, years * yearInMonths)
}

/** Less than a year away, or past: it is time to say so. */
export function isNear(limitationOn: LocalDate, today: LocalDate): boolean {
  return addMonths(today, yearInMonths) >= limitationOn
}
