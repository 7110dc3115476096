import { Pool } from 'pg'
import { paths } from '../src/web/paths.ts'
import { anAgent, signedIn } from '../test/support/factories.ts'
import type { Visitor } from '../test/support/visitor.ts'
import type { BenchPortal } from './portal.ts'
import { type Row, row } from './row.ts'
import { alternate, at, time } from './timing.ts'

const employers = 7_000
const members = 430_000
const cases = 100_000
const count = 60
const rounds = 5

/**
 * G1: the queue with 100,000 cases, its first page, one kind, what is late, and a page from somewhere on. G6: the search over
 * the fund's companies and members. Whole pages, in process; beside the bare queries of one page.
 */
export async function measureAgency(portal: BenchPortal): Promise<Row[]> {
  const pool = new Pool({ connectionString: portal.adminUrl, max: 1 })
  try {
    await fill(pool)
    const visitor = await signedIn(portal, await anAgent(portal))
    const places = await somePlaces(pool)
    await mustBeRight(visitor)
    const look = (path: () => string) => () =>
      time(count, 1, async () => {
        const page = await visitor.raw(path())
        if (page.status !== 200) throw new Error(`${path()} answered ${page.status}`)
      })
    const queue = paths.agency.queue()
    const found = (words: string) => look(() => `${paths.agency.search()}?q=${words}`)
    const somewhere = () => places[Math.floor(Math.random() * places.length)] ?? ''
    const times = await alternate(rounds, {
      queue: look(() => `${queue}?etat=waiting`),
      kind: look(() => `${queue}?type=newcomer`),
      late: look(() => `${queue}?retard=on`),
      page: look(() => `${queue}?etat=waiting&apres=${somewhere()}`),
      name: found('alaoui+13'),
      company: found('societe+41'),
      number: found('000123456'),
      bare: () => time(count, 1, () => pool.query(bareQueue)),
      bareName: () => time(count, 1, () => pool.query(bareName)),
    })
    const queueRows = (['queue', 'kind', 'late', 'page'] as const).map((name) =>
      rowOf(
        `G1.${name}`,
        `queue of ${cases} cases: ${name}`,
        times[name].each,
        times.bare.each,
        30,
      ),
    )
    const searchRows = (['name', 'company', 'number'] as const).map((name) =>
      rowOf(`G6.${name}`, `search by ${name}`, times[name].each, times.bareName.each, 50),
    )
    return [...queueRows, ...searchRows]
  } finally {
    await pool.end()
  }
}

// oxlint-disable-next-line max-params -- one line of the table.
function rowOf(
  id: string,
  what: string,
  ours: readonly number[],
  limit: readonly number[],
  most: number,
) {
  return row({
    id,
    what: `${what}, p95`,
    ours: at(ours, 0.95),
    limit: at(limit, 0.95),
    unit: 'ms',
    target: ['<=', most],
  })
}

const bareQueue =
  'select * from work_items where rank <= 2 order by rank, due_at, since, id limit 51'
const bareName = `select * from memberships where last_name || ' ' || first_name like 'ALAOUI 13%' limit 20`

/** As the migrations' own triggers see it: every case comes from the row that it is about. */
async function fill(pool: Pool): Promise<void> {
  await pool.query(
    `insert into employers (employer_number, name, ice, address, city, joined_on, state)
      select lpad((100000 + n)::text, 6, '0'), 'SOCIETE ' || n || ' DES ' || (array['TRAVAUX', 'TEXTILES', 'TRANSPORTS'])[1 + n % 3],
        null, 'Rue ' || n, 'Casablanca', '2010-01-01', 'active' from generate_series(1, ${employers}) n`,
  )
  await pool.query(
    `insert into employer_categories (employer_id, category, label, product, employee_rate, employer_rate, active_from)
      select id, '01', 'Cadres', 'al_kamil', 600, 780, '2010-01-01' from employers`,
  )
  await pool.query(
    `insert into memberships (employer_id, category, member_number, last_name, first_name, sex, nationality, joined_on, born_on,
        family_situation, state, declared_at)
      select e.id, '01', lpad(n::text, 9, '0'),
        (array['ALAOUI', 'BENNANI', 'CHRAIBI', 'DAOUDI', 'FASSI', 'HAJJI'])[1 + n % 6], n % 5000 || ' SALMA', 'F', 'M', '2015-01-01',
        date '1960-01-01' + n % 14000, 'C', case when n % 10 = 0 and n <= ${cases / 2} * 10 then 'provisional' else 'known' end,
        now() - n * interval '1 second'
      from generate_series(1, ${members}) n
        join (select id, row_number() over (order by employer_number) as rank from employers) e on e.rank = 1 + n % ${employers}`,
  )
  const [made] = (await pool.query<{ count: string }>('select count(*) from work_items')).rows
  await pool.query(
    `insert into letters (reference, kind, employer_number, employer_id, state, state_since, language, applicant_name, applicant_email,
        content, agents_required, clock_running_since, created_at, received_at)
      select 'MP-' || left(code, 4) || '-' || right(code, 4), 'debit_mandate', e.employer_number, e.id, 'received', at, 'fr',
        'Khadija Lahlou', 'k@example.com', '{}', 1, at, at, at
      from (select n, upper(lpad(to_hex(n), 8, '0')) as code, now() - n * interval '5 seconds' as at
          from generate_series(1, ${cases} - ${Number(made?.count)}) n) n
        join (select id, employer_number, row_number() over (order by employer_number) as rank from employers) e
          on e.rank = 1 + n % ${employers}`,
  )
  await pool.query('analyze')
}

/** A hundred places of the queue, spread over it. */
async function somePlaces(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ place: string }>(
    `select concat_ws('.', rank, (extract(epoch from due_at) * 1000)::bigint, (extract(epoch from since) * 1000)::bigint, id) as place
      from (select *, row_number() over (order by rank, due_at, since, id) as n from work_items where rank = 1) w where n % 1000 = 0`,
  )
  return rows.map(({ place }) => place)
}

/** Before anything is timed: two kinds with more than are counted, and twenty-eight cases on a page. */
async function mustBeRight(visitor: Visitor): Promise<void> {
  const page = await visitor.get(`${paths.agency.queue()}?etat=waiting`)
  const shown = page.document.querySelectorAll('.queue tbody tr').length
  if (shown !== 28 || !page.text.includes('Plus de 2000 dossiers attendent'))
    throw new Error(`the queue is not right: ${shown} shown`)
}
