import type { AgentActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import { formatDate, type LocalDate } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { isSameValue } from './differences.ts'
import { catalogue, type ParameterKey, parameterOf } from './parameter-catalogue.ts'
import { findProposal, insertProposal, lockKey } from './store/proposals.ts'
import { findValue } from './store/values.ts'

export interface ProposedChange {
  /** Of the form: sent twice, it is one proposal. */
  readonly id: string
  readonly key: ParameterKey
  readonly validFrom: LocalDate
  readonly value: unknown
  readonly source: string
  readonly illustrative: boolean
  readonly reason: string
}

/** An agent proposes another value, from a day on; nothing changes before a second person has agreed (product G4). */
export async function proposeChange(
  app: Pick<AppContext, 'db' | 'clock'>,
  actor: AgentActor,
  change: ProposedChange,
): Promise<void> {
  const { key, validFrom } = change
  const parameter = parameterOf(key)
  if ('fixed' in catalogue[key]) refuse('parameters.fixed')
  await app.db.transaction({ as: 'agency' }, async (tx) => {
    await lockKey(tx, key)
    if (await findProposal(tx, change.id)) return
    const present = await findValue(tx, key, validFrom)
    const isSame =
      present !== undefined &&
      isSameValue(parameter.type, present.value, change.value) &&
      present.source === change.source &&
      present.illustrative === change.illustrative
    if (isSame) refuse('parameters.no_change')
    const now = app.clock.now()
    await insertProposal(tx, { ...change, proposedBy: actor.id, proposedAt: now })
    await record(tx, actor, now, {
      action: 'parameter.proposed',
      subject: { kind: 'parameter', id: key },
      employerId: null,
      details: {
        parameter: key,
        proposal: change.id,
        from: formatDate(validFrom),
        value: parameter.type.save(change.value as never),
        source: change.source,
        illustrative: change.illustrative,
        reason: change.reason,
      },
    })
  })
}
