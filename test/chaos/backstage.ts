import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { withConnection } from '../../src/platform/db/connection.ts'
import { inDatabase } from '../../src/platform/db/connection-url.ts'
import { type PreparedDatabase, prepareDatabase } from '../../src/platform/db/prepare-database.ts'
import { findProjectRoot } from '../../src/platform/project-root.ts'

const settleMs = 60_000

/** The portal's own database, past row-level security: to arrange before, and to judge after. */
export interface Backstage {
  readonly prepared: PreparedDatabase
  readonly adminUrl: string
}

/** While the program runs (`share`), or once it is gone. */
export async function openBackstage(dataFolder: string, share: boolean): Promise<Backstage> {
  const prepared = await prepareDatabase({
    url: null,
    appUrl: null,
    dataFolder,
    share,
    migrationsFolder: path.join(findProjectRoot(), 'migrations'),
  })
  const name = new URL(prepared.ownerUrl).pathname.slice(1)
  return { prepared, adminUrl: inDatabase(prepared.embedded?.adminUrl ?? '', name) }
}

/** All clients come from one address, which the portal rightly limits: that is tested elsewhere. */
export function forgetLimits({ adminUrl }: Pick<Backstage, 'adminUrl'>): Promise<void> {
  return withConnection(adminUrl, async (admin) => {
    await admin.query(`delete from throttles where key like 'forms %'`)
    // Nobody sends so many files in a day.
    await admin.query(
      `update deposits set started_at = started_at - interval '2 days' where state in ('checked', 'refused')`,
    )
  })
}

/** Waits until every job that is due has run: those of a killed program are taken over within a minute (RE3). */
export async function settle({ adminUrl }: Pick<Backstage, 'adminUrl'>): Promise<void> {
  const began = performance.now()
  while ((await countDue(adminUrl)) > 0 && performance.now() - began < settleMs) await wait(200)
}

function countDue(adminUrl: string): Promise<number> {
  return withConnection(adminUrl, async (admin) => {
    const { rows } = await admin.query<{ due: number }>(
      `select count(*)::integer as due from graphile_worker._private_jobs
        where attempts < max_attempts and run_at < now() + interval '1 hour'`,
    )
    return Number(rows[0]?.due)
  })
}
