import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  confirmEverything,
  declareFile,
  sendDeclared,
  sendFile,
} from '../../../test/support/declaring.ts'
import {
  aDelegate,
  anAgent,
  anEmployer,
  aProfile,
  signedIn,
  type TestEmployer,
} from '../../../test/support/factories.ts'
import { aMember } from '../../../test/support/members.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import type { Visitor } from '../../../test/support/visitor.ts'
import { paths } from '../../web/paths.ts'

const golden = readFileSync(
  path.join(import.meta.dirname, '../../../test/golden/declarations/CIMR_005839_T3_2024.txt'),
  'latin1',
)
const agency = paths.agency

let site: TestSite
let agent: Visitor
let atlas: TestEmployer
let clerk: Visitor
beforeAll(async () => {
  site = await openSite()
  agent = await signedIn(site, await anAgent(site))
})
afterAll(() => site.close())
/** A company that has declared DUPONT JEAN, born on 30 November 1990, without a number. */
beforeEach(async () => {
  atlas = await anEmployer(site, { categories: ['01', '02'] })
  await aDelegate(site, atlas, { email: `deleguee@${atlas.number}.example` })
  const email = `paie@${atlas.number}.example`
  clerk = await signedIn(
    site,
    await aProfile(site, atlas, { categories: ['01', '02'], email }),
    atlas,
  )
  await declare('2024T3')
})

async function declare(quarter: string, content = golden): Promise<void> {
  const [year, number] = [quarter.slice(0, 4), quarter.slice(5)]
  const text = content.replaceAll('005839', atlas.number)
  const own = text.replace(/32024(?=\r\n)/g, `${number}${year}`)
  const period = { category: '01', quarter }
  const sent = await declareFile(clerk, period, Buffer.from(own, 'latin1'))
  if (!sent.url.includes('/recus/')) throw new Error(sent.text)
}

interface Kept {
  readonly id: string
  readonly number: string
  readonly state: string
}
async function dupont(): Promise<Kept> {
  const [row] = await site.database.ownerQuery<Kept>(
    `select id, member_number as number, state from memberships where employer_id = $1 and last_name = 'DUPONT'
      and state <> 'merged' order by state = 'provisional' desc, category`,
    [atlas.id],
  )
  if (!row) throw new Error('nobody is called DUPONT')
  return row
}
const careers = (number: string) =>
  site.database.ownerQuery<{ quarter: string; salary: string }>(
    `select year || 'T' || quarter as quarter, salary_centimes::text as salary from careers
      join memberships on memberships.id = membership_id
      where careers.employer_id = $1 and member_number = $2 and state <> 'merged' order by 1`,
    [atlas.id, number],
  )

async function decide(typed: Record<string, string>, address: string, query = '') {
  const { id } = await dupont()
  const page = await agent.get(agency.newcomer({ id }) + query)
  return agent.submit(page, typed, address)
}
const confirm = async (numero: string) =>
  decide({ numero }, agency.confirmNewcomer({ id: (await dupont()).id }))
const attach = async (avec: string) =>
  decide({}, agency.attachNewcomer({ id: (await dupont()).id }), `?avec=${avec}`)
const refuse = async (motif: string) =>
  decide({ motif }, agency.refuseNewcomer({ id: (await dupont()).id }))

/** Nine digits that nobody has. */
let next = 400_000_000
const freeNumber = () => String((next += 1))

async function mailsAfter(minutes: number) {
  site.clock.set(new Date(site.clock.now().getTime() + minutes * 60_000).toISOString())
  const before = site.mails.length
  await site.runJobs()
  agent = await signedIn(site, await anAgent(site))
  return site.mails.slice(before).filter(({ to }) => to.includes(atlas.number))
}

describe('people declared without a number, at the agency', () => {
  it('wait in a list, and are counted among the open work', async () => {
    const list = await agent.get(`${agency.newcomers()}?q=${atlas.number}`)
    expect(list.text).toContain('DUPONT JEAN')
    expect((await agent.get(agency.queue())).text).toMatch(/Matricule à confirmer \(\d+\)/)
    expect((await agent.get(`${agency.newcomers()}?q=zzz`)).text).toContain(
      'Personne ne correspond',
    )
  })

  it('keep the number of the series once confirmed as new', async () => {
    const { number } = await dupont()
    const list = await confirm('')
    expect(list.text).toContain('Matricule confirmé : DUPONT JEAN')
    expect(await dupont()).toMatchObject({ number, state: 'known' })
    const [told, ...others] = await mailsAfter(11)
    expect([told?.to, ...others.map(({ to }) => to)].sort()).toEqual([
      `deleguee@${atlas.number}.example`,
      `paie@${atlas.number}.example`,
    ])
    expect(told?.text).toContain(number)
  })

  it('take the number that the fund gives: the career, the next file and a file of before carry it', async () => {
    const { number: former } = await dupont()
    const number = freeNumber()
    await confirm(number)
    expect(await careers(number)).toEqual([{ quarter: '2024T3', salary: '4500050' }])
    const period = { category: '01', quarter: '2024T4' }
    const prepared = await clerk.raw(paths.declarations.prepared(period))
    expect(prepared.body).toContain(`01${number}`)
    expect(prepared.body).not.toContain(former)

    const [amrani = '', , third = ''] = golden.split('\r\n')
    const old = third.replace('000000000', former)
    const check = await sendFile(
      clerk,
      period,
      Buffer.from(
        [amrani, old, '']
          .join('\r\n')
          .replaceAll('005839', atlas.number)
          .replace(/32024(?=\r\n)/g, '42024'),
        'latin1',
      ),
    )
    expect(check.text).toContain('Matricule provisoire, confirmé depuis')
    expect(check.text).not.toContain('Matricule inconnu')
    expect(check.text).not.toContain('absent du fichier')
    await sendDeclared(clerk, await confirmEverything(clerk, check))
    expect((await careers(number)).map(({ quarter }) => quarter)).toEqual(['2024T3', '2024T4'])
    expect(await careers(former)).toEqual([])
  })

  it('are recognised in the next quarter, whatever is declared of them, and compared with it', async () => {
    const number = freeNumber()
    await confirm(number)
    await declare('2024T4')
    expect((await careers(number)).map(({ quarter }) => quarter)).toEqual(['2024T3', '2024T4'])
    expect(await dupont()).toMatchObject({ number, state: 'known' })
  })

  it('take no number of somebody else, none of the series, none that is none', async () => {
    const taken = freeNumber()
    await aMember(site, await anEmployer(site), { lastName: 'A', firstName: 'B', number: taken })
    const [mistyped, used, series] = [
      await confirm('12345678901'),
      await confirm(taken),
      await confirm('999999998'),
    ]
    expect([mistyped.status, mistyped.mistakes]).toEqual([
      422,
      ['Un matricule a neuf chiffres au plus, qui ne sont pas tous des zéros. Corrigez-le.'],
    ])
    expect([used.status, used.mistakes.join()]).toEqual([
      409,
      expect.stringContaining('celui d’une autre personne'),
    ])
    expect([series.status, series.mistakes.join()]).toEqual([
      409,
      expect.stringContaining('donnés par le portail'),
    ])
    expect(await dupont()).toMatchObject({ state: 'provisional' })
  })

  it('are not new when somebody known has their document', async () => {
    const number = freeNumber()
    await aMember(site, await anEmployer(site), {
      lastName: 'A',
      firstName: 'B',
      number,
      cin: 'Z9',
    })
    await site.database.ownerQuery(
      `update memberships set identity_key = (select identity_key from memberships where member_number = $2)
        where employer_id = $1 and last_name = 'DUPONT'`,
      [atlas.id, number],
    )
    const refused = await confirm('')
    expect(refused.status).toBe(409)
    expect(refused.text).toContain(`Une personne connue sous le matricule ${number}`)
    await attach(number)
    expect(await dupont()).toMatchObject({ number, state: 'known' })
  })

  it('are shown beside those they resemble, in whatever company', async () => {
    const other = await anEmployer(site, { name: 'Ancien employeur SA' })
    const number = freeNumber()
    await aMember(site, other, {
      lastName: 'DUPOND',
      firstName: 'JEAN',
      number,
      bornOn: '1990-11-30',
    })
    const { id } = await dupont()
    const page = await agent.get(agency.newcomer({ id }))
    expect(page.text).toContain('DUPOND JEAN')
    expect(page.text).toContain('Né le même jour, nom proche')
    const compared = await agent.get(`${agency.newcomer({ id })}?avec=${number}`)
    expect(compared.text).toContain(`Comparaison avec le matricule ${number}`)
    const searched = await agent.get(`${agency.newcomer({ id })}?q=dupond`)
    expect(searched.text).toContain(number)
    const nobody = await agent.get(`${agency.newcomer({ id })}?q=000000123`)
    expect(nobody.text).toContain('Personne de ce nom ni de ce matricule')
  })

  it('become one with a member of their category: quarters added, typed salaries kept, later files right', async () => {
    const { id: from, number: former } = await dupont()
    const number = freeNumber()
    const to = await aMember(site, atlas, { lastName: 'DUPONT', firstName: 'JEAN-PAUL', number })
    await site.database.ownerQuery(
      `insert into careers select employer_id, category, year, quarter, $2, declaration_id, 100, 6, 8
        from careers where membership_id = $1`,
      [from, to],
    )
    const [draft] = await site.database.ownerQuery<{ id: string }>(
      `insert into entry_drafts (employer_id, category, year, quarter, saved_by, saved_at)
        select $1, '01', 2024, 4, uploaded_by, now() from declarations where employer_id = $1 limit 1 returning id`,
      [atlas.id],
    )
    await site.database.ownerQuery(
      `insert into entry_draft_rows (draft_id, employer_id, membership_id, kind, salary) values ($1, $2, $3, 'known', '45 000,50')`,
      [draft?.id, atlas.id, from],
    )
    await attach(number)
    expect(await careers(number)).toEqual([{ quarter: '2024T3', salary: '4500150' }])
    await mailsAfter(11)
    expect(
      await site.database.ownerQuery(
        'select membership_id, salary from entry_draft_rows where draft_id = $1',
        [draft?.id],
      ),
    ).toEqual([{ membership_id: to, salary: '45 000,50' }])
    await site.database.ownerQuery('delete from entry_drafts where id = $1', [draft?.id])
    clerk = await signedIn(site, await aProfile(site, atlas, { categories: ['01'] }), atlas)
    await declare('2024T4')
    expect((await careers(number)).map(({ quarter }) => quarter)).toEqual(['2024T3', '2024T4'])
    expect(await careers(former)).toEqual([])
  })

  it('are not recognised, with a reason; declared again, they wait again', async () => {
    expect((await refuse('')).mistakes).toEqual(['Écrivez ce que l’entreprise doit corriger.'])
    await refuse('La date de naissance ne correspond pas au passeport.')
    expect(await dupont()).toMatchObject({ state: 'refused' })
    const mails = await mailsAfter(11)
    expect(mails[0]?.text).toContain('ne correspond pas au passeport')
    clerk = await signedIn(site, await aProfile(site, atlas, { categories: ['01'] }), atlas)
    await declare('2024T4')
    expect(await dupont()).toMatchObject({ state: 'provisional' })
  })

  it('are decided once, however many agents press together, and told together', async () => {
    const { id } = await dupont()
    const page = await agent.get(agency.newcomer({ id }))
    const answers = await Promise.all(
      [agency.confirmNewcomer({ id }), agency.confirmNewcomer({ id })].map((action) =>
        agent.submit(page, { numero: '' }, action),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const events = await site.database.ownerQuery<{ chain: string }>(
      `select employer_id is null as fund from audit_events where action = 'newcomer.confirmed' and subject_id = $1`,
      [id],
    )
    expect(events).toHaveLength(2)
  })

  it('AT67: are decided by no agent whose own company they are of', async () => {
    const own = await signedIn(site, await anAgent(site, { ownEmployerNumber: atlas.number }))
    const { id, number } = await dupont()
    const page = await own.get(agency.newcomer({ id }))
    expect(page.document.querySelector('form[action$="/confirmation"]')).toBeNull()
    const other = await agent.get(agency.newcomer({ id }))
    const csrf = page.document.querySelector('input[name="csrf"]')?.getAttribute('value') ?? ''
    const forced = await own.raw(agency.confirmNewcomer({ id }), {
      method: 'POST',
      body: new URLSearchParams({ csrf, version: '1', numero: '' }),
    })
    expect(forced.status).toBe(409)
    expect(other.status).toBe(200)
    expect(await dupont()).toMatchObject({ number, state: 'provisional' })
  })
})
