import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { folded, paid } from '../../test/support/accounts.ts'
import {
  anEmployer,
  aProfile,
  signedIn,
  type TestEmployer,
  type TestPerson,
} from '../../test/support/factories.ts'
import { aMember, aQuarterOf } from '../../test/support/members.ts'
import { readPdf } from '../../test/support/read-pdf.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import type { Screen, Visitor } from '../../test/support/visitor.ts'
import { paths } from '../web/paths.ts'

const own = paths.employerAccount
let site: TestSite
let atlas: TestEmployer
let reader: TestPerson
let who: Visitor
let bennani: string
let dupont: string
beforeAll(async () => {
  site = await openSite()
  site.clock.set('2026-02-01T09:00:00Z')
  atlas = await anEmployer(site, { name: 'Atlas Textile SA' })
  reader = await aProfile(site, atlas, { service: 'employer_account' })
  who = await signedIn(site, reader, atlas)
  bennani = await aMember(site, atlas, { lastName: 'BENNANI', firstName: 'YOUSSEF' })
  dupont = await aMember(site, atlas, {
    lastName: 'DUPONT',
    firstName: 'JEAN',
    number: '900000001',
    state: 'provisional',
  })
  for (const quarter of ['2025T1', '2025T2', '2025T3', '2025T4'])
    await aQuarterOf(site, atlas, [bennani, dupont], { quarter, salary: '25000' })
  // Two people at 6 % and 7.80 % of 25 000 DH: 6 900 DH a quarter. The first is paid, the second is on its way.
  await paid(site, atlas, { amount: '6900', on: '2025-04-20' })
  await paid(site, atlas, {
    amount: '6900',
    on: '2026-01-20',
    into: 'bank_in_transit',
    kind: 'order',
  })
})
afterAll(() => site.close())

async function statement(member: string, query = ''): Promise<Screen> {
  const page = await who.get(own.member({ id: member }) + query)
  return who.submit(page, {}, own.memberStatement({ id: member }))
}

function printed({ headers, bytes }: Screen): string {
  expect(headers.get('content-type')).toBe('application/pdf')
  return folded(readPdf(bytes).text)
}

const names = (screen: Screen) =>
  screen.document.querySelectorAll('tbody th a').map((one) => one.text.trim().replace(/\s+/g, ' '))
const rows = (screen: Screen) =>
  screen.document.querySelectorAll('tbody tr').map((row) =>
    folded(
      row
        .querySelectorAll('th, td')
        .map((cell) => cell.text.trim())
        .join(' | '),
    ),
  )

describe('«Affiliés» (C4)', () => {
  it('lists the company’s people without their salaries', async () => {
    const screen = await who.get(own.members())
    expect(names(screen)).toEqual(['BENNANI YOUSSEF', 'DUPONT JEAN'])
    expect(screen.text).toContain('Matricule provisoire')
    expect(folded(screen.text)).not.toContain('25 000,00')
  })

  it('finds somebody by the beginning of either name or of a number, accents aside, and by state', async () => {
    const find = async (query: string) => names(await who.get(`${own.members()}?${query}`))
    expect(await find('q=benn')).toEqual(['BENNANI YOUSSEF'])
    expect(await find(`q=${encodeURIComponent('Bénnani you')}`)).toEqual(['BENNANI YOUSSEF'])
    expect(await find('q=jean+dup')).toEqual(['DUPONT JEAN'])
    expect(await find('q=9000')).toEqual(['DUPONT JEAN'])
    expect(await find('etat=waiting')).toEqual(['DUPONT JEAN'])
    expect(await find('q=%25')).toEqual([])
    expect((await who.get(`${own.members()}?q=zzz`)).text).toContain('Personne ne correspond')
  })

  it('AT48: is widened by no tampered filter or page', async () => {
    for (const query of ["categorie=01'--", 'etat=all', 'page=-1', 'page=9e9'])
      expect(names(await who.get(`${own.members()}?${query}`))).toHaveLength(2)
  })

  it('says of each quarter whether it has its points, and why not', async () => {
    const screen = await who.get(own.member({ id: bennani }))
    const quarters = rows(screen).filter((row) => row.includes('25 000,00'))
    expect(quarters.map((row) => row.split(' | ').at(-1))).toEqual([
      'Pas encore régléComptés dès que l’échéance est réglée.',
      'En retardContributions impayées : réglez l’échéance.',
      'En cours d’encaissementComptés dès que la banque confirme.',
      'Acquis',
    ])
    const due = own.due({ category: '01', quarter: '2025T3' })
    expect(screen.document.querySelector(`a[href="${due}"]`)).not.toBeNull()
  })

  it('counts points for what is paid alone, and says what the rest will give', async () => {
    const screen = await who.get(own.member({ id: bennani }))
    // 3 000 DH that earn a quarter, divided by six times the reference salary of the year.
    const [year] = rows(screen).filter((row) => row.startsWith('2025 |'))
    const [reference = 0] =
      /[\d,]+(?= DH)/.exec(year ?? '')?.map((text) => Number(text.replace(',', '.'))) ?? []
    const points = (dirhams: number) => (dirhams / (6 * reference)).toFixed(2).replace('.', ',')
    expect(year?.split(' | ').slice(2)).toEqual([points(3_000), points(12_000)])
  })

  it('counts no points for somebody whom the agency has not confirmed', async () => {
    const text = folded((await who.get(own.member({ id: dupont }))).text)
    expect(text).toContain('une fois le matricule confirmé et les contributions réglées')
    expect(text).not.toContain('Acquis ')
  })

  it('says of their quarters what is not paid before what is not confirmed', async () => {
    const screen = await who.get(own.member({ id: dupont }))
    const quarters = rows(screen).filter((row) => row.includes('25 000,00'))
    expect(quarters.map((row) => row.split(' | ').at(-1))).toEqual([
      'Pas encore régléComptés une fois l’échéance réglée et le matricule confirmé.',
      'En retardContributions impayées : réglez l’échéance. Le matricule est aussi à confirmer.',
      'En cours d’encaissementComptés une fois que la banque et l’agence ont confirmé.',
      'Matricule à confirmerComptés dès que l’agence confirme.',
    ])
  })

  it('says that somebody left, and when, whose number waits still', async () => {
    const left = (day: string | null) =>
      site.database.ownerQuery('update memberships set left_on = $2 where id = $1', [dupont, day])
    await left('2025-08-31')
    const [row] = rows(await who.get(`${own.members()}?etat=left`))
    const page = folded((await who.get(own.member({ id: dupont }))).text)
    await left(null)
    for (const screen of [row, page])
      expect(screen?.replaceAll(' ', '')).toContain('MatriculeprovisoireParti31/08/2025')
  })

  it('prints the statement of one person, in both languages', async () => {
    const text = printed(await statement(bennani))
    for (const said of ['Relevé de carrière', 'BENNANI YOUSSEF', '25 000,00', 'En retard'])
      expect(text).toContain(said)
    expect(printed(await statement(bennani, '?lang=ar'))).toContain('BENNANI YOUSSEF')
    await who.get(`${own.members()}?lang=fr`)
  })

  it('carries a code by which anybody checks whose it is and what it adds up to, without a salary', async () => {
    const paper = await statement(bennani)
    const code = /AT(-[0-9A-Z]{4}){3}/.exec(printed(paper))?.[0] ?? ''
    const found = folded((await site.visitor().get(paths.verification.code({ code }))).text)
    for (const said of ['est authentique', 'BENNANI YOUSSEF', 'Atlas Textile SA', '100 000,00 DH'])
      expect(found).toContain(said)
    expect(found).not.toContain('25 000,00')
    expect(printed(paper)).toContain('100 000,00')
  })

  it('is the paper of the day it was issued, whatever is declared or paid since, and one for one form', async () => {
    const page = await who.get(own.member({ id: bennani }))
    const action = own.memberStatement({ id: bennani })
    const [first, again] = [await who.submit(page, {}, action), await who.submit(page, {}, action)]
    expect(first.url).toBe(again.url)
    await site.database.ownerQuery(
      `update memberships set last_name = 'BENNANI ALAOUI' where id = $1`,
      [bennani],
    )
    expect((await who.get(first.url)).bytes).toEqual(first.bytes)
    await site.database.ownerQuery(`update memberships set last_name = 'BENNANI' where id = $1`, [
      bennani,
    ])
  })

  it('gives the career and the list for a spreadsheet', async () => {
    const career = (await who.raw(own.memberCsv({ id: bennani }))).body
    const lines = career.trim().split('\r\n')
    expect(lines).toHaveLength(5)
    expect(lines[4]).toContain(';2025T1;01;25000,00;1500,00;1950,00;Acquis;2025;')
    const list = (await who.raw(`${own.membersCsv()}?q=benn`)).body
    expect(list.trim().split('\r\n').slice(1)).toEqual([
      '000123457;BENNANI;YOUSSEF;;01;01/01/2020;;Présent',
    ])
  })

  it('AT44: shows nobody of another company', async () => {
    const other = await anEmployer(site)
    const profile = await aProfile(site, other, { service: 'employer_account' })
    const stranger = await signedIn(site, profile, other)
    for (const address of [own.member, own.memberCsv])
      expect((await stranger.get(address({ id: bennani }))).status).toBe(404)
    const issued = await statement(bennani)
    expect((await stranger.get(issued.url)).status).toBe(404)
    const form = await stranger.get(own.attestations())
    const csrf = form.document.querySelector('input[name=csrf]')?.getAttribute('value') ?? ''
    const fields = { csrf, entreprise: other.id }
    const asked = await stranger.post(own.memberStatement({ id: bennani }), fields)
    expect(asked.status).toBe(404)
    expect(names(await stranger.get(own.members()))).toEqual([])
  })
})

describe('AT59: who reads a whole staff', () => {
  const actions = async () =>
    (
      await site.database.ownerQuery<{ action: string }>(
        `select action from audit_events where employer_id = $1 and action like 'member%' order by sequence`,
        [atlas.id],
      )
    ).map(({ action }) => action)
  const counted = (members: number) =>
    site.database.ownerQuery(
      `update throttles set failures = $1, blocked_until = null where key = $2`,
      [members, `members profile ${reader.id}`],
    )

  it('leaves a trace of each page, print and file', async () => {
    expect(new Set(await actions())).toEqual(
      new Set([
        'member.viewed',
        'member.statement_issued',
        'member.printed',
        'member.exported',
        'members.exported',
      ]),
    )
  })

  it('is stopped for an hour at every door, written in the trail and told to the agency, once', async () => {
    await counted(0)
    const page = await who.get(own.member({ id: bennani }))
    const issued = await statement(bennani)
    await counted(9_995)
    expect((await who.get(own.member({ id: bennani }))).status).toBe(200)
    const asked = await who.submit(page, {}, own.memberStatement({ id: bennani }))
    expect(asked.status).toBe(409)
    const doors = [
      own.members(),
      own.membersCsv(),
      own.member({ id: bennani }),
      issued.url,
      own.memberCsv({ id: bennani }),
    ]
    for (const door of doors) {
      const refused = await who.get(door)
      expect([door, refused.status]).toEqual([door, 409])
      expect(refused.text).toContain('un très grand nombre d’affiliés')
    }
    expect((await actions()).filter((one) => one === 'members.reading_limited')).toHaveLength(1)
    expect(
      await site.database.ownerQuery('select employer_id, reader_id, members from reading_alerts'),
    ).toEqual([{ employer_id: atlas.id, reader_id: reader.id, members: 10_005 }])
    site.clock.set('2026-02-01T10:01:00Z')
    who = await signedIn(site, reader, atlas)
    expect(names(await who.get(own.members()))).toHaveLength(2)
  })

  it('passes the limit by no burst of requests at once', async () => {
    await counted(9_990)
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => who.raw(own.member({ id: bennani }))),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  it('copies no list that is longer than what may be read in an hour', async () => {
    await site.database.ownerQuery(
      `insert into memberships (employer_id, category, member_number, last_name, first_name, sex, nationality, joined_on,
          born_on, family_situation)
        select $1, '01', (300000000 + n)::text, 'LONGUE', 'LISTE', 'F', 'M', '2020-01-01', '1990-01-01', 'C'
        from generate_series(1, 10000) n`,
      [atlas.id],
    )
    await counted(0)
    const refused = await who.get(own.membersCsv())
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('Choisissez une catégorie')
  })
})
