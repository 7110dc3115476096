import { execFileSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aWholeCompany, type WholeCompany } from '../../../test/attacks/whole-company.ts'
import {
  anAgent,
  anEmployer,
  goodPassword,
  signedIn,
  type TestPerson,
} from '../../../test/support/factories.ts'
import { agentActor } from '../../../test/support/letters.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import type { Screen, Visitor } from '../../../test/support/visitor.ts'
import { askedOf, withPasskey } from '../../../test/support/passkeys.ts'
import { exportTo, runExportEmployer } from '../../cli/export-employer.ts'
import { verifyStatements } from '../../access/verify-statements.ts'
import { paths } from '../../web/paths.ts'
import { askForTakeout } from './ask-for-takeout.ts'
import { collectTakeout } from './collect-takeout.ts'
import { takeoutContents, takenTables } from './store/contents.ts'
import { collectMs } from './takeout.ts'
import { verifyExport } from './verify-export.ts'

let site: TestSite
let company: WholeCompany
let other: WholeCompany
let asker: TestPerson
let first: Visitor
let second: Visitor
/** Of the company, unpacked. */
let folder: string
const folders: string[] = []

beforeAll(async () => {
  site = await openSite()
  company = await aWholeCompany(site, '001526374000089')
  other = await aWholeCompany(site, '001526374000186')
  // Files that were only said to be there.
  const kept = await site.app.files.put(Buffer.from('%PDF-1.7 the minutes of a meeting'))
  await site.database.ownerQuery(
    `update files set sha256 = $1, media_type = 'application/pdf' where sha256 = decode(repeat('00', 32), 'hex')`,
    [kept],
  )
  for (const [table, { opened = {} }] of takenTables)
    for (const column of Object.keys(opened))
      await site.database.ownerQuery(
        `update "${table}" set "${column}" = $1 where length("${column}") < 29`,
        [site.app.keyring.seal('BE123456')],
      )
  asker = await anAgent(site, { role: 'supervisor', firstName: 'Driss', lastName: 'Alaoui' })
  first = await signedIn(site, asker)
  second = await signedIn(site, await anAgent(site, { role: 'supervisor', lastName: 'Zniber' }))
  folder = await takenOut(company.employer.id)
}, 60_000)

afterAll(async () => {
  await site.close()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

async function asked(employerId: string, reason = 'Demande écrite du 12 mars'): Promise<string> {
  await site.database.ownerQuery(withdrawn)
  return askForTakeout(site.app, agentActor(asker, 'supervisor'), { employerId, reason })
}

const withdrawn = `update takeouts set state = 'withdrawn', decided_by = asked_by, decided_at = asked_at where state = 'waiting'`

const agree = async (id: string) => {
  const screen = await second.get(paths.agency.takeout({ id }))
  return second.submit(screen, agreeing, paths.agency.decideTakeout({ id }))
}
const agreeing = { decision: 'accepter', password: goodPassword }

/** Unpacked by the system's own program: what it takes, everybody's takes. */
function unpacked(archive: Uint8Array): string {
  const place = newFolder()
  writeFileSync(path.join(place, 'a.zip'), archive)
  execFileSync('unzip', ['-q', 'a.zip', '-d', 'a'], { cwd: place })
  return path.join(place, 'a')
}

function newFolder(): string {
  const place = mkdtempSync(path.join(tmpdir(), 'guichet-takeout-'))
  folders.push(place)
  return place
}

async function takenOut(employerId: string): Promise<string> {
  const id = await asked(employerId)
  await agree(id)
  const { body, end } = await collectTakeout(site.app, agentActor(asker, 'supervisor'), id)
  const archive = new Uint8Array(await new Response(body).arrayBuffer())
  end()
  return unpacked(archive)
}

const rowsOf = (folder: string, table: string) =>
  JSON.parse(readFileSync(path.join(folder, 'tables', `${table}.json`), 'utf8')) as Record<
    string,
    unknown
  >[]

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
    const whole = await verifyExport(folder, { fingerprint: await fingerprintTold() })
    expect(whole).toMatchObject({ faults: [] })
    expect(whole.events).toBeGreaterThan(5)
    expect(whole.documents).toBeGreaterThan(0)
  })

  it('tells every forgery: of a salary, a document, a table, an event, the list', async () => {
    const forgeries: [string, (copy: string) => void, string][] = [
      ['a salary', change('tables/declaration_lines.json', /"salary/, '"salarx'), 'was changed'],
      ['the same in CSV', change('tables/declaration_lines.csv', /;/, ';9'), 'was changed'],
      ['an event', change('tables/audit_events.json', /takeout_asked/, 'takeout_mislaid'), 'event'],
      ['a document removed', without('documents'), 'is missing'],
      ['a document slipped in', added('documents/x.pdf'), 'documents/x.pdf was added'],
      ['a table removed', without('tables/debit_mandates.csv'), 'is missing'],
      ['the list removed', without('SHA256SUMS'), 'SHA256SUMS is missing'],
      [
        'another file named by the list',
        change('SHA256SUMS', /tables\//, '../'),
        'not of an archive',
      ],
    ]
    for (const [what, forge, fault] of forgeries) {
      const copy = newFolder()
      cpSync(folder, copy, { recursive: true })
      forge(copy)
      expect([what, (await verifyExport(copy)).faults.join('\n')]).toEqual([
        what,
        expect.stringContaining(fault),
      ])
    }
  })

  it('tells them even when the list of hashes was written again', async () => {
    const copy = newFolder()
    cpSync(folder, copy, { recursive: true })
    const faults = async () => {
      execFileSync('sh', ['-c', 'sha256sum manifest.json LISEZMOI.txt */* > SHA256SUMS'], {
        cwd: copy,
      })
      return (await verifyExport(copy)).faults
    }
    const trail = path.join(copy, 'tables/audit_events.json')
    const kept = readFileSync(trail, 'utf8')
    writeFileSync(trail, kept.replace('employer.takeout_asked', 'employer.takeout_mislaid'))
    expect((await faults())[0]).toContain('does not read as what was hashed')
    writeFileSync(trail, kept.replaceAll('employer.takeout_asked', 'employer.takeout_mislaid'))
    expect((await faults())[0]).toContain('not what was written')
    writeFileSync(trail, kept.split('\n').toSpliced(-3, 1).join('\n'))
    expect(await faults()).toEqual(['the end of the trail is missing'])
    writeFileSync(trail, kept)
    rmSync(path.join(copy, 'documents'), { recursive: true })
    mkdirSync(path.join(copy, 'documents'))
    expect((await faults())[0]).toContain('the archive does not say so')
    const list = path.join(copy, 'SHA256SUMS')
    writeFileSync(list, readFileSync(path.join(folder, 'SHA256SUMS')))
    change('tables/memberships.json', /\]/, ' ]')(copy)
    await faults()
    const fingerprint = await fingerprintTold()
    const verdict = await verifyExport(copy, { fingerprint })
    expect(verdict.faults[0]).toContain('it is another archive')
  })
})

/** As the trail of the company has it, for the archive of these tests. */
async function fingerprintTold(): Promise<string> {
  const [told] = await site.database.ownerQuery<{ fingerprint: string }>(
    `select details->>'fingerprint' as fingerprint from audit_events
    where action = 'employer.taken_out' and employer_id = $1 order by sequence limit 1`,
    [company.employer.id],
  )
  return told?.fingerprint ?? ''
}

const change = (name: string, what: RegExp, into: string) => (copy: string) => {
  const file = path.join(copy, name)
  const text = readFileSync(file, 'utf8')
  expect(text).toMatch(what)
  writeFileSync(file, text.replace(what, into))
}
const without = (name: string) => (copy: string) => {
  const place = path.join(copy, name)
  const [first = ''] = name.includes('.') || name === 'SHA256SUMS' ? [''] : readdirSync(place)
  rmSync(path.join(place, first))
}
const added = (name: string) => (copy: string) => writeFileSync(path.join(copy, name), 'x')

/** Proofs that say nothing of a secret: hashes of documents and of wordings, public keys, names of keys. */
const provenHarmless = `
  audit_chains.last_hash audit_events.hash claim_documents.sha256 claims.form_key declarations.file_sha256
  delegates.passkey_count delegates.password_set_at entry_checks.row_keys files.sha256 ledger_entries.hash
  ledgers.last_hash letter_proofs.sha256 machine_key_categories.key_id machine_requests.idempotency_key
  machine_requests.key_id payment_confirmations.digest payment_order_revisions.digest payment_orders.digest
  payment_orders.form_key presence_assertions.authenticator_data presence_assertions.client_data
  presence_assertions.credential_id presence_assertions.digest presence_assertions.key_added_at
  presence_assertions.public_key presence_assertions.signature profiles.passkey_count profiles.password_set_at`
  .trim()
  .split(/\s+/)

/** What the trail says of the last archive of a company. */
async function toldOf(employerId: string): Promise<string[]> {
  const rows = await site.database.ownerQuery<{ action: string }>(
    `select action from audit_events where employer_id = $1 and action ~ 'taken_out|takeout_(begun|failed)'
    order by sequence desc limit 2`,
    [employerId],
  )
  return rows.map(({ action }) => action).toReversed()
}

const leftInData = () =>
  readdirSync(site.app.config.dataFolder, { recursive: true })
    .map(String)
    .filter((name) => /takeout|incoming./.test(name))

describe('two supervisors', () => {
  it('one at a time for a request; what cannot be made is in the trail, and nothing of it is kept', async () => {
    const id = await asked(company.employer.id)
    await agree(id)
    const actor = agentActor(asker, 'supervisor')
    const both = await Promise.allSettled([1, 2].map(() => collectTakeout(site.app, actor, id)))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'takeout.being_collected' },
    })
    for (const one of both) if (one.status === 'fulfilled') one.value.end()
    await site.database.ownerQuery('update takeouts set collected_at = null')
    await site.database.ownerQuery('alter table collection_entries rename to away')
    await expect(collectTakeout(site.app, actor, id)).rejects.toMatchObject({
      code: 'takeout.not_made',
    })
    await site.database.ownerQuery('alter table away rename to collection_entries')
    expect(await toldOf(company.employer.id)).toEqual([
      'employer.takeout_begun',
      'employer.takeout_failed',
    ])
    const [row] = await site.database.ownerQuery(
      'select collected_at from takeouts where id = $1',
      [id],
    )
    expect(row).toEqual({ collected_at: null })
    expect(leftInData()).toEqual([])
    const again = await collectTakeout(site.app, actor, id)
    again.end()
  })

  it('has no name on the disk while it is made, so that no kill leaves it', async () => {
    const id = await asked(company.employer.id)
    await agree(id)
    const actor = agentActor(asker, 'supervisor')
    const seen: string[] = []
    const threads = {
      ...site.app.threads,
      run: (async (task: never, input: never) => {
        const done = await site.app.threads.run(task, input)
        seen.push(...leftInData())
        return done
      }) as typeof site.app.threads.run,
    }
    const { body, end } = await collectTakeout({ ...site.app, threads }, actor, id)
    expect(seen).toEqual([])
    expect((await new Response(body).arrayBuffer()).byteLength).toBeGreaterThan(1_000)
    end()
  })

  it('US22: agrees to what the page showed, by passkey too; and says why when declining', async () => {
    const leila = await anAgent(site, { role: 'supervisor', lastName: 'Berrada' })
    const passkey = await withPasskey(site, leila)
    const visitor = await signedIn(site, leila)
    const before = await visitor.get(paths.agency.takeout({ id: await asked(company.employer.id) }))
    const id = await asked(company.employer.id, 'Décision du tribunal')
    const shown = await visitor.get(paths.agency.takeout({ id }))
    const action = paths.agency.decideTakeout({ id })
    const signed = (screen: Screen) => ({
      decision: 'accepter',
      assertion: passkey.sign(askedOf(screen)),
    })
    const other = await visitor.submit(shown, signed(before), action)
    expect(other.status).toBe(422)
    await site.database.ownerQuery(`update takeouts set reason = 'Autre' where id = $1`, [id])
    const changed = await visitor.submit(shown, signed(shown), action)
    expect(changed.status).toBe(422)
    const again = await visitor.get(shown.url)
    const agreed = await visitor.submit(again, signed(again), action)
    expect(agreed.text).toContain('peut être téléchargée')
    expect(await verifyStatements(site.app.db)).toEqual({ statements: 1, breaks: [] })
    const third = await asked(company.employer.id)
    const asking = await visitor.get(paths.agency.takeout({ id: third }))
    const declining = { decision: 'refuser', motif: ' ' }
    const to = paths.agency.decideTakeout({ id: third })
    const mute = await visitor.submit(asking, declining, to)
    expect([mute.status, mute.text]).toEqual([422, expect.stringContaining('motif du refus')])
    const said = await visitor.submit(mute, { ...declining, motif: 'Sans écrit' }, to)
    expect(said.text).toContain('La sortie est refusée.')
    const [told] = await site.database.ownerQuery(
      `select details->>'because' as because from audit_events where action = 'employer.takeout_declined'`,
    )
    expect(told).toEqual({ because: 'Sans écrit' })
    expect(said.text).toContain('Sans écrit')
    await site.runJobs()
    const subjects = site.mails.map(({ subject }) => subject.replace(/\s/g, ' '))
    expect(subjects).toEqual(
      expect.arrayContaining([
        `Sortie des données acceptée : ${company.employer.name}`,
        `Sortie des données refusée : ${company.employer.name}`,
      ]),
    )
    expect(site.mails.at(-1)?.text).toMatch(/Motif\s: Sans écrit/)
  })

  it('are counted and shown twenty at a time', async () => {
    const other = await anEmployer(site)
    await site.database.ownerQuery(
      `insert into takeouts (employer_id, reason, state, asked_by, asked_at, decided_by, decided_at)
        select $1, 'Demande ' || n, 'withdrawn', $2, now() - make_interval(days => n), $2, now()
        from generate_series(1, 23) n`,
      [other.id, asker.id],
    )
    const address = paths.agency.takeouts({ id: other.id })
    const page = await first.get(address)
    expect(page.text).toContain('Sorties demandées (23)')
    expect(page.document.querySelectorAll('tbody tr')).toHaveLength(20)
    const last = await first.get(`${address}?page=2`)
    expect(last.text).toContain('Demande 23')
    expect(last.document.querySelectorAll('tbody tr')).toHaveLength(3)
  })

  it('one asks with a reason, another agrees with their password, one of them collects', async () => {
    const page = await first.get(paths.agency.takeouts({ id: company.employer.id }))
    const wrong = await first.submit(page, { motif: '' }, page.url)
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('Indiquez le motif')])
    const sent = await first.submit(page, { motif: 'Demande écrite' }, page.url)
    expect(sent.text).toContain('attend l’accord d’un autre superviseur')
    const again = await first.submit(page, { motif: 'Encore' }, page.url)
    expect(again.text).toContain('Une demande attend déjà')
    expect(again.body).toContain('value="Encore"')
    const refused = await first.submit(sent, agreeing)
    expect(refused.text).toContain('un autre superviseur doit l’accepter')
    const shown = await second.get(sent.url)
    const mistyped = await second.submit(shown, { ...agreeing, password: 'autre' })
    expect(mistyped.status).toBe(422)
    const agreed = await second.submit(shown, agreeing)
    expect(agreed.text).toContain('peut être téléchargée')
    const third = await signedIn(site, await anAgent(site, { role: 'supervisor' }))
    expect((await third.get(sent.url)).text).toContain('Seuls les deux superviseurs')
    const file = await second.submit(agreed, {}, `${sent.url}/archive`)
    expect(file.headers.get('content-type')).toBe('application/zip')
    expect(file.headers.get('content-disposition')).toContain(`adherent-${company.employer.number}`)
    expect(readdirSync(unpacked(file.bytes)).sort()).toContain('manifest.json')
    expect(await toldOf(company.employer.id)).toEqual([
      'employer.takeout_begun',
      'employer.taken_out',
    ])
    expect(leftInData()).toEqual([])
    site.clock.advance(collectMs)
    const late = await (await signedIn(site, asker)).get(sent.url)
    expect(late.text).toContain('Le délai de 24 heures est passé')
    const id = sent.url.split('/').at(-1) ?? ''
    await expect(
      collectTakeout(site.app, agentActor(asker, 'supervisor'), id),
    ).rejects.toMatchObject({ code: 'takeout.not_open' })
  })

  it('AT67: neither of them decides on their own company, nor under another account of one person', async () => {
    const { number, id: employerId } = company.employer
    const own = await anAgent(site, { role: 'supervisor', ownEmployerNumber: number })
    const actor = agentActor(own, 'supervisor')
    await site.database.ownerQuery(withdrawn)
    await expect(askForTakeout(site.app, actor, { employerId, reason: 'x' })).rejects.toMatchObject(
      { code: 'agency.own_employer' },
    )
    const id = await asked(employerId)
    const twin = await anAgent(site, { role: 'supervisor' })
    await site.database.ownerQuery(
      'update agents set identity_key = (select identity_key from agents where id = $1) where id = $2',
      [asker.id, twin.id],
    )
    const again = await signedIn(site, twin)
    const screen = await again.submit(await first.get(paths.agency.takeout({ id })), agreeing)
    expect(screen.text).not.toContain('peut être téléchargée')
  })
})

describe('guichet export-employer', () => {
  it('makes the same archive, whole or not at all, and writes it in the trail of the company', async () => {
    const place = path.join(newFolder(), 'out.zip')
    const { number, id } = company.employer
    const { fingerprint } = await exportTo(site.app, { number, place, reason: 'Clôture' })
    expect(await toldOf(id)).toEqual(['employer.takeout_begun', 'employer.taken_out'])
    const found = unpacked(readFileSync(place))
    expect(rowsOf(found, 'audit_events').at(-1)).toMatchObject({
      action: 'employer.takeout_begun',
      actor_kind: 'system',
    })
    expect(readdirSync(path.dirname(place))).toEqual(['out.zip'])
    expect(await verifyExport(found, { fingerprint })).toMatchObject({ faults: [] })
    const given = { files: [company.employer.number, place], env: {} }
    await expect(runExportEmployer({ ...given, options: {} })).rejects.toThrow('--reason')
    const again = runExportEmployer({ ...given, options: { reason: 'x' } })
    await expect(again).rejects.toThrow('is there already')
    const none = {
      number: '999999',
      place: path.join(path.dirname(place), 'none.zip'),
      reason: 'x',
    }
    await expect(exportTo(site.app, none)).rejects.toThrow('No employer has the number 999999')
    expect(readdirSync(path.dirname(place))).toEqual(['out.zip'])
  })
})
