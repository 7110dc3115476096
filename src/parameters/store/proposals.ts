import { sql } from 'kysely'
import { refuse } from '../../actors/refusal.ts'
import type { LocalDate } from '../../calendar/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import { isUniqueViolation } from '../../platform/db/errors.ts'
import { isParameterKey, type ParameterKey, parameterOf } from '../parameter-catalogue.ts'
import type { Proposal, Signatory } from '../proposal.ts'
import type { ProposalState } from '../tables.ts'
import { jsonOf } from './values.ts'

export type NewProposal = Pick<
  Proposal,
  'id' | 'key' | 'validFrom' | 'value' | 'source' | 'illustrative' | 'reason' | 'proposedAt'
> & { readonly proposedBy: string }

/** Whoever proposes for a key takes turns from here on: the same form sent twice is then seen. */
export async function lockKey(tx: Tx, key: ParameterKey): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`parameter ${key}`}, 0))`.execute(tx)
}

/** One proposal waits at a time for a key: what is approved is the difference that was shown. */
export async function insertProposal(tx: Tx, proposal: NewProposal): Promise<void> {
  try {
    await tx
      .insertInto('parameter_proposals')
      .values({
        id: proposal.id,
        key: proposal.key,
        valid_from: proposal.validFrom,
        value: jsonOf(proposal.key, proposal.value),
        source: proposal.source,
        illustrative: proposal.illustrative,
        reason: proposal.reason,
        proposed_by: proposal.proposedBy,
        proposed_at: proposal.proposedAt,
        decided_by: null,
        decided_at: null,
        decision_note: null,
      })
      .execute()
  } catch (error) {
    if (!isUniqueViolation(error, 'parameter_proposals_one_waiting')) throw error
    refuse('parameters.already_waiting')
  }
}

/** Of a parameter that is no more there is nothing to show. */
export async function findProposal(tx: Tx, id: string): Promise<Proposal | undefined> {
  const row = await proposals(tx).where('proposal.id', '=', id).executeTakeFirst()
  return row && isParameterKey(row.key) ? proposalFrom(row) : undefined
}

/** Whoever decides or withdraws takes turns from here on. */
export async function lockProposal(tx: Tx, id: string): Promise<Proposal> {
  const row = await proposals(tx)
    .where('proposal.id', '=', id)
    .forUpdate('proposal')
    .executeTakeFirst()
  return row ? proposalFrom(row) : refuse('web.not_found')
}

/** Those of a key or of all, newest first. */
export async function listProposals(
  tx: Tx,
  which: { readonly key?: ParameterKey; readonly states: readonly ProposalState[] },
): Promise<Proposal[]> {
  let query = proposals(tx).where('proposal.state', 'in', which.states)
  if (which.key) query = query.where('proposal.key', '=', which.key)
  const rows = await query.orderBy('proposal.proposed_at', 'desc').limit(200).execute()
  return rows.filter((row) => isParameterKey(row.key)).map(proposalFrom)
}

interface Decision {
  readonly state: Exclude<ProposalState, 'waiting'>
  readonly by: string
  readonly at: Date
  readonly note: string | null
}

export async function saveDecision(tx: Tx, proposal: Proposal, decision: Decision): Promise<void> {
  await tx
    .updateTable('parameter_proposals')
    .set({
      state: decision.state,
      decided_by: decision.by,
      decided_at: decision.at,
      decision_note: decision.note,
      version: proposal.version + 1,
    })
    .where('id', '=', proposal.id)
    .where('state', '=', 'waiting')
    .execute()
}

/** Who decides, as a person. */
export async function getSignatory(tx: Tx, agentId: string): Promise<Signatory> {
  const row = await tx
    .selectFrom('agents')
    .select(['id', 'first_name', 'last_name', 'identity_key'])
    .where('id', '=', agentId)
    .where('state', '=', 'active')
    .executeTakeFirst()
  if (!row) return refuse('web.not_allowed')
  return signatory(row.id, row.first_name, row.last_name, row.identity_key)
}

/** Where an agent reads their mail; nothing of an account that is closed. */
export async function findProposerAddress(tx: Tx, agentId: string) {
  return tx
    .selectFrom('agents')
    .select(['email', 'language'])
    .where('id', '=', agentId)
    .where('state', '=', 'active')
    .executeTakeFirst()
}

function proposals(tx: Tx) {
  return tx
    .selectFrom('parameter_proposals as proposal')
    .innerJoin('agents as one', 'one.id', 'proposal.proposed_by')
    .leftJoin('agents as other', 'other.id', 'proposal.decided_by')
    .selectAll('proposal')
    .select(['one.first_name', 'one.last_name', 'one.identity_key'])
    .select([
      'other.first_name as other_first_name',
      'other.last_name as other_last_name',
      'other.identity_key as other_identity_key',
    ])
}

type ProposalRow = Awaited<ReturnType<ReturnType<typeof proposals>['execute']>>[number]

function proposalFrom(row: ProposalRow): Proposal {
  if (!isParameterKey(row.key)) throw new Error(`no parameter is called ${row.key}`)
  const { other_identity_key: decider } = row
  return {
    id: row.id,
    key: row.key,
    validFrom: row.valid_from as LocalDate,
    value: parameterOf(row.key).type.load(row.value),
    source: row.source,
    illustrative: row.illustrative,
    reason: row.reason,
    state: row.state,
    proposedBy: signatory(row.proposed_by, row.first_name, row.last_name, row.identity_key),
    proposedAt: row.proposed_at,
    decidedBy:
      row.decided_by && decider
        ? signatory(row.decided_by, row.other_first_name, row.other_last_name, decider)
        : null,
    decidedAt: row.decided_at,
    decisionNote: row.decision_note,
    version: row.version,
  }
}

// oxlint-disable-next-line max-params -- the columns of a person
function signatory(
  id: string,
  firstName: string | null,
  lastName: string | null,
  identityKey: Buffer,
): Signatory {
  const name = [firstName, lastName].filter(Boolean).join(' ')
  return { id, name, personKey: identityKey.toString('hex') }
}
