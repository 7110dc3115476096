import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { systemActor, type AgentActor } from '../../src/actors/actor.ts'
import { agreeToImport } from '../../src/imports/agree-to-import.ts'
import { applyImport } from '../../src/imports/apply-import.ts'
import { checkImport } from '../../src/imports/check-import.ts'
import { decideImport } from '../../src/imports/decide-import.ts'
import type { Import } from '../../src/imports/import.ts'
import type { ImportKind } from '../../src/imports/import-kind.ts'
import { readImport } from '../../src/imports/read-import.ts'
import { keepImport } from '../../src/imports/receive-import.ts'
import { anEmployer, goodPassword, type TestEmployer, type TestPerson } from './factories.ts'
import { agentActor } from './letters.ts'
import { openSite, type TestSite } from './site.ts'

/** A fund that takes in files, with a company of category 01, anew before each test. */
export function anImportingFund() {
  const at = { rows } as { site: TestSite; employer: TestEmployer; rows: typeof rows }
  beforeAll(async () => {
    at.site = await openSite()
  })
  beforeEach(async () => {
    at.employer = await anEmployer(at.site, { categories: ['01'] })
  })
  afterAll(() => at.site.close())

  function rows<Row extends object>(sql: string, ...values: unknown[]) {
    return at.site.database.ownerQuery<Row & Record<string, unknown>>(sql, values)
  }

  return at
}

interface Sent {
  /** The command line unless told. */
  readonly actor?: AgentActor
  readonly fileName?: string
}

/** A file as an agent sends it, received but not checked yet. */
export async function aReceivedImport(
  site: TestSite,
  kind: ImportKind,
  content: string | Uint8Array,
  { actor, fileName = 'fichier.csv' }: Sent = {},
): Promise<string> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const id = randomUUID()
  await site.app.files.put(bytes)
  const sha256 = createHash('sha256').update(bytes).digest()
  const file = { id, kind, name: fileName, size: bytes.length, sha256 }
  await keepImport(site.app, actor ?? systemActor('import'), file, { byJob: false })
  return id
}

/** The same, checked. */
export async function anImport(
  site: TestSite,
  kind: ImportKind,
  content: string | Uint8Array,
  sent: Sent = {},
): Promise<Import> {
  const importId = await aReceivedImport(site, kind, content, sent)
  await checkImport(site.app, { importId })
  return importNow(site, importId)
}

/** What a check says of a file: line and code of each finding, in their order. */
export async function findingsOf(
  site: TestSite,
  kind: ImportKind,
  text: string,
): Promise<[number, string][]> {
  const { id } = await anImport(site, kind, text)
  const found = await site.database.ownerQuery<{ line: number; code: string }>(
    'select line, code from import_findings where import_id = $1 order by line, position',
    [id],
  )
  return found.map(({ line, code }) => [line, code])
}

/** A file of employers, whose lines follow the columns that a new one needs, its town and its address. */
export function employersFile(...lines: readonly string[]): string {
  return ['N° Adhérent;Raison sociale;Date d’adhésion;Ville;E-mail', ...lines].join('\n')
}

export async function importNow(site: TestSite, id: string): Promise<Import> {
  return (await readImport(site.app, id, {})).found
}

/** Confirms what was shown and applies it to the end. */
export async function applied(site: TestSite, found: Import): Promise<Import> {
  const { id: importId, version } = found
  await decideImport(site.app, systemActor('import'), { importId, version, decision: 'confirm' })
  await applyImport(site.app, { importId })
  return importNow(site, importId)
}

/** A file that gives power, asked for on the command line and agreed to by this supervisor, applied to the end. */
export async function agreed(site: TestSite, found: Import, by: TestPerson): Promise<Import> {
  const { id: importId, version } = found
  await decideImport(site.app, systemActor('import'), { importId, version, decision: 'confirm' })
  await agreeToImport(site.app, agentActor(by, 'supervisor'), {
    importId,
    version: (await importNow(site, importId)).version,
    password: goodPassword,
    origin: { address: '127.0.0.1', device: null },
  })
  await applyImport(site.app, { importId })
  return importNow(site, importId)
}
