import type { EmployedActor } from '../../actors/actor.ts'
import { record } from '../../audit/record.ts'
import { todayIn } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import { totalPoints } from '../../members/points.ts'
import { printedCareer } from '../../members/printed-career.ts'
import { composeMember, type MemberView } from '../../members/read-member.ts'
import { sum } from '../../money/index.ts'
import type { Language } from '../../web/words/language.ts'
import { tellStandings } from '../due-standings.ts'
import { type CareerFacts, newAttestationCode } from './attestation.ts'
import { printedReference } from './printed-reference.ts'
import { findAttestation, insertAttestation } from './store.ts'

export interface CareerStatementCommand {
  /** Made with the form: sent twice, it is one statement. */
  readonly id: string
  readonly membershipId: string
  readonly language: Language
}

/** The statement of a member, kept as it is printed, under a code that anybody may check (product C4, C6; quality AT59). */
export async function issueCareerStatement(
  app: AppContext,
  actor: EmployedActor,
  { id, membershipId, language }: CareerStatementCommand,
): Promise<void> {
  const { employerId } = actor
  const issuedAt = app.clock.now()
  const code = newAttestationCode()
  await app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    if (await findAttestation(tx, employerId, id)) return
    const view = await composeMember(tx, app.clock, { actor, id: membershipId, tellStandings })
    const surroundings = {
      fund: app.config.fund,
      at: issuedAt,
      reference: printedReference(code, app.config.url, language),
    }
    const { issuedAt: _, ...paper } = printedCareer(view, surroundings, language)
    const facts = { ...factsOf(view), asOf: todayIn(app.clock), paper }
    const attestation = { id, kind: 'career', code, membershipId, facts, issuedAt } as const
    if (!(await insertAttestation(tx, employerId, { attestation, issuedBy: actor.id }))) return
    await record(tx, actor, issuedAt, {
      action: 'member.statement_issued',
      subject: { kind: 'membership', id: membershipId },
      details: { number: view.member.memberNumber, code },
    })
  })
}

function factsOf({
  member,
  years,
  employerName,
  employerNumber,
}: MemberView): Omit<CareerFacts, 'asOf' | 'paper'> {
  const quarters = years.flatMap((year) => year.quarters)
  return {
    employerName,
    employerNumber,
    memberNumber: member.memberNumber,
    memberName: `${member.lastName} ${member.firstName}`,
    quarters: quarters.length,
    salaries: String(sum(quarters.map(({ salary }) => salary))),
    points: String(totalPoints(years).earned),
  }
}
