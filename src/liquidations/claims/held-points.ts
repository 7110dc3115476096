import { type LocalDate } from '../../calendar/index.ts'
import { listValues } from '../../parameters/parameters.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { CareerQuarter } from '../../members/points.ts'
import { careersByOption, heldPoints, unpaidOf } from '../career.ts'
import type { HeldPoints } from '../pension.ts'
import { agesOf } from '../read-nearing.ts'
import { readQuarters } from '../read-quarters.ts'
import type { Claim } from './claim.ts'

interface PaidPoints {
  readonly held: HeldPoints[]
  /** Declared quarters that nobody has paid: they are not counted. */
  readonly unpaid: CareerQuarter[]
}

/** The points that are paid for on a day, by the option of their category as it is on another. */
export async function readHeldPoints(
  tx: Tx,
  person: Pick<Claim, 'employerId' | 'memberNumber'>,
  { today, agesOn }: { readonly today: LocalDate; readonly agesOn: LocalDate },
): Promise<PaidPoints> {
  const ages = await agesOf(tx, person.employerId, agesOn)
  const { quarters } = await readQuarters(tx, person, today)
  const optionIn = (category: string) =>
    ages.find((one) => one.category === category)?.option ?? 'normal'
  const salaries = await listValues(tx, 'reference_salary')
  const held = heldPoints(careersByOption(quarters, optionIn, salaries), 'earned')
  return { held, unpaid: unpaidOf(quarters) }
}
