import { Pool } from 'pg'

/** For the job library, whose tables belong to the owner. A lost connection is reported, never fatal. */
export function openOwnerPool(ownerUrl: string, max: number, report: (error: Error) => void): Pool {
  const pool = new Pool({
    connectionString: ownerUrl,
    max,
    // After a burst, finished jobs wait for a connection to be crossed off.
    connectionTimeoutMillis: 60_000,
    application_name: 'guichet (jobs)',
  })
  // While it ends, the server may be stopping too: nothing is lost then.
  pool.on('error', (error) => (pool.ending ? undefined : report(error)))
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}
