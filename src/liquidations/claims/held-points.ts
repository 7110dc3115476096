import { type LocalDate } from '../../calendar/index.ts'
import { listValues } from '../../parameters/parameters.ts'
import type { Tx } from '../../platform/db/database.ts'
import { careersByOption, heldPoints } from '../career.ts'
import type { HeldPoints } from '../pension.ts'
import { agesOf } from '../read-nearing.ts'
import { readQuarters } from '../read-quarters.ts'
import type { Claim } from './claim.ts'

/** The points that are paid for on a day, by the option of their category as it is on another. */
export async function readHeldPoints(
  tx: Tx,
  person: Pick<Claim, 'employerId' | 'memberNumber'>,
  { today, agesOn }: { readonly today: LocalDate; readonly agesOn: LocalDate },
): Promise<HeldPoints[]> {
  const ages = await agesOf(tx, person.employerId, agesOn)
  const { quarters } = await readQuarters(tx, person, today)
  const optionIn = (category: string) =>
    ages.find((one) => one.category === category)?.option ?? 'normal'
  const salaries = await listValues(tx, 'reference_salary')
  return heldPoints(careersByOption(quarters, optionIn, salaries), 'earned')
}
