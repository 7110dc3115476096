// Refreshes migrations/schema.sql from a database migrated here and now, thrown away afterwards.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { listSchema } from '../src/platform/db/catalogue.ts'
import { startEmbedded } from '../src/platform/db/embedded.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { ensureAppRole, ensureOwner } from '../src/platform/db/roles.ts'
import { findProjectRoot } from '../src/platform/project-root.ts'

const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'guichet-schema-'))
const migrations = path.join(findProjectRoot(), 'migrations')
const server = await startEmbedded({ dataFolder, careless: true })
try {
  const owner = await ensureOwner(server.adminUrl, 'thrown-away')
  await ensureAppRole(owner, 'thrown-away')
  await migrate(owner, migrations)
  writeFileSync(path.join(migrations, 'schema.sql'), await listSchema(owner))
} finally {
  await server.stop()
  rmSync(dataFolder, { recursive: true, force: true })
}
