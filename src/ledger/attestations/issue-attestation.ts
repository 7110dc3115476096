import type { EmployedActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import { todayIn } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import { isActiveOn } from '../../employers/employer.ts'
import { getEmployer, listCategories } from '../../employers/store/employers.ts'
import { countMembersOn } from '../../members/store/memberships.ts'
import { situationOf } from '../read-situation.ts'
import { isRegular } from '../situation.ts'
import { type CompanyKind, newAttestationCode } from './attestation.ts'
import { insertAttestation } from './store.ts'

export interface AttestationCommand {
  /** Made with the form: sent twice, it is one attestation. */
  readonly id: string
  readonly kind: CompanyKind
}

/** Attests what is true at this moment, under a code that anybody may check; «régularité» only when nothing is late (product C6). */
export async function issueAttestation(
  app: AppContext,
  actor: EmployedActor,
  { id, kind }: AttestationCommand,
): Promise<void> {
  const { employerId } = actor
  const asOf = todayIn(app.clock)
  await app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    if (kind === 'regularity' && !isRegular(await situationOf(tx, employerId, asOf))) {
      return refuse('attestations.not_regular')
    }
    const employer = await getEmployer(tx, employerId)
    const categories = await listCategories(tx, employerId)
    const issuedAt = app.clock.now()
    const code = newAttestationCode()
    const facts = {
      employerName: employer.name,
      employerNumber: employer.number,
      asOf,
      joinedOn: employer.joinedOn,
      members: await countMembersOn(tx, employerId, asOf),
      categories: categories
        .filter((one) => isActiveOn(one, asOf))
        .map(({ category, label }) => ({ category, label })),
    }
    const attestation = { id, kind, code, facts, issuedAt }
    if (!(await insertAttestation(tx, employerId, { attestation, issuedBy: actor.id }))) return
    await record(tx, actor, issuedAt, {
      action: `attestation.issued_${kind}`,
      subject: { kind: 'attestation', id },
      details: { code },
    })
  })
}
