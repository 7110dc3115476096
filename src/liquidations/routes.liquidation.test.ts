import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  anEmployer,
  aProfile,
  signedIn,
  type TestEmployer,
  type TestPerson,
} from '../../test/support/factories.ts'
import { aMember } from '../../test/support/members.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import type { Screen, Visitor } from '../../test/support/visitor.ts'
import { paths } from '../web/paths.ts'

const own = paths.liquidations
let site: TestSite
let atlas: TestEmployer
let clerk: TestPerson
let who: Visitor
const ids = new Map<string, string>()
beforeAll(async () => {
  site = await openSite()
  site.clock.set('2026-11-25T09:00:00Z')
  atlas = await anEmployer(site, { name: 'Atlas Textile SA', categories: ['01', '35'] })
  clerk = await aProfile(site, atlas, { service: 'liquidation' })
  who = await signedIn(site, clerk, atlas)
  const people: [string, string, string, string][] = [
    ['000300001', 'PASSEE', '1965-02-10', '01'],
    ['000300002', 'JANVIER', '1966-11-30', '01'],
    ['000300003', 'AVRIL', '1967-02-01', '01'],
    ['000300004', 'INCONNU', '1967-07-01', '01'],
    ['000300005', 'OPTION', '1971-12-31', '35'],
    ['000300006', 'LOIN', '1968-03-03', '01'],
    ['000300007', 'JEUNE', '1995-05-05', '01'],
  ]
  for (const [number, lastName, bornOn, category] of people)
    ids.set(
      lastName,
      await aMember(site, atlas, { number, lastName, firstName: 'AMINA', bornOn, category }),
    )
})
afterAll(() => site.close())

const rows = (screen: Screen) =>
  screen.document.querySelectorAll('tbody tr').map((row) =>
    row
      .querySelectorAll('th, td')
      .map((cell) => cell.textContent.trim().replace(/[\s\u00a0]+/g, ' '))
      .join(' | '),
  )
const names = (screen: Screen) => rows(screen).map((row) => row.split(' ')[0])
const figures = (screen: Screen) =>
  screen.document
    .querySelectorAll('.figure')
    .map((one) =>
      ['label', 'value']
        .map((part) => one.querySelector(`.figure-${part}`)?.textContent.trim())
        .join(' '),
    )

async function claimOf(lastName: string): Promise<string> {
  const [row] = await site.database.ownerQuery<{ id: string }>(
    `insert into claims (id, employer_id, reference, kind, state, membership_id, member_number, last_name, first_name, sex,
        born_on, started_by, started_at, form_key)
      select gen_random_uuid(), employer_id, 'LQ-1', 'normal', 'draft', id, member_number, last_name, first_name, sex, born_on,
        $2, $3, gen_random_uuid()
      from memberships where id = $1 returning id`,
    [ids.get(lastName), clerk.id, site.clock.now()],
  )
  return row?.id ?? ''
}

describe('who nears retirement (L1)', () => {
  it('is where an e-Liquidation user lands', async () => {
    const visitor = site.visitor()
    const door = await visitor.get(paths.signIn.service({ service: 'e-liquidation' }))
    const { login, password } = clerk
    const landed = await visitor.submit(door, { login, password })
    expect([landed.status, landed.url]).toEqual([200, own.nearing()])
  })

  it('lists the year that comes by date and what is past, grouped', async () => {
    const screen = await who.get(own.nearing())
    expect(figures(screen)).toEqual([
      'Date passée 1',
      'Dans les 4 mois 2',
      'Dans 4 à 6 mois 1',
      'Dans 6 à 12 mois 1',
    ])
    expect(rows(screen)).toEqual([
      'PASSEE AMINA | 000300001 | 10/02/1965 | 01 | 1er avril 2025à 60 ans | Date passéeÀ demander avant le 1er avril 2030 : les droits s’éteignent ensuite.',
      'JANVIER AMINA | 000300002 | 30/11/1966 | 01 | 1er janvier 2027à 60 ans | Dans les 4 mois',
      'OPTION AMINA | 000300005 | 31/12/1971 | 35 | 1er janvier 2027à 55 ans | Dans les 4 mois',
      'AVRIL AMINA | 000300003 | 01/02/1967 | 01 | 1er avril 2027à 60 ans | Dans 4 à 6 mois',
      // Born on a day that nobody knows, hence on 1 July: the quarter after.
      'INCONNU AMINA | 000300004 | 01/07/1967 | 01 | 1er octobre 2027à 60 ans | Dans 6 à 12 mois',
    ])
  })

  it('looks a year further, or at everybody, when asked', async () => {
    expect(names(await who.get(`${own.nearing()}?periode=24`))).toContain('LOIN')
    expect(names(await who.get(`${own.nearing()}?periode=tous`))).toContain('JEUNE')
    expect(names(await who.get(`${own.nearing()}?periode=zzz`))).not.toContain('LOIN')
  })

  it('finds somebody by name or number, and leads to everybody when nobody is near', async () => {
    expect(names(await who.get(`${own.nearing()}?q=janv`))).toEqual(['JANVIER'])
    expect(names(await who.get(`${own.nearing()}?q=000300003`))).toEqual(['AVRIL'])
    const none = await who.get(`${own.nearing()}?q=jeune`)
    expect(none.text).toContain('Personne ne correspond')
    const further = none.document.querySelector('.empty a')?.getAttribute('href') ?? ''
    expect(names(await who.get(further))).toEqual(['JEUNE'])
  })

  it('leaves out who has left, and who was somebody else', async () => {
    await site.database.ownerQuery(`update memberships set left_on = '2026-06-30' where id = $1`, [
      ids.get('PASSEE'),
    ])
    expect(names(await who.get(own.nearing()))).not.toContain('PASSEE')
    await site.database.ownerQuery(`update memberships set left_on = '2026-12-31' where id = $1`, [
      ids.get('PASSEE'),
    ])
    expect(names(await who.get(own.nearing()))).toContain('PASSEE')
  })

  it('names somebody with two categories once, by the earlier day', async () => {
    await aMember(site, atlas, {
      number: '000300006',
      lastName: 'LOIN',
      firstName: 'AMINA',
      bornOn: '1968-03-03',
      category: '35',
    })
    const loin = rows(await who.get(`${own.nearing()}?q=loin`))
    expect(loin).toEqual([
      'LOIN AMINA | 000300006 | 03/03/1968 | 35 | 1er avril 2023à 55 ans | Date passéeÀ demander avant le 1er avril 2028 : les droits s’éteignent ensuite.',
    ])
  })

  it('keeps a claim being prepared at hand, and leaves to «Dossiers» whose claim is sent', async () => {
    const begun = await claimOf('PASSEE')
    const draft = await who.get(own.nearing())
    const link = draft.document
      .querySelectorAll('tbody a')
      .find((one) => one.text === 'Continuer le dossier')
    expect(link?.getAttribute('href')).toBe(paths.claims.claim({ id: begun }))
    const states: [string, boolean][] = [
      ['sent', false],
      ['incomplete', false],
      ['granted', false],
      ['refused', true],
    ]
    for (const [state, isThere] of states) {
      await site.database.ownerQuery(
        `update claims set state = $2, sent_by = started_by, sent_at = started_at,
          ended_at = case when $2 in ('granted', 'refused') then started_at end where id = $1`,
        [begun, state],
      )
      const there = names(await who.get(own.nearing())).includes('PASSEE')
      expect([state, there]).toEqual([state, isThere])
    }
  })

  it('says when the time to claim has passed', async () => {
    await aMember(site, atlas, {
      number: '000300009',
      lastName: 'ANCIEN',
      firstName: 'DRISS',
      bornOn: '1960-02-10',
    })
    const [row] = rows(await who.get(`${own.nearing()}?q=ancien`))
    expect(row).toContain('Délai de demande passé depuis le 1er avril 2025')
  })

  it('leads from a person’s estimate to a claim for them', async () => {
    const id = ids.get('JANVIER') ?? ''
    const screen = await who.get(own.estimate({ id }))
    const href = screen.document.querySelector('.page-head-action a')?.getAttribute('href') ?? ''
    expect((await who.get(href)).text).toContain('JANVIER AMINA')
  })

  it('turns pages', async () => {
    const big = await anEmployer(site)
    await site.database.ownerQuery(
      `insert into memberships (employer_id, category, member_number, last_name, first_name, sex, nationality, joined_on,
          born_on, family_situation)
        select $1, '01', (400000000 + n)::text, 'LONGUE', 'LISTE', 'F', 'M', '2020-01-01', '1967-01-01', 'C'
        from generate_series(1, 120) n`,
      [big.id],
    )
    const reader = await signedIn(site, await aProfile(site, big, { service: 'liquidation' }), big)
    expect(rows(await reader.get(own.nearing()))).toHaveLength(50)
    const last = await reader.get(`${own.nearing()}?page=99`)
    expect(rows(last)).toHaveLength(20)
    expect(last.text).toContain('120')
  })

  it('says what to do when nobody is declared, and shows nobody of another company (AT44)', async () => {
    const other = await anEmployer(site)
    const stranger = await signedIn(
      site,
      await aProfile(site, other, { service: 'liquidation' }),
      other,
    )
    const screen = await stranger.get(`${own.nearing()}?periode=tous`)
    expect(rows(screen)).toEqual([])
    expect(screen.text).toContain('dès qu’une télédéclaration')
  })

  it('speaks Arabic', async () => {
    const screen = await who.get(`${own.nearing()}?lang=ar`)
    expect(figures(screen)[0]).toContain('حل التاريخ')
    await who.get(`${own.nearing()}?lang=fr`)
  })
})
