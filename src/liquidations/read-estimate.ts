import type { EmployedActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import { firstDay, type LocalDate, type Quarter, todayIn } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { countReading, weightOfPage } from '../members/count-reading.ts'
import type { MemberDetails } from '../members/member.ts'
import { findMember } from '../members/store/memberships.ts'
import { type DatedValue, listValues } from '../parameters/parameters.ts'
import type { Tx } from '../platform/db/database.ts'
import { careersByOption, heldPoints, type OptionCareer, withElsewhere } from './career.ts'
import { type Departure, departuresOf } from './departure.ts'
import { type Estimate, estimatePension } from './estimate.ts'
import type { AskedEstimate } from './estimate-form.ts'
import type { CategoryAge } from './nearing.ts'
import { type AgeOption, type HeldPoints, pensionDate } from './pension.ts'
import { readRuleValues, rulesOn, type RuleValues } from './pension-rules.ts'
import { type Career, readCareer } from './read-career.ts'
import { agesOf } from './read-nearing.ts'
import { type UsedParameter, usedParameters } from './used-parameters.ts'

/** What the portal knows of somebody's career in the company. */
export interface KnownCareer extends Pick<Career, 'gaps' | 'unpaid'> {
  readonly careers: readonly OptionCareer[]
  /** The day before which the company declared elsewhere than here; null when nothing is missing. */
  readonly knownFrom: LocalDate | null
  /** The salaires de référence that its points were divided by. */
  readonly referenceSalaries: readonly DatedValue<number>[]
}

export interface EstimateView extends KnownCareer {
  readonly member: MemberDetails
  /** The categories that the person is in, each with the age of its whole pension. */
  readonly ages: readonly CategoryAge[]
  readonly pensionOn: LocalDate
  readonly departures: readonly Departure[]
  /** The quarter asked for is none in which a pension may begin. */
  readonly isImpossible: boolean
  /** None where no age of the list has a coefficient. */
  readonly departure: Departure | undefined
  readonly estimate: Estimate | undefined
  readonly parameters: readonly UsedParameter[]
}

/** What somebody's pension would be, from what the portal knows; each reading is in the trail (product L4, quality AT59). */
export function readEstimate(
  app: Pick<AppContext, 'db' | 'clock'>,
  actor: EmployedActor,
  id: string,
  asked: AskedEstimate,
): Promise<EstimateView> {
  const { employerId } = actor
  const now = app.clock.now()
  const today = todayIn(app.clock)
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const member = (await findMember(tx, employerId, id)) ?? refuse('web.not_found')
    await countReading(tx, actor, weightOfPage, now)
    const everyAge = await agesOf(tx, employerId, today)
    const { career, services } = await readKnownCareer(tx, employerId, member, { today, everyAge })
    const values = await readRuleValues(tx)
    await record(tx, actor, now, {
      action: 'liquidation.estimated',
      subject: { kind: 'membership', id },
      details: { number: member.memberNumber },
    })
    const ages = everyAge.filter(({ category }) =>
      services.some((service) => service.category === category),
    )
    return { member, ages, ...career, ...estimated(member, { ages, career, values, today }, asked) }
  })
}

async function readKnownCareer(
  tx: Tx,
  employerId: string,
  { id: membershipId, memberNumber }: MemberDetails,
  { today, everyAge }: { readonly today: LocalDate; readonly everyAge: readonly CategoryAge[] },
) {
  const person = { employerId, membershipId, memberNumber }
  const { quarters, services, ...missing } = await readCareer(tx, person, { today, endedOn: null })
  const salaries = await listValues(tx, 'reference_salary')
  const optionIn = (category: string): AgeOption =>
    everyAge.find((one) => one.category === category)?.option ?? 'normal'
  const career: KnownCareer = {
    ...missing,
    careers: careersByOption(quarters, optionIn, salaries),
    knownFrom: knownFrom(services),
    referenceSalaries: salaries,
  }
  return { career, services }
}

/** Somebody may have joined before the portal was declared to: what came before is only in the fund's own books. */
function knownFrom(
  services: readonly { readonly from: LocalDate; readonly joinedOn: LocalDate }[],
): LocalDate | null {
  const first = [...services].sort((a, b) => (a.from < b.from ? -1 : 1))[0]
  return first && services.some(({ joinedOn }) => joinedOn < first.from) ? first.from : null
}

interface Grounds {
  readonly ages: readonly CategoryAge[]
  readonly career: KnownCareer
  readonly values: RuleValues
  readonly today: LocalDate
}

function estimated(member: MemberDetails, grounds: Grounds, asked: AskedEstimate) {
  const { ages, career, values, today } = grounds
  const { bornOn } = member
  const own = ages[0]?.option ?? 'normal'
  const held = (which: 'earned' | 'expected'): HeldPoints[] => {
    const points = withElsewhere(heldPoints(career.careers, which), asked.elsewhere)
    return points.length > 0 ? points : [{ option: own, points: 0n, since2003: 0n }]
  }
  const options = held('expected').map(({ option }) => option)
  const departures = departuresOf(bornOn, options, today, (from) => rulesOn(values, from))
  const pensionOn = pensionDate(bornOn, Math.min(...ages.map(({ age }) => age)))
  const chosen = departures.find(({ quarter }) => sameQuarter(quarter, asked.departure))
  const departure = chosen ?? departures.find(({ from }) => from >= pensionOn) ?? departures[0]
  if (!departure)
    return {
      pensionOn,
      departures,
      isImpossible: false,
      departure,
      estimate: undefined,
      parameters: [],
    }
  const at = { bornOn, from: departure.from, asCapital: asked.asCapital }
  const both = { earned: held('earned'), expected: held('expected') }
  const estimate = estimatePension(both, at, rulesOn(values, departure.from))
  return {
    pensionOn,
    departures,
    isImpossible: asked.departure !== null && chosen === undefined,
    departure,
    estimate,
    parameters: usedParameters(estimate.pension, values, asked.asCapital),
  }
}

function sameQuarter(one: Quarter, other: Quarter | null): boolean {
  return other !== null && firstDay(one) === firstDay(other)
}
