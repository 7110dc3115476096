import type { AgentActor, EmployedActor } from '../../actors/actor.ts'
import { record } from '../../audit/record.ts'
import { type LocalDate, localDateAt, todayIn } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import type { Employer } from '../../employers/employer.ts'
import { getEmployer } from '../../employers/store/employers.ts'
import { countReading, weightOfPage } from '../../members/count-reading.ts'
import { getParameters } from '../../parameters/parameters.ts'
import { readRuleValues, rulesKnownFrom } from '../pension-rules.ts'
import type { Tx } from '../../platform/db/database.ts'
import { maskedIdentity } from '../../platform/secrets/identity.ts'
import { type Career, readCareer } from '../read-career.ts'
import { type Claim, isOfSurvivors, isOver } from './claim.ts'
import { computeClaim } from './compute-claim.ts'
import { afterDeath, type Computation } from './computation.ts'
import { compareEnd, type DeclaredExit, type EndComparison } from './end-of-work.ts'
import { isNear, limitationOf } from './limitation.ts'
import { startOfClaim } from './kind-doubt.ts'
import type { KindDoubt, PensionStart } from './pension-start.ts'
import { getClaim, readWholeClaim, type WholeClaim } from './read-claim.ts'
import { type ClaimDecision, listDecisions } from './store/decisions.ts'
import { findDeclaredExit } from './store/declared-exits.ts'
import { listStatedDeaths, type StatedDeath } from './store/other-claims.ts'
import { type LaterSalary, listLaterSalaries } from './store/later-salaries.ts'

/** A claim, and what the fund knows that bears on it. */
export interface ClaimView extends WholeClaim {
  readonly employer: Employer
  /** «BE••••56»: enough to recognise it. */
  readonly identityMask: string | null
  readonly declaredExit: DeclaredExit | null
  /** Nothing before an end is stated, and for survivors. */
  readonly comparison: EndComparison | null
  readonly start: PensionStart | null
  readonly doubt: KindDoubt | null
  /** Declared for a quarter that begins after the end or the death: one of the two is wrong, or is explained. */
  readonly laterSalaries: readonly LaterSalary[]
  /** What other claims say of a death that this one does not: that there was one, or another day. */
  readonly deaths: readonly StatedDeath[]
  /** The first day whose values are known, when the claim would begin before it. */
  readonly valuesFrom: LocalDate | null
  /** What the company may read of decisions: the final ones. */
  readonly decisions: readonly ClaimDecision[]
  /** The last day of these rights, once it is less than a year away. */
  readonly limitationOn: LocalDate | null
  readonly marriageYears: number
  /** In hundredths of a percent. */
  readonly capitalShare: number
}

type App = Pick<AppContext, 'db' | 'clock' | 'keyring'>

/** The company opens a claim of its own; that it did is in its trail (product G7). */
export function viewClaim(app: App, actor: EmployedActor, id: string): Promise<ClaimView> {
  const { employerId } = actor
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const claim = await getClaim(tx, employerId, id)
    await countReading(tx, actor, 1, app.clock.now())
    await recordView(tx, app, actor, claim)
    return describeClaim(tx, app, claim)
  })
}

export interface WorkedClaimView extends ClaimView {
  /** What it would come to; nothing before an end is stated, or where nothing is worked out. */
  readonly computation: Computation | null
}

/** The same with what it would come to, for the page that follows the claim. */
export function viewWorkedClaim(
  app: App,
  actor: EmployedActor,
  id: string,
): Promise<WorkedClaimView> {
  const { employerId } = actor
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const claim = await getClaim(tx, employerId, id)
    await countReading(tx, actor, weightOfPage, app.clock.now())
    await recordView(tx, app, actor, claim)
    const computation = isOver(claim) ? null : await computeClaim(tx, app, claim)
    return { ...(await describeClaim(tx, app, claim)), computation }
  })
}

export interface ClaimCareerView extends WorkedClaimView {
  readonly career: Career
}

/** The same with the person's salaries by quarter. */
export function viewClaimCareer(
  app: App,
  actor: EmployedActor,
  id: string,
): Promise<ClaimCareerView> {
  const { employerId } = actor
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const claim = await getClaim(tx, employerId, id)
    await countReading(tx, actor, weightOfPage, app.clock.now())
    await recordView(tx, app, actor, claim)
    return {
      ...(await describeClaim(tx, app, claim)),
      career: await careerOf(tx, app, claim),
      computation: await computeClaim(tx, app, claim),
    }
  })
}

export async function recordView(
  tx: Tx,
  app: Pick<AppContext, 'clock'>,
  actor: EmployedActor | AgentActor,
  claim: Claim,
): Promise<void> {
  await record(tx, actor, app.clock.now(), {
    action: 'claim.viewed',
    subject: { kind: 'claim', id: claim.id },
    employerId: claim.employerId,
    details: { reference: claim.reference },
  })
}

/** What the company declared and paid for the person, until the end that the claim states. */
export function careerOf(tx: Tx, app: Pick<AppContext, 'clock'>, claim: Claim): Promise<Career> {
  return readCareer(tx, claim, { today: todayIn(app.clock), endedOn: claim.endedOn })
}

export async function describeClaim(
  tx: Tx,
  app: Pick<AppContext, 'clock' | 'keyring'>,
  claim: Claim,
): Promise<ClaimView> {
  const { employerId, kind, endedOn } = claim
  const whole = await readWholeClaim(tx, claim)
  const askedOn = localDateAt(claim.startedAt)
  const rules = await getParameters(tx, ['marriage_years', 'capital_option_share'], askedOn)
  const { start, doubt } = (await startOfClaim(tx, claim)) ?? { start: null, doubt: null }
  const opensOn = endedOn && (start?.from ?? afterDeath(endedOn))
  const knownFrom = rulesKnownFrom(await readRuleValues(tx))
  const declaredExit = await findDeclaredExit(tx, employerId, claim.memberNumber)
  const today = todayIn(app.clock)
  const limit = await limitationOf(tx, claim, today)
  return {
    ...whole,
    employer: await getEmployer(tx, employerId),
    identityMask: claim.identity && maskedIdentity(app.keyring.open(claim.identity.sealed)),
    declaredExit,
    comparison: endedOn && !isOfSurvivors(kind) ? compareEnd(endedOn, declaredExit) : null,
    start,
    doubt,
    laterSalaries: endedOn ? await listLaterSalaries(tx, claim, endedOn) : [],
    deaths: otherDeaths(claim, await listStatedDeaths(tx, claim)),
    valuesFrom: opensOn && opensOn < knownFrom ? knownFrom : null,
    decisions: await listDecisions(tx, claim),
    limitationOn: limit && isNear(limit, today) ? limit : null,
    marriageYears: rules.marriage_years,
    capitalShare: rules.capital_option_share,
  }
}

/** Of a pension of one's own, any; of survivors, another day than theirs. */
export function otherDeaths(
  { id, kind, endedOn }: Pick<Claim, 'id' | 'kind' | 'endedOn'>,
  deaths: readonly StatedDeath[],
): StatedDeath[] {
  return deaths.filter(
    ({ claimId, diedOn }) =>
      claimId !== id && (!isOfSurvivors(kind) || (endedOn !== null && diedOn !== endedOn)),
  )
}
