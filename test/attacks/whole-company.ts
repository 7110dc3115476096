import { randomBytes } from 'node:crypto'
import { ownScope } from '../../src/access/accounts.ts'
import { renewRecoveryCodes } from '../../src/access/recovery-codes.ts'
import { rememberDevice } from '../../src/access/store/devices.ts'
import { newChallenge } from '../../src/access/store/passkey-challenges.ts'
import { insertPasskey } from '../../src/access/store/passkeys.ts'
import { listOpenSessions } from '../../src/access/store/sessions.ts'
import { askForReset } from '../../src/access/recovery/ask-for-reset.ts'
import { hashAnswers } from '../../src/access/secret-answers.ts'
import { saveAnswers } from '../../src/access/store/secret-answers.ts'
import { linkToken } from '../../src/platform/links/links.ts'
import {
  aDelegate,
  anAgent,
  anEmployer,
  aProfile,
  signedIn,
  type TestEmployer,
  type TestPerson,
} from '../support/factories.ts'
import { accept, agentActor } from '../support/letters.ts'
import type { TestSite } from '../support/site.ts'
import { answered, sendSigned } from '../support/subscribing.ts'

/** A company that has used everything: something of it is in every table, and these are the keys to it. */
export interface WholeCompany {
  readonly employer: TestEmployer
  readonly delegate: TestPerson
  readonly user: TestPerson
  readonly firmPerson: TestPerson
  /** The cookie of the applicant's visit, and of the delegate's session. */
  readonly visit: string
  readonly session: string
  readonly letterId: string
  /** The token of a mailed link. */
  readonly token: string
}

/** Every table that it has something in. A table that comes later is tried too, once something here fills it. */
export const usedByAWholeCompany: readonly string[] = `
  agents audit_events bank_accounts debit_mandates declaration_findings declaration_lines
  declarations delegates deposits employer_categories employers files firms import_rows imports known_devices
  letter_proofs letter_reviews letter_views letters links mails mandate_categories mandates
  memberships objections passkey_challenges passkeys profiles recovery_codes refused_lines secret_answers sessions
  subscribed_services subscription_drafts subscriptions`
  .trim()
  .split(/\s+/)

export async function aWholeCompany(site: TestSite, firmIce: string): Promise<WholeCompany> {
  const employer = await anEmployer(site, { categories: ['01'] })
  const delegate = await aDelegate(site, employer)
  const user = await aProfile(site, employer, { service: 'employer_account' })
  const firmPerson = await aProfile(site, employer, {
    service: 'declaration_external',
    firm: { ice: firmIce, name: `Fiduciaire ${firmIce}` },
  })
  const browser = await signedIn(site, delegate)
  await browser.get('/administration/journal.csv')
  await usesItsAccess(site, delegate, user)
  const { letterId, visit } = await isRenewed(site, employer)
  await declares(site, employer, user)
  return {
    employer,
    delegate,
    user,
    firmPerson,
    visit,
    letterId,
    session: browser.cookies.get('__Host-session') ?? '',
    token: await newestToken(site, user.id),
  }
}

async function usesItsAccess(site: TestSite, delegate: TestPerson, user: TestPerson) {
  const { app } = site
  const answers = [
    { question: 'first_school', answer: 'Al-Amal' },
    { question: 'first_street', answer: 'Rue des Orangers' },
  ] as const
  const hashed = await hashAnswers(app, answers)
  await app.db.transaction(ownScope(user), async (tx) => {
    await saveAnswers(tx, user.id, hashed)
    await rememberDevice(tx, user.id, randomBytes(32).toString('base64url'), app.clock.now())
  })
  await app.db.transaction(ownScope(delegate), (tx) =>
    renewRecoveryCodes(tx, app.keyring, delegate),
  )
  await hasPasskey(site, delegate)
  await askForReset(app, {
    door: 'compte-adherent',
    login: user.login,
    answers,
    address: '203.0.113.7',
  })
}

/** A passkey, and a question to it that waits. */
async function hasPasskey({ app }: TestSite, { kind, id }: TestPerson): Promise<void> {
  const now = app.clock.now()
  await app.db.transaction(ownScope({ id }), async (tx) => {
    const passkey = {
      credentialId: randomBytes(32).toString('base64url'),
      publicKey: randomBytes(77),
      signatures: 0,
      transports: [],
      isSynced: false,
      name: 'x',
    }
    await insertPasskey(tx, { kind, id }, passkey, now)
    const [session] = await listOpenSessions(tx, id, now)
    if (session) await newChallenge(tx, { id, sessionId: session.id }, 'prove', now)
  })
}

/** A renewal sent back signed, of which the delegate is warned and which an agent accepts; and a draft left open. */
async function isRenewed(site: TestSite, employer: TestEmployer) {
  const { letterId, visitor } = await sendSigned(site, employer.number)
  await answered(visitor, '314159')
  await accept(site, agentActor(await anAgent(site)), letterId)
  return { letterId, visit: visitor.cookies.get('__Host-visite') ?? '' }
}

/** Tables whose use cases are others' to try: one row each is enough here. */
async function declares(site: TestSite, employer: TestEmployer, user: TestPerson): Promise<void> {
  const make = (sql: string, ...values: unknown[]) =>
    site.database.ownerQuery<{ id: string }>(`${sql} returning *`, values)
  const [account] = await make(
    `insert into bank_accounts (employer_id, rib, bank_name, holder, added_at)
      values ($1, '230780000000000000000039', 'CIH', 'x', now())`,
    employer.id,
  )
  await make(
    `insert into debit_mandates (employer_id, bank_account_id, reference, state, requested_at)
      values ($1, $2, $3, 'requested', now())`,
    employer.id,
    account?.id,
    `MP-${employer.number}`,
  )
  await make(
    `insert into memberships (employer_id, category, member_number, last_name, first_name, sex, nationality, joined_on,
      born_on, family_situation) values ($1, '01', '000000001', 'x', 'x', 'F', 'M', '2010-01-01', '1980-01-01', 'C')`,
    employer.id,
  )
  await make(
    `insert into deposits (profile_id, employer_id, category, year, quarter, file_name, size_bytes, state, started_at, seen_at)
      values ($2, $1, '01', 2026, 1, 'x', 0, 'receiving', now(), now())`,
    employer.id,
    user.id,
  )
  const [file] = await make(
    `insert into files (sha256, size, media_type, name, purpose, stored_at)
      values (decode(repeat('00', 32), 'hex'), 0, 'text/csv', 'x', 'import', now())`,
  )
  const [brought] = await make(
    `insert into imports (id, kind, file_id, file_name, file_sha256, uploaded_at)
      values (gen_random_uuid(), 'members', $1, 'x', '\\x00', now())`,
    file?.id,
  )
  await make(
    `insert into import_rows (import_id, line, employer_number, employer_id, action, label, fields)
      values ($2, 2, '000000', $1, 'new', 'x', '{}')`,
    employer.id,
    brought?.id,
  )
  const [declaration] = await make(
    `insert into declarations (employer_id, category, year, quarter, state, file_name, file_sha256, layout, encoding, lines,
      accepted_lines, salary_centimes, employee_centimes, employer_centimes, uploaded_by, uploaded_at)
      values ($1, '01', 2026, 1, 'checked', 'f', '\\x00', 'structure-190', 'utf-8', 1, 1, 1, 1, 1, $2, now())`,
    employer.id,
    user.id,
  )
  const lines = [declaration?.id, employer.id]
  await make(
    `insert into declaration_lines (declaration_id, employer_id, line, record_code, member_number, last_name, first_name, sex,
      nationality, employee_rate, employer_rate, salary_centimes, employee_centimes, employer_centimes)
      values ($1, $2, 1, '2', '000000001', 'x', 'x', 'F', 'M', 600, 780, 1, 1, 1)`,
    ...lines,
  )
  await make(
    `insert into declaration_findings (declaration_id, employer_id, line, "column", field, code, severity, value)
      values ($1, $2, 1, 1, 'x', 'x', 'blocking', 'x')`,
    ...lines,
  )
  await make(
    `insert into refused_lines (declaration_id, employer_id, line, sealed) values ($1, $2, 2, '\\x00')`,
    ...lines,
  )
}

async function newestToken(site: TestSite, subjectId: string): Promise<string> {
  const [link] = await site.database.ownerQuery<{ id: string }>(
    'select id from links where subject_id = $1 order by created_at desc limit 1',
    [subjectId],
  )
  return linkToken(site.app.keyring, link?.id ?? '')
}
