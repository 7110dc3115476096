import { Pool } from 'pg'
import { paths } from '../src/web/paths.ts'
import { anEmployer, aProfile, signedIn, type TestEmployer } from '../test/support/factories.ts'
import type { Visitor } from '../test/support/visitor.ts'
import { forgetReadings } from './forget-readings.ts'
import type { BenchPortal } from './portal.ts'
import { type Row, row } from './row.ts'
import { alternate, at, time, type Timing } from './timing.ts'

const entries = 100_000
const perPage = 50
const count = 60
const rounds = 5

/** C2: the statement of a company over 100,000 entries of its account, whole pages, beside the bare keyset query. */
export async function measureStatement(portal: BenchPortal): Promise<Row[]> {
  const pool = new Pool({ connectionString: portal.adminUrl, max: 1 })
  // The server may stop before the last goodbye is read.
  pool.on('error', () => undefined)
  try {
    const employer = await anEmployer(portal)
    await fill(pool, employer)
    const person = await aProfile(portal, employer, { service: 'employer_account' })
    const reader = await signedIn(portal, person, employer)
    const statement = paths.employerAccount.statement()
    await mustBeRight(pool, reader, employer)
    const times = await alternate(rounds, {
      first: () => look(pool, reader, () => statement),
      anywhere: () => look(pool, reader, () => `${statement}?avant=${anywhere()}`),
      kind: () => look(pool, reader, () => `${statement}?sorte=payments`),
      category: () => look(pool, reader, () => `${statement}?categorie=01`),
      year: () => look(pool, reader, () => `${statement}?du=01/01/2020&au=31/12/2020`),
      keyset: () => time(count, 1, () => keyset(pool, employer, anywhere())),
    })
    const limit = at(times.keyset.each, 0.95)
    return [
      told('first', 'first page of a statement of 100,000 entries', times.first, limit),
      told('anywhere', 'a page of it from any entry on', times.anywhere, limit),
      told('kind', 'payments alone, with what they come to', times.kind, limit),
      told('category', 'one category alone, with what it comes to', times.category, limit),
      told('year', 'one year, with its balances', times.year, limit),
    ]
  } finally {
    await pool.end()
  }
}

const anywhere = () => 1 + Math.floor(Math.random() * entries)

/** Four entries a day or so over thirty years: a declaration, its payment, the bank's word, and interest or a payment sent back. */
async function fill(pool: Pool, { id }: TestEmployer): Promise<void> {
  // Only the statement is read: what each entry comes from need not be there.
  await pool.query(`set session_replication_role = replica`)
  await pool.query(
    `insert into ledger_entries (employer_id, number, kind, cause_kind, cause_id, cause_version, occurred_on, recorded_at, reverses,
        details, category, year, quarter, debit_centimes, credit_centimes, owed_after_centimes, hash)
      select $1, n, kind, case when n % 4 = 1 then 'declaration' else 'order' end, md5((n / 4)::text)::uuid, n, day, day, null,
        case kind
          when 'declaration' then due || jsonb_build_object('reference', 'DEC-' || n, 'employee', '60000', 'employer', '78000', 'terms', terms)
          when 'payment' then jsonb_build_object('channel', 'direct_debit', 'reference', 'OP-' || n, 'amount', '138000', 'into',
            'bank_in_transit', 'dues', null)
          when 'interest' then due || jsonb_build_object('terms', terms, 'fractions', '[]'::jsonb)
          else jsonb_build_object('reference', 'MSG-' || n, 'reason', 'AM04') end,
        case when kind in ('declaration', 'interest') then '0' || 1 + n / 4 % 3 end,
        case when kind in ('declaration', 'interest') then extract(year from day) end,
        case when kind in ('declaration', 'interest') then extract(quarter from day) end,
        case when kind in ('declaration', 'payment_rejected') then 138000 when kind = 'interest' then 500 else 0 end,
        case when kind = 'payment' then 138000 else 0 end, n, sha256(n::text::bytea)
      from (select n, '1996-01-01'::date + (n * 11000 / $2::int) as day,
          (array['declaration', 'payment', 'payment_settled', case when n % 8 < 4 then 'interest' else 'payment_rejected' end])[1 + (n + 3) % 4] as kind,
          jsonb_build_object('category', '0' || 1 + n / 4 % 3, 'quarter', '2020T1') as due,
          '{"dueOn": "2020-03-31", "graceDays": 45, "yearlyRate": 600, "yearDays": 365}'::jsonb as terms
        from generate_series(1, $2::int) n) as told`,
    [id, entries],
  )
  await pool.query(
    `insert into ledger_entry_categories (employer_id, category, entry)
      select employer_id, '0' || 1 + number / 4 % 3, number from ledger_entries where employer_id = $1`,
    [id],
  )
  await pool.query('analyze ledger_entries, ledger_entry_categories')
}

async function look(pool: Pool, reader: Visitor, next: () => string): Promise<Timing> {
  await forgetReadings(pool)
  return time(count, 1, async () => {
    const address = next()
    const page = await reader.raw(address)
    if (page.status !== 200) throw new Error(`${address} answered ${page.status}`)
  })
}

interface Listed {
  readonly number: bigint
}

async function keyset(pool: Pool, { id }: TestEmployer, before: number): Promise<Listed[]> {
  const { rows } = await pool.query<Listed>({
    name: 'bench.statement',
    text: `select number, kind, occurred_on, details, debit_centimes, credit_centimes, owed_after_centimes from ledger_statement
      where employer_id = $1 and number < $2 order by number desc limit ${perPage}`,
    values: [id, before],
  })
  return rows
}

/** Before anything is timed: a page from the middle shows the entries that the bare query finds. */
async function mustBeRight(pool: Pool, reader: Visitor, employer: TestEmployer): Promise<void> {
  const { statement, entry } = paths.employerAccount
  const page = await reader.get(`${statement()}?avant=60001`)
  const shown = page.document
    .querySelectorAll('tbody tr')
    .map((one) => one.querySelector('a')?.getAttribute('href')?.split('?')[0])
  const expected = (await keyset(pool, employer, 60_001)).map(({ number }) =>
    entry({ number: String(number) }),
  )
  if (shown.join() !== expected.join())
    throw new Error(`the statement is not right: ${JSON.stringify({ shown, expected })}`)
}

// oxlint-disable-next-line max-params -- a row of the table
function told(name: string, what: string, timing: Timing, limit: number): Row {
  return row({
    id: `C2.${name}`,
    what: `${what}, 95 % (limit: keyset query)`,
    ours: at(timing.each, 0.95),
    limit,
    unit: 'ms',
    target: ['<=', 15],
  })
}
