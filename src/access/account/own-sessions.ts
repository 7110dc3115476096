import type { SignedInActor } from '../../actors/actor.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { ownScope } from '../accounts.ts'
import { absoluteMs, idleMs } from '../session.ts'

export interface OpenSession {
  readonly id: string
  readonly browser: string
  readonly startedAt: Date
  readonly seenAt: Date
}

/** The browsers in which this account is open right now. */
export async function listOpenSessions(
  tx: Tx,
  accountId: string,
  now: Date,
): Promise<OpenSession[]> {
  const rows = await tx
    .selectFrom('sessions')
    .select(['id', 'browser', 'started_at', 'seen_at'])
    .where('account_id', '=', accountId)
    .where('stage', '=', 'full')
    .where('ended_at', 'is', null)
    .where('seen_at', '>', new Date(now.getTime() - idleMs))
    .where('started_at', '>', new Date(now.getTime() - absoluteMs))
    .orderBy('seen_at', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    browser: row.browser,
    startedAt: row.started_at,
    seenAt: row.seen_at,
  }))
}

/** When this account was last opened, before the present session. */
export async function findPreviousSignIn(
  tx: Tx,
  actor: Pick<SignedInActor, 'id' | 'sessionId'>,
): Promise<Date | null> {
  const row = await tx
    .selectFrom('sessions')
    .select('started_at')
    .where('account_id', '=', actor.id)
    .where('stage', '=', 'full')
    .where('id', '!=', actor.sessionId)
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.started_at ?? null
}

/** «Fermer les autres sessions»: they end at their next click. */
export async function endOtherSessions(app: AppContext, actor: SignedInActor): Promise<void> {
  await app.db.transaction(ownScope(actor), async (tx) => {
    await closeOthers(tx, app, actor, 'ended_by_owner')
    await record(tx, actor, app.clock.now(), {
      action: 'session.others_ended',
      subject: { kind: actor.kind, id: actor.id },
    })
  })
}

export async function closeOthers(
  tx: Tx,
  app: AppContext,
  actor: Pick<SignedInActor, 'id' | 'sessionId'>,
  reason: 'ended_by_owner' | 'second_factor_changed',
): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({ ended_at: app.clock.now(), end_reason: reason })
    .where('account_id', '=', actor.id)
    .where('id', '!=', actor.sessionId)
    .where('ended_at', 'is', null)
    .execute()
}
