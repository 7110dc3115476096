import { readFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { confirmEverything, sendDeclared, sendFile } from '../../test/support/declaring.ts'
import { anEmployer, aProfile, signedIn, type TestEmployer } from '../../test/support/factories.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import type { Visitor } from '../../test/support/visitor.ts'
import { quarterFrom } from '../calendar/index.ts'
import { recordDeclaredMembers } from '../members/record-declared-members.ts'

const golden = readFileSync(
  path.join(import.meta.dirname, '../../test/golden/declarations/CIMR_005839_T3_2024.txt'),
  'latin1',
)

let site: TestSite
let atlas: TestEmployer
let clerk: Visitor
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())
beforeEach(async () => {
  atlas = await anEmployer(site, { categories: ['01', '02'] })
  clerk = await signedIn(site, await aProfile(site, atlas, { categories: ['01', '02'] }), atlas)
})

async function declare(quarter: string, content = golden, category = '01'): Promise<void> {
  const [year, number] = [quarter.slice(0, 4), quarter.slice(5)]
  const text = content.replaceAll('005839', atlas.number)
  const own = text.replace(/32024(?=\r\n)/g, `${number}${year}`)
  const check = await sendFile(clerk, { category, quarter }, Buffer.from(own, 'latin1'))
  const ready = await confirmEverything(clerk, check)
  if (!ready.document.querySelector('form[action$="/envoyer"]')) throw new Error(ready.text)
  const sent = await sendDeclared(clerk, ready)
  if (!sent.url.includes('/recus/')) throw new Error(sent.text)
}

const members = () =>
  site.database.ownerQuery<{ name: string; number: string; state: string; left_on: string | null }>(
    `select last_name as name, member_number as number, state, left_on from memberships
      where employer_id = $1 order by last_name, category`,
    [atlas.id],
  )
const careers = () =>
  site.database.ownerQuery<{ name: string; quarter: string; salary: bigint }>(
    `select last_name as name, year || 'T' || quarter as quarter, salary_centimes as salary from careers
      join memberships on memberships.id = membership_id where careers.employer_id = $1 order by year, quarter, last_name`,
    [atlas.id],
  )

describe('what a sent declaration says of the people', () => {
  it('adds those it names, notes who left, and numbers at once who has no number', async () => {
    await declare('2024T3')
    const [bennani, dupont, amrani] = await members()
    expect(bennani).toMatchObject({ name: 'BENNANI', state: 'known', left_on: '2024-08-31' })
    expect(dupont).toMatchObject({ name: 'DUPONT', state: 'provisional', left_on: null })
    expect(dupont?.number).toMatch(/^9\d{8}$/)
    expect(amrani).toMatchObject({ name: 'EL AMRANI', number: '000123456', left_on: null })
    expect((await careers()).map(({ name, salary }) => [name, salary])).toEqual([
      ['BENNANI', 2_400_000n],
      ['DUPONT', 4_500_050n],
      ['EL AMRANI', 3_600_025n],
    ])
  })

  it('knows the same newcomer again, though still declared without a number', async () => {
    await declare('2024T3')
    const first = await members()
    const lines = golden.split('\r\n')
    await declare('2024T4', `${lines[0]}\r\n${lines[2]}\r\n`)
    expect(await members()).toEqual(first)
    expect((await careers()).filter(({ quarter }) => quarter === '2024T4')).toHaveLength(2)
  })

  it('leaves a departure as the latest quarter says it, when an earlier one comes after it', async () => {
    await declare('2024T4', golden.replace('31082024', '15112024'))
    await declare('2024T3')
    expect((await members())[0]).toMatchObject({ name: 'BENNANI', left_on: '2024-11-15' })
    expect((await careers()).filter(({ name }) => name === 'BENNANI')).toHaveLength(2)
  })

  it('keeps only the latest version of a quarter', async () => {
    await declare('2024T3')
    const [{ id } = { id: '' }] = await site.database.ownerQuery<{ id: string }>(
      'select id from declarations where employer_id = $1',
      [atlas.id],
    )
    const corrected = sql`select record_code, member_number, last_name, first_name, staff_number, sex, nationality,
        joined_on, born_on, marital_status, children, exit_on, identity_key, identity_sealed, cnss_number, phone, email,
        salary_centimes * 2 as salary_centimes, employee_centimes, employer_centimes
      from declaration_lines where declaration_id = ${id} and record_code = '2'`
    const told = {
      employerId: atlas.id,
      declarationId: id,
      category: '01',
      quarter: quarterFrom('2024T3'),
      lines: corrected,
      at: site.clock.now(),
    }
    const scope = { as: 'employer', employerId: atlas.id } as const
    await site.app.db.transaction(scope, (tx) => recordDeclaredMembers(tx, told))
    await site.app.db.transaction(scope, (tx) => recordDeclaredMembers(tx, told))
    expect((await careers()).map(({ name, salary }) => [name, salary])).toEqual([
      ['DUPONT', 9_000_100n],
      ['EL AMRANI', 7_200_050n],
    ])
  })

  it('gives one person one number, in whatever category of the company', async () => {
    await declare('2024T3')
    const third = golden.split('\r\n')[2] ?? ''
    await declare('2024T3', `${third.slice(0, 7)}02${third.slice(9)}\r\n`, '02')
    const numbers = (await members()).filter(({ name }) => name === 'DUPONT')
    expect(numbers).toHaveLength(2)
    expect(new Set(numbers.map(({ number }) => number)).size).toBe(1)
  })

  it('AT46: reaches nobody of another company', async () => {
    await declare('2024T3')
    const before = await members()
    const other = await anEmployer(site)
    await expect(
      site.app.db.transaction({ as: 'employer', employerId: other.id }, (tx) =>
        recordDeclaredMembers(tx, {
          employerId: atlas.id,
          declarationId: other.id,
          category: '01',
          quarter: quarterFrom('2024T3'),
          lines: sql`select '2' as record_code, '000999999' as member_number, 'X' as last_name, 'Y' as first_name,
            '' as staff_number, 'M' as sex, 'M' as nationality, '2020-01-01'::date as joined_on, '1990-01-01'::date as born_on,
            'C' as marital_status, 0::smallint as children, null::date as exit_on, null::bytea as identity_key,
            null::bytea as identity_sealed, '' as cnss_number, '' as phone, '' as email, 1::bigint as salary_centimes,
            1::bigint as employee_centimes, 1::bigint as employer_centimes`,
          at: site.clock.now(),
        }),
      ),
    ).rejects.toThrow(/row-level security/)
    expect(await members()).toEqual(before)
  })
})
