import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { withConnection } from '../../src/platform/db/connection.ts'
import { inDatabase } from '../../src/platform/db/connection-url.ts'

/** A database that nobody has opened, on the server of the tests. */
export interface EmptyDatabase {
  readonly ownerUrl: string
  readonly appUrl: string
  readonly adminUrl: string
  drop(): Promise<void>
}

export async function emptyDatabase(): Promise<EmptyDatabase> {
  const server = inject('server')
  const name = `guichet_empty_${randomBytes(6).toString('hex')}`
  const owner = new URL(server.ownerUrl).username
  await withConnection(server.adminUrl, (admin) =>
    admin.query(`create database ${name} owner ${owner}`),
  )
  return {
    ownerUrl: inDatabase(server.ownerUrl, name),
    appUrl: inDatabase(server.appUrl, name),
    adminUrl: inDatabase(server.adminUrl, name),
    drop: () =>
      withConnection(server.adminUrl, async (admin) => {
        await admin.query(`drop database if exists ${name} with (force)`)
      }),
  }
}
