import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aWholeCompany, type WholeCompany } from '../../../test/attacks/whole-company.ts'
import { goodPassword } from '../../../test/support/factories.ts'
import type { TestSite } from '../../../test/support/site.ts'
import { fingerprintTold, rowsOf, Takeouts } from '../../../test/support/takeouts.ts'
import { endingOf } from './document-entries.ts'
import { takeoutContents, takenTables } from './store/contents.ts'
import { verifyExport } from './verify-export.ts'

let takeouts: Takeouts
let site: TestSite
let company: WholeCompany
/** Of the company, unpacked. */
let folder: string
let other: WholeCompany
beforeAll(async () => {
  takeouts = await Takeouts.open()
  ;({ site, company } = takeouts)
  other = await aWholeCompany(site, '001526374000186')
  folder = await takeouts.takenOut()
})
afterAll(() => takeouts.close())

function everyText(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  return files
    .filter((one) => one.isFile())
    .map((one) => readFileSync(path.join(one.parentPath, one.name), 'latin1'))
    .join('\n')
}

describe('what an archive holds', () => {
  it('every table of the database, or the reason why not; no column that may open a door', async () => {
    const columns = await site.database.ownerQuery<{ table: string; name: string; type: string }>(
      `select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
      where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`,
    )
    const tables = [...new Set(columns.map(({ table }) => table))]
    expect(tables.sort()).toEqual(Object.keys(takeoutContents).sort())
    const taken = new Map(takenTables)
    const doubtful = columns.filter(({ table, name, type }) => {
      const { but = [], opened = {} } = taken.get(table) ?? { but: [name] }
      const isSuspect = type === 'bytea' || /hash|secret|sealed|token|password|totp|key/.test(name)
      return isSuspect && !but.includes(name) && !(name in opened)
    })
    expect(doubtful.map(({ table, name }) => `${table}.${name}`).sort()).toEqual(provenHarmless)
  })

  it('every row of the company as it was, and nothing of another one', async () => {
    for (const [table, { rows }] of takenTables) {
      const [{ count } = { count: -1 }] = await site.database.ownerQuery<{ count: number }>(
        `select count(*)::int as count from "${table}" where ${rows}`,
        [company.employer.id],
      )
      // Only that it was taken is younger than the archive.
      const younger = table === 'audit_events' ? 1 : 0
      expect([table, rowsOf(folder, table).length + younger]).toEqual([table, count])
    }
    const text = everyText(folder)
    expect(text).not.toContain(other.employer.id)
    expect(text).not.toContain(other.employer.number)
    expect(rowsOf(folder, 'audit_events').at(-1)).toMatchObject({
      action: 'employer.takeout_begun',
    })
  })

  it('declared files under an ending that opens them, and no name of their sender', () => {
    const declared = (name: string) => endingOf({ media_type: 'application/octet-stream', name })
    expect(declared('Paie octobre.TXT')).toBe('.txt')
    expect(declared('declaration')).toBe('')
    expect(declared('../paie.csv/x.exe')).toBe('')
    expect(endingOf({ media_type: 'application/pdf', name: 'paie.txt' })).toBe('.pdf')
  })

  it('identities as they were typed, and documents under their identifier', async () => {
    const [person] = rowsOf(folder, 'delegates')
    expect(person).not.toHaveProperty('identity_sealed')
    expect(person?.['identity_number']).toMatch(/^[A-Z]{1,2}\d+$/)
    const [proof] = rowsOf(folder, 'letter_proofs')
    const document = readFileSync(
      path.join(folder, 'documents', `${String(proof?.['file_id'])}.pdf`),
    )
    expect(document.subarray(0, 5).toString()).toBe('%PDF-')
    const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8'))
    expect(manifest).toMatchObject({ employerNumber: company.employer.number, missing: [] })
    expect(readFileSync(path.join(folder, 'LISEZMOI.txt'), 'utf8')).toContain('Demande écrite')
  })

  it('AT107: no password, key, link or factor', async () => {
    const text = everyText(folder)
    const secrets = await site.database.ownerQuery<{ secret: string }>(
      `select password_hash as secret from delegates where password_hash is not null
       union select password_hash from profiles where password_hash is not null
       union select encode(totp_sealed, 'hex') from delegates where totp_sealed is not null
       union select encode(token_hash, 'hex') from links union select encode(token_hash, 'hex') from sessions
       union select encode(identity_key, 'hex') from delegates
       union select answer_hash from secret_answers union select encode(code_hash, 'hex') from recovery_codes`,
    )
    expect(secrets.length).toBeGreaterThan(5)
    for (const { secret } of secrets) expect(text.includes(secret)).toBe(false)
    for (const secret of [company.session, company.token, company.visit, '$argon2', goodPassword])
      expect(text.includes(secret)).toBe(false)
  })

  it('proves itself, file by file, with what everybody has', async () => {
    execFileSync('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], { cwd: folder })
    const whole = await verifyExport(folder, { fingerprint: await fingerprintTold(takeouts) })
    expect(whole).toMatchObject({ faults: [] })
    expect(whole.events).toBeGreaterThan(5)
    expect(whole.documents).toBeGreaterThan(0)
  })
})

/** Proofs that say nothing of a secret: hashes of documents and of wordings, public keys, names of keys. */
const provenHarmless = `
  audit_chains.last_hash audit_events.hash claim_documents.sha256 claims.form_key declarations.file_sha256
  delegates.passkey_count delegates.password_set_at entry_checks.row_keys files.sha256 ledger_entries.hash
  ledgers.last_hash letter_proofs.sha256 machine_key_categories.key_id machine_refusals.key_id machine_requests.idempotency_key
  machine_requests.key_id payment_confirmations.digest payment_order_revisions.digest payment_orders.digest
  payment_orders.form_key presence_assertions.authenticator_data presence_assertions.client_data
  presence_assertions.credential_id presence_assertions.digest presence_assertions.key_added_at
  presence_assertions.public_key presence_assertions.signature profiles.passkey_count profiles.password_set_at`
  .trim()
  .split(/\s+/)
