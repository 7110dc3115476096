import { Client } from 'pg'
import { columnTypes } from './column-types.ts'

/**
 * A connection for preparing the database, outside any scope: the roles, the migrations, the checks at
 * start. Requests and jobs never come here.
 */
export async function withConnection<T>(
  url: string,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: 'guichet (start)',
    types: columnTypes,
  })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
