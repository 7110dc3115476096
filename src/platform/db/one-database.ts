import { randomInt } from 'node:crypto'
import { withConnection } from './connection.ts'

/** The address of the program's role does not open: the cause says why. */
export class ProgramAddressError extends Error {
  override readonly name = 'ProgramAddressError'
}

/** Ours among the advisory locks of a database. */
const family = 1_196_771_397

/**
 * Pages would show one company register and jobs work on another. A lock held by the one is looked for by the other, whatever
 * names their addresses give to the server.
 */
export async function mustBeOneDatabase(ownerUrl: string, appUrl: string): Promise<void> {
  const lock = [family, randomInt(2 ** 31 - 1)]
  const isOne = await withConnection(ownerUrl, async (owner) => {
    await owner.query('select pg_advisory_lock($1, $2)', lock)
    return seesLock(appUrl, lock).catch((cause: unknown) => {
      throw new ProgramAddressError('the address of the program does not open', { cause })
    })
  })
  if (isOne) return
  throw new Error(
    'DATABASE_URL and DATABASE_APP_URL lead to two databases. Give both the same server and name; only the role and its password differ.',
  )
}

function seesLock(appUrl: string, lock: readonly number[]): Promise<boolean> {
  return withConnection(appUrl, async (program) => {
    const { rowCount } = await program.query(
      `select from pg_locks l join pg_database d on d.oid = l.database
        where d.datname = current_database() and l.locktype = 'advisory' and l.classid = $1 and l.objid = $2`,
      [...lock],
    )
    return rowCount !== 0
  })
}
