// A program that migrates a database, to be killed in the middle of it.
import { migrate } from '../../src/platform/db/migrate.ts'

const [ownerUrl = '', folder = ''] = process.argv.slice(2)
await migrate(ownerUrl, folder)
