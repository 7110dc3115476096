import { Pool } from 'pg'

/** For the job library, whose tables belong to the owner. A lost connection is reported, never fatal. */
export function openOwnerPool(ownerUrl: string, max: number, report: (error: Error) => void): Pool {
  const pool = new Pool({
    connectionString: ownerUrl,
    max,
    connectionTimeoutMillis: 10_000,
    application_name: 'guichet (jobs)',
  })
  pool.on('error', report)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}
