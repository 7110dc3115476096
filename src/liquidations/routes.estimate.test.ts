import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paid } from '../../test/support/accounts.ts'
import {
  anEmployer,
  aProfile,
  signedIn,
  type TestEmployer,
  type TestPerson,
} from '../../test/support/factories.ts'
import { aMember, aQuarterOf } from '../../test/support/members.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import type { Screen, Visitor } from '../../test/support/visitor.ts'
import { paths } from '../web/paths.ts'

const own = paths.liquidations
let site: TestSite
let atlas: TestEmployer
let clerk: TestPerson
let who: Visitor
beforeAll(async () => {
  site = await openSite()
  // The tables that the press printed are the ones in force.
  site.clock.set('2009-11-25T09:00:00Z')
  atlas = await anEmployer(site, { categories: ['01', '35'] })
  clerk = await aProfile(site, atlas, { service: 'liquidation' })
  who = await signedIn(site, clerk, atlas)
})
afterAll(() => site.close())

let numbers = 300_000
const born = (bornOn: string, wishes: { lastName?: string; category?: string } = {}) =>
  aMember(site, atlas, {
    lastName: wishes.lastName ?? 'IDRISSI',
    firstName: 'AMINA',
    number: `000${(numbers += 1)}`,
    category: wishes.category ?? '01',
    bornOn,
  })

const folded = (text: string) => text.replace(/[\s\u00a0\u202f]+/g, ' ').trim()
const lines = (screen: Screen) =>
  screen.document.querySelectorAll('tbody tr').map((row) =>
    row
      .querySelectorAll('th, td')
      .map((cell) => folded(cell.text))
      .join(' | '),
  )
const figure = (screen: Screen, label: string) =>
  screen.document
    .querySelectorAll('.figure')
    .filter((one) => folded(one.querySelector('.figure-label')?.text ?? '') === label)
    .map((one) => folded(one.querySelector('.figure-value')?.text ?? ''))[0]

const ask = (id: string, asked: Record<string, string> = {}) =>
  who.get(`${own.estimate({ id })}?${new URLSearchParams(asked).toString()}`)

async function pointValueFrom(day: string, value: number): Promise<void> {
  await site.database.ownerQuery(
    `insert into parameters (key, valid_from, value, source, illustrative)
      values ('point_value_liquidation', $1, $2::jsonb, 'Pour ce calcul', false)`,
    [day, String(value)],
  )
}

describe('an estimate (L4), by the worked figures of the domain', () => {
  it('100 000 DH a year at 6 % give 111.67 points, and 1 299.84 DH a year at 60', async () => {
    const id = await born('1949-12-12', { lastName: 'BENJELLOUN' })
    for (const [quarter, on] of [
      ['2008T1', '2008-03-31'],
      ['2008T2', '2008-06-30'],
      ['2008T3', '2008-09-30'],
      ['2008T4', '2008-12-31'],
    ] as const) {
      await aQuarterOf(site, atlas, [id], { quarter, salary: '25000' })
      await paid(site, atlas, { amount: '3450', on })
    }
    const screen = await ask(id)
    expect(screen.status).toBe(200)
    expect(lines(screen)).toContain('2008 | 17,91 DH | 111,67 | 111,67')
    expect(figure(screen, 'Points de la pension')).toBe('111,67')
    expect(figure(screen, 'Par an')).toBe('1 299,84 DH')
    expect(figure(screen, 'Par mois')).toBe('108,32 DH')
    expect(folded(screen.text)).toContain('Une pension qui commence le 1er janvier 2010, à 60 ans')
    expect(screen.text).toContain('Estimation, sans engagement de la caisse')
  })

  it('5 000 points of which 3 000 since 2003: the capital leaves 3 500, before the coefficient', async () => {
    const id = await born('1954-12-12')
    const asked = { depart: '2010T1', ailleurs: '5 000', depuis2003: '3000,00', capital: 'on' }
    const screen = await ask(id, asked)
    expect(lines(screen)).toEqual(
      expect.arrayContaining([
        'Points acquis | 5 000,00',
        'Pris par l’option capital (50 % des points depuis 2003) | −1 500,00',
        'Points qui restent | 3 500,00',
        'Valeur du point | 11,64 DH',
        'Points × valeur du point | 40 740,00 DH',
        'Coefficient d’anticipation | × 0,72',
        'Pension par an | 29 332,80 DH',
        'Pension par mois (un douzième) | 2 444,40 DH',
      ]),
    )
    const without = await ask(id, { ...asked, capital: '' })
    expect(figure(without, 'Points de la pension')).toBe('5 000,00')
  })

  it('of 3 000 points a spouse has 1 500, an orphan of both parents 600', async () => {
    const screen = await ask(await born('1949-12-12'), { ailleurs: '3000' })
    expect(lines(screen)).toEqual(
      expect.arrayContaining([
        'Conjoint (réversion) | 50 % | 1 500,00 | 17 460,00 DH',
        'Chaque orphelin de père et de mère | 20 % | 600,00 | 6 984,00 DH',
      ]),
    )
    expect(folded(screen.text)).toContain(
      'Capital décès d’un retraité : 3 pensions mensuelles : 8 730,00 DH',
    )
  })

  it('3 000 points at 10.89 are 32 670.00 DH a year, and 1 299.83 DH by age (old tables)', async () => {
    await pointValueFrom('2009-10-01', 108_900)
    expect(figure(await ask(await born('1949-12-12'), { ailleurs: '3000' }), 'Par an')).toBe(
      '32 670,00 DH',
    )
    // A hundred points at 12.9983: the 1 299.83 DH of the worked figures, which no rounded points give at 11.64.
    await pointValueFrom('2009-11-01', 129_983)
    for (const [bornOn, expected] of [
      ['1948-12-12', '1 364,82 DH'],
      ['1946-12-12', '1 494,80 DH'],
      ['1944-12-12', '1 624,79 DH'],
      ['1954-12-12', '935,88 DH'],
    ] as const) {
      const screen = await ask(await born(bornOn), { depart: '2010T1', ailleurs: '100' })
      expect([bornOn, figure(screen, 'Par an')]).toEqual([bornOn, expected])
    }
  })
})

describe('an estimate', () => {
  let late: string
  beforeAll(async () => {
    site.clock.set('2026-02-01T09:00:00Z')
    who = await signedIn(site, clerk, atlas)
    late = await born('1966-05-12', { lastName: 'TAZI' })
    for (const quarter of ['2024T3', '2025T1', '2025T4'])
      await aQuarterOf(site, atlas, [late], { quarter, salary: '60000' })
    await paid(site, atlas, { amount: '8280', on: '2024-09-30' })
  })

  it('counts what is paid alone, and says what the rest would give', async () => {
    const screen = await ask(late, { ailleurs: '1000', depuis2003: '1000' })
    const [year] = lines(screen).filter((line) => line.startsWith('2024 |'))
    expect(year?.split(' | ').at(-1)).toBe(year?.split(' | ').at(-2))
    const earned = (await ask(late, { ailleurs: '1000' })).text
    expect(folded(earned)).toContain('Une fois tout réglé, par mois')
    expect(lines(screen).find((line) => line.startsWith('2025 |'))).toMatch(/ \| 0,00 \| [1-9]/)
  })

  it('names the quarters that nobody paid, each with the door of its échéance', async () => {
    const screen = await ask(late)
    expect(folded(screen.text)).toContain('2 trimestres ne donnent pas encore de points')
    expect(lines(screen)).toContain(
      '1er trimestre 2025 | 01 | En retard | Ouvrir l’échéance 1er trimestre 2025',
    )
    const href = `/connexion/compte-adherent?suite=${encodeURIComponent('/compte-adherent/echeances/01/2025T1')}`
    const door = screen.document
      .querySelectorAll('main a')
      .find((one) => one.getAttribute('href') === href)
    expect(door?.text).toContain('Ouvrir l’échéance')
    const account = await aProfile(site, atlas, { service: 'employer_account' })
    const reader = site.visitor()
    const landed = await reader.submit(await reader.get(href), {
      login: account.login,
      password: account.password,
    })
    expect(landed.url).toBe('/compte-adherent/echeances/01/2025T1')
  })

  it('names the quarters that are missing, and why', async () => {
    const other = await born('1970-01-01')
    await aQuarterOf(site, atlas, [other], { quarter: '2024T4', salary: '60000' })
    const screen = await ask(late)
    expect(folded(screen.text)).toContain('3 trimestres manquent à la carrière')
    expect(lines(screen)).toEqual(
      expect.arrayContaining([
        '4e trimestre 2024 | 01 | Déclaré sans cette personneSi elle a été payée ce trimestre, corrigez la déclaration.',
        '2e trimestre 2025 | 01 | Catégorie non déclaréeDéclarez la catégorie.',
        '3e trimestre 2025 | 01 | Catégorie non déclaréeDéclarez la catégorie.',
      ]),
    )
    expect(folded(screen.text)).toContain('depuis le 1er juillet 2024')
  })

  it('shows every value with its day, its source and how sure it is', async () => {
    const screen = await ask(late, { depart: '2027T3', ailleurs: '1000', capital: 'on' })
    const shown = lines(screen)
    expect(shown).toEqual(
      expect.arrayContaining([
        'Âge normal de départ | 60 ans | 01/01/1990 | Site de la caisse, « Partir à la retraite » | Sourcée',
        'Coefficients d’ajournement, à 61 ans | 1,06 | 01/01/2017 | Site de la caisse : jusqu’à + 60 % à 70 ans ; les âges d’avant sont déduits | Illustrative',
      ]),
    )
    for (const start of [
      'Valeur du point à la liquidation | 15,36 DH | 01/07/2026',
      'Seuil du versement unique',
      'Part de l’option capital',
      'Salaire de référence',
    ])
      expect([start, shown.some((line) => line.startsWith(start))]).toEqual([start, true])
  })

  it('refuses no quarter of the list and any other, keeping what was typed', async () => {
    const screen = await ask(late)
    const offered = screen.document.querySelectorAll('select[name=depart] option')
    expect(folded(offered[0]?.text ?? '')).toBe('1er avril 2026, à 59 ans (anticipée)')
    expect(folded(offered.at(-1)?.text ?? '')).toBe('1er juillet 2036, à 70 ans (ajournée)')
    for (const depart of ['2026T1', '2036T4', 'demain']) {
      const wrong = await ask(late, { depart, ailleurs: '12,5' })
      expect([depart, wrong.status]).toEqual([depart, 422])
      expect(wrong.text).toContain('Choisissez un trimestre de la liste')
      expect(wrong.document.querySelector('input[name=ailleurs]')?.getAttribute('value')).toBe(
        '12,5',
      )
    }
  })

  it('says at the field what is wrong with points', async () => {
    for (const ailleurs of ['beaucoup', '-5', '12,345', '1234567']) {
      const wrong = await ask(late, { ailleurs })
      expect([ailleurs, wrong.status]).toEqual([ailleurs, 422])
      expect(wrong.text).toContain('Saisissez un nombre de points')
    }
    const more = await ask(late, { ailleurs: '10', depuis2003: '11' })
    expect(more.text).toContain('dépasse les points acquis ailleurs')
    const unsaid = await ask(late, { ailleurs: '1000', capital: 'on' })
    expect([unsaid.status, unsaid.mistakes]).toEqual([
      422,
      [expect.stringContaining('acquis depuis 2003, ou 0')],
    ])
    expect((await ask(late, { ailleurs: '١٢٫٥' })).status).toBe(200)
  })

  it('below 200 points is one payment, whose amount the fund works out', async () => {
    const few = await ask(late, { ailleurs: '100' })
    expect(folded(few.text)).toContain('Un versement unique, et pas de pension')
    expect(figure(few, 'Par mois')).toBeUndefined()
    expect(folded(few.text)).toMatch(/Conjoint \(réversion\) 50.% [\d,]+ Versement unique/)
    expect(folded(few.text)).toMatch(/Moins de 200 points[^:]*: un versement unique remplace/)
    const none = await ask(await born('1966-05-12'))
    expect(none.text).toContain('Aucun point acquis à ce jour')
  })

  it('takes each category by its own option', async () => {
    const id = await born('1966-05-12', { lastName: 'DEUX', category: '35' })
    const [row] = await site.database.ownerQuery<{ member_number: string }>(
      'select member_number from memberships where id = $1',
      [id],
    )
    const other = await aMember(site, atlas, {
      lastName: 'DEUX',
      firstName: 'AMINA',
      number: row?.member_number ?? '',
      bornOn: '1966-05-12',
    })
    await aQuarterOf(site, atlas, [other], { quarter: '2026T1', salary: '90000' })
    await aQuarterOf(site, atlas, [id], { quarter: '2026T1', salary: '90000', category: '35' })
    const screen = await ask(id, { ailleurs: '1000', depart: '2026T3' })
    const text = folded(screen.text)
    for (const said of ['Option 55 ans', 'Catégories sans option', 'pension entière à 55 ans'])
      expect(text).toContain(said)
    expect(text).toContain('Coefficient d’ajournement')
    expect(text).toContain('selon l’option de chaque catégorie')
  })

  it('leaves each reading in the trail, and shows nobody of another company (AT44)', async () => {
    const events = await site.database.ownerQuery<{ action: string; number: string }>(
      `select action, details ->> 'number' as number from audit_events
        where employer_id = $1 and action = 'liquidation.estimated' order by sequence desc limit 1`,
      [atlas.id],
    )
    expect(events).toHaveLength(1)
    const other = await anEmployer(site)
    const stranger = await signedIn(
      site,
      await aProfile(site, other, { service: 'liquidation' }),
      other,
    )
    expect((await stranger.get(own.estimate({ id: late }))).status).toBe(404)
  })

  it('speaks Arabic', async () => {
    const screen = await ask(late, { lang: 'ar', ailleurs: '1000' })
    for (const said of ['تقدير لا يلزم الصندوق', 'الحساب خطوة بخطوة', 'القيم المستعملة'])
      expect(screen.text).toContain(said)
    await ask(late, { lang: 'fr' })
  })
})
