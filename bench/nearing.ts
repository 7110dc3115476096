import { Pool } from 'pg'
import { paths } from '../src/web/paths.ts'
import { anEmployer, aProfile, signedIn, type TestEmployer } from '../test/support/factories.ts'
import type { Visitor } from '../test/support/visitor.ts'
import { forgetReadings } from './forget-readings.ts'
import type { BenchPortal } from './portal.ts'
import { type Row, row } from './row.ts'
import { alternate, at, time, type Timing } from './timing.ts'

/** The fund's size (2023), most of it in companies of a few dozen people, one of them as large as companies get. */
const members = 430_000
const companies = 7000
const largest = 20_000
const count = 60
const rounds = 5

/** L1: who nears retirement in a company, among all the members of the fund (product L1), beside the bare reading of births. */
export async function measureNearing(portal: BenchPortal): Promise<Row[]> {
  const pool = new Pool({ connectionString: portal.adminUrl, max: 1 })
  // The server may stop before the last goodbye is read.
  pool.on('error', () => undefined)
  try {
    const [usual, large] = [await anEmployer(portal), await anEmployer(portal)]
    await fill(pool, usual, large)
    const readers = [await readerOf(portal, usual), await readerOf(portal, large)] as const
    const { nearing } = paths.liquidations
    const times = await alternate(rounds, {
      usual: () => look(pool, readers[0], nearing()),
      large: () => look(pool, readers[1], nearing()),
      lastPage: () => look(pool, readers[1], `${nearing()}?page=9`),
      everybody: () => look(pool, readers[1], `${nearing()}?periode=tous`),
      births: () => time(count, 1, () => births(pool, large)),
    })
    const limit = at(times.births.each, 0.95)
    return [
      told('usual', 'who nears retirement in a company of 58', times.usual, limit),
      told('large', 'the same in a company of 20,000', times.large, limit),
      told('page', 'a later page of it', times.lastPage, limit),
      told('everybody', 'its whole staff by date', times.everybody, limit),
    ]
  } finally {
    await pool.end()
  }
}

async function fill(pool: Pool, usual: TestEmployer, large: TestEmployer): Promise<void> {
  // Nothing here points at what is not there: the foreign keys need not be asked 430,000 times.
  await pool.query(`set session_replication_role = replica`)
  await pool.query(
    `insert into employers (employer_number, name, joined_on)
      select lpad((100000 + n)::text, 6, '0'), 'Entreprise ' || n, '2010-01-01' from generate_series(1, $1::int) n`,
    [companies],
  )
  await pool.query(
    `insert into employer_categories (employer_id, category, label, product, employee_rate, employer_rate, active_from)
      select id, '01', 'Personnel', 'al_kamil', 600, 780, '2020-01-01' from employers on conflict do nothing`,
  )
  const people = `(employer_id, category, member_number, last_name, first_name, sex, nationality, joined_on, born_on,
    family_situation)`
  // Born over forty-five years, so that one in forty-five nears retirement.
  const born = `'1964-01-01'::date + (n::bigint * 7919 % 16436)::int`
  await pool.query(
    `insert into memberships ${people}
      select $1, '01', lpad(n::text, 9, '0'), 'NOM' || n % 997, 'PRENOM' || n % 31, 'F', 'M', '2015-01-01', ${born}, 'M'
      from generate_series(1, $2::int) n`,
    [large.id, largest],
  )
  await pool.query(
    `insert into memberships ${people}
      select $1, '01', lpad(n::text, 9, '0'), 'NOM' || n % 997, 'PRENOM' || n % 31, 'F', 'M', '2015-01-01', ${born}, 'M'
      from generate_series(30000, 30057) n`,
    [usual.id],
  )
  await pool.query(
    `with others as (select id, row_number() over () - 1 as place from employers where id not in ($1, $2))
      insert into memberships ${people}
      select others.id, '01', lpad((100000 + n)::text, 9, '0'), 'NOM' || n % 997, 'PRENOM' || n % 31, 'F', 'M', '2015-01-01',
        ${born}, 'M'
      from generate_series(1, $3::int) n join others on others.place = n % ${companies}`,
    [usual.id, large.id, members - largest - 58],
  )
  await pool.query('analyze memberships')
}

async function readerOf(portal: BenchPortal, employer: TestEmployer): Promise<Visitor> {
  return signedIn(portal, await aProfile(portal, employer, { service: 'liquidation' }), employer)
}

async function look(pool: Pool, reader: Visitor, address: string): Promise<Timing> {
  await forgetReadings(pool)
  return time(count, 1, async () => {
    const page = await reader.raw(address)
    if (page.status !== 200) throw new Error(`${address} answered ${page.status}`)
  })
}

/** The least that any such list must read: the births of a category, in a range. */
function births(pool: Pool, { id }: TestEmployer) {
  return pool.query({
    name: 'bench.births',
    text: `select id, born_on from memberships where employer_id = $1 and category = '01' and state <> 'merged'
      and born_on <= '1967-09-30' order by born_on limit 50`,
    values: [id],
  })
}

function told(name: string, what: string, timing: Timing, limit: number): Row {
  return row({
    id: `L1.${name}`,
    what: `${what}, among 430,000 members, 95 %`,
    ours: at(timing.each, 0.95),
    limit,
    unit: 'ms',
    target: ['<=', 50],
  })
}
