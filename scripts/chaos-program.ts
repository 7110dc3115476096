// What `npm run chaos:database` kills: a program on its own embedded database, writing as fast as it can and
// telling on its output what the database has acknowledged.
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { openDatabase } from '../src/platform/db/database.ts'
import { prepareDatabase } from '../src/platform/db/prepare-database.ts'
import { findProjectRoot } from '../src/platform/project-root.ts'

const WRITERS = 8
const EMPLOYERS = Array.from(
  { length: 4 },
  (_, index) => `00000000-0000-4000-8000-00000000000${index}`,
)

const [dataFolder = ''] = process.argv.slice(2)
const prepared = await prepareDatabase({
  url: null,
  appUrl: null,
  dataFolder,
  migrationsFolder: path.join(findProjectRoot(), 'migrations'),
})
const db = openDatabase({
  connectionString: prepared.appUrl,
  max: WRITERS,
  report: () => undefined,
})
process.stdout.write(`server ${prepared.embedded?.pid}\n`)
await Promise.all(Array.from({ length: WRITERS }, write))

async function write(_: unknown, writer: number): Promise<void> {
  const employer = EMPLOYERS[writer % EMPLOYERS.length]
  for (;;) {
    const id = randomUUID()
    try {
      await db.transaction({ as: 'system' }, (tx) =>
        tx.named(
          'chaos.event',
          `select append_audit_event($1, now(), 'system', null, 'chaos', 'chaos.written', 'probe', $2, '{}')`,
          [employer, id],
        ),
      )
      process.stdout.write(`saved ${id}\n`)
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}
