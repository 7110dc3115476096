import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { paid } from '../../../../test/support/accounts.ts'
import { aSentClaim } from '../../../../test/support/claiming.ts'
import { fixComplement, grantClaim, settleClaim } from '../../../../test/support/deciding.ts'
import {
  anAgent,
  anEmployer,
  aProfile,
  signedIn,
  type TestEmployer,
  type TestPerson,
} from '../../../../test/support/factories.ts'
import { aMember, aQuarterOf } from '../../../../test/support/members.ts'
import { readPdf } from '../../../../test/support/read-pdf.ts'
import { openSite, type TestSite } from '../../../../test/support/site.ts'
import type { Visitor } from '../../../../test/support/visitor.ts'
import { paths } from '../../../web/paths.ts'
import { reviseClaims } from '../revise-claims.ts'

const own = paths.agency
let site: TestSite
let agent: Visitor
let other: Visitor
let company: TestEmployer
let clerk: TestPerson
let who: Visitor
let number = 620_000

beforeAll(async () => {
  site = await openSite()
  site.clock.set('2026-11-25T09:00:00Z')
  agent = await signedIn(site, await anAgent(site))
  other = await signedIn(site, await anAgent(site))
})
afterAll(() => site.close())
beforeEach(async () => {
  company = await anEmployer(site)
  clerk = await aProfile(site, company, { service: 'liquidation' })
  who = await signedIn(site, clerk, company)
})

interface Wishes {
  readonly kind?: 'normal' | 'single_payment'
  readonly capital?: 'capital' | 'pension'
  readonly granted: Record<string, string>
}

/** Granted while a quarter of the person was unpaid; it is paid since, which the hourly work has seen. */
async function arrearsPaid({ granted, ...wishes }: Wishes): Promise<string> {
  number += 1
  const cin = `BE${number}`
  const membershipId = await aMember(site, company, {
    lastName: 'BENNANI',
    firstName: 'YOUSSEF',
    number: `000${number}`,
    bornOn: '1966-11-30',
    cin,
  })
  await aQuarterOf(site, company, [membershipId], { quarter: '2026T1', salary: '30000' })
  const id = await aSentClaim(who, { membershipId, cin, ...wishes })
  await grantClaim(agent, id, { raison: 'Montant de la caisse.', ...granted })
  await payArrears()
  return id
}

async function payArrears(amount = '4140'): Promise<void> {
  await paid(site, company, { amount, on: '2026-11-20' })
  await reviseClaims(site.app)
}

/** A second quarter of the same person, that nobody has paid yet. */
async function oweAnother(id: string): Promise<void> {
  const [{ membership_id: membershipId } = { membership_id: '' }] = await site.database.ownerQuery<{
    membership_id: string
  }>('select membership_id from claims where id = $1', [id])
  await aQuarterOf(site, company, [membershipId], { quarter: '2026T2', salary: '30000' })
}

const waits = (id: string) =>
  site.database.ownerQuery<{ rank: number; first_agent: string | null }>(
    `select rank, first_agent from work_items where subject_kind = 'claim' and subject_id = $1`,
    [id],
  )
const last = async (id: string) =>
  (
    await site.database.ownerQuery<Record<string, unknown>>(
      `select verdict, state, yearly_centimes::text as yearly, at_once_centimes::text as "atOnce", points::text as points
         from claim_decisions where claim_id = $1 order by number desc limit 1`,
      [id],
    )
  )[0]
const single = { annuelle: '', unique: '5000' }

describe('arrears paid after an amount was paid at once (L6)', () => {
  it('wait for an agent, who fixes the complement with its letter in both languages', async () => {
    const id = await arrearsPaid({ kind: 'single_payment', granted: single })
    expect(await waits(id)).toEqual([{ rank: 1, first_agent: null }])
    expect((await agent.get(`${own.queue()}?type=claim`)).body).toContain(own.claim({ id }))
    const page = await agent.get(own.claim({ id }))
    expect(page.text).toContain('Complément à fixer')
    expect(page.document.querySelector('[name=annuelle]')).toBeNull()
    const done = await fixComplement(agent, id, { unique: '321,45', raison: 'Barème du 12 mai.' })
    expect(done.text).toContain('Le complément est enregistré')
    expect(await waits(id)).toEqual([])
    // 30 000 at 6 % and 6 %, ÷ (SR of 2026 × 6), in hundredths of a point.
    expect(await last(id)).toEqual({
      verdict: 'complement',
      state: 'final',
      yearly: null,
      atOnce: '32145',
      points: '2256',
    })
    const shown = await who.get(paths.claims.claim({ id }))
    expect(shown.text).toContain('Complément fixé par l’Agence Virtuelle')
    expect(shown.text.replace(/\s/g, ' ')).toContain('321,45')
    for (const [language, said] of [
      ['fr', 'Barème du 12 mai.'],
      ['ar', 'Barème du 12 mai.'],
    ]) {
      const address = `${paths.claims.notification({ id, number: '2' })}?langue=${language}`
      const letter = readPdf((await who.raw(address)).bytes).text
      expect(letter).toContain(said)
      expect(letter.replace(/\s/g, ' ')).toContain('321,45')
    }
    await site.runJobs()
    const mail = site.mails.findLast(
      ({ to, subject }) => to === clerk.email && subject.includes('complément fixé'),
    )
    expect(mail?.text).not.toMatch(/BENNANI|321,00/)
    expect(await reviseClaims(site.app)).toBe(0)
    expect(await waits(id)).toEqual([])
  })

  it('are asked about again when another quarter is paid, and once only meanwhile', async () => {
    const id = await arrearsPaid({ kind: 'single_payment', granted: single })
    await reviseClaims(site.app)
    const steps = async () =>
      (await who.get(paths.claims.claim({ id }))).text.split('fixe le complément').length - 1
    expect(await steps()).toBe(1)
    await fixComplement(agent, id, { unique: '0', raison: 'Rien n’est dû.' })
    expect((await last(id))?.['atOnce']).toBe('0')
    await oweAnother(id)
    await payArrears()
    expect(await steps()).toBe(2)
    expect(await waits(id)).toHaveLength(1)
  })

  it('beside a capital, give the pension of the rules on the new points, which never falls', async () => {
    const id = await arrearsPaid({
      capital: 'capital',
      granted: { annuelle: '12000', unique: '8000' },
    })
    const page = await agent.get(own.claim({ id }))
    // Half of 22,56 points at 15,36 is added to what was decided.
    expect(page.document.querySelector('[name=annuelle]')?.getAttribute('value')).toBe('12173,26')
    const lower = await fixComplement(agent, id, { annuelle: '11999', unique: '1', raison: 'x' })
    expect([lower.status, lower.text]).toEqual([409, expect.stringContaining('n’abaisse pas')])
    const none = await fixComplement(agent, id, { annuelle: '', unique: '1', raison: 'x' })
    expect(none.status).toBe(409)
    await fixComplement(agent, id, { unique: '90', raison: 'Barème.' })
    expect(await last(id)).toMatchObject({ yearly: '1217326', atOnce: '9000', state: 'final' })
  })

  it('say what is missing at its field, and keep what was typed', async () => {
    const id = await arrearsPaid({ kind: 'single_payment', granted: single })
    const back = await fixComplement(agent, id, { unique: 'beaucoup', raison: '' })
    expect([back.status, back.mistakes.length]).toEqual([422, 2])
    expect(back.document.querySelector('[name=unique]')?.getAttribute('value')).toBe('beaucoup')
    const silent = await fixComplement(agent, id, { unique: '', raison: 'Barème.' })
    expect(silent.mistakes).toEqual(['Saisissez le complément, ou 0 si rien n’est dû.'])
    expect(await waits(id)).toHaveLength(1)
  })

  it('AT67: above the amount wait for a second agent, and points paid meanwhile send them back', async () => {
    const id = await arrearsPaid({ kind: 'single_payment', granted: single })
    const large = { unique: '20000', raison: 'Barème.' }
    await fixComplement(agent, id, large)
    expect((await waits(id))[0]?.first_agent).not.toBeNull()
    expect((await agent.get(own.claim({ id }))).text).toContain('elle attend un second agent')
    await oweAnother(id)
    await payArrears()
    const outdated = await settleClaim(other, id, 'oui')
    expect([outdated.status, outdated.text]).toEqual([
      409,
      expect.stringContaining('Renvoyez-la à l’examen'),
    ])
    await settleClaim(other, id, 'non')
    expect(await waits(id)).toEqual([{ rank: 1, first_agent: null }])
    await fixComplement(agent, id, large)
    await settleClaim(other, id, 'oui')
    expect(await last(id)).toMatchObject({ verdict: 'complement', state: 'final' })
    expect(await waits(id)).toEqual([])
    const state = await who.get(paths.claims.claim({ id }))
    expect(state.text).toContain('La demande est accordée.')
  })

  it('speak of the points that the agent saw: a quarter paid since is shown before it counts', async () => {
    const id = await arrearsPaid({
      capital: 'capital',
      granted: { annuelle: '12000', unique: '8000' },
    })
    const before = await agent.get(own.claim({ id }))
    await oweAnother(id)
    await payArrears()
    const typed = { unique: '90', raison: 'Barème.' }
    const stale = await agent.submit(before, typed, own.fixComplement({ id }))
    expect([stale.status, stale.text]).toEqual([
      409,
      expect.stringContaining('Quelqu’un a modifié ces informations'),
    ])
    expect(await last(id)).toMatchObject({ verdict: 'granted', points: '0' })
    // The amount on the points of both quarters, beside what was typed.
    const back = stale.document.querySelector('[name=annuelle]')
    expect(back?.getAttribute('value')).toBe('12173,26')
    expect(stale.text).toContain('12346,52')
    await agent.submit(stale, { ...typed, annuelle: '12346,52' }, own.fixComplement({ id }))
    expect(await last(id)).toMatchObject({ yearly: '1234652', points: '4513' })
    expect(await waits(id)).toEqual([])
  })

  it('nothing is fixed where nothing was paid late, nor by an agent of the company', async () => {
    const id = await arrearsPaid({ kind: 'single_payment', granted: single })
    const before = await agent.get(own.claim({ id }))
    const insider = await signedIn(site, await anAgent(site, { ownEmployerNumber: company.number }))
    const theirs = await insider.get(own.claim({ id }))
    expect(theirs.text).not.toContain('Complément à fixer')
    const forged = await insider.post(own.fixComplement({ id }), {
      csrf: theirs.document.querySelector('[name=csrf]')?.getAttribute('value') ?? '',
      version: before.document.querySelector('[name=version]')?.getAttribute('value') ?? '',
      unique: '1',
      raison: 'x',
    })
    expect(forged.status).toBe(409)
    await fixComplement(agent, id, { unique: '1', raison: 'Barème.' })
    const after = await agent.get(own.claim({ id }))
    expect(after.text).not.toContain('Complément à fixer')
    const again = await agent.submit(
      before,
      { unique: '1', raison: 'x' },
      own.fixComplement({ id }),
    )
    expect(again.status).toBe(409)
  })

  it('are worked out on the page as they are decided: with the categories of the first decision', async () => {
    const id = await arrearsPaid({
      capital: 'capital',
      granted: { annuelle: '12000', unique: '8000' },
    })
    await site.database.ownerQuery(
      `insert into parameters (key, valid_from, value, source, illustrative)
         select key, '2026-12-01', replace(value::text, '"normal"', '"age_55"')::jsonb, 'Autres plages', true
           from parameters where key = 'category_ranges'`,
    )
    site.clock.set('2026-12-02T09:00:00Z')
    const later = await signedIn(site, await anAgent(site))
    const page = await later.get(own.claim({ id }))
    expect(page.document.querySelector('[name=annuelle]')?.getAttribute('value')).toBe('12173,26')
  })
})
