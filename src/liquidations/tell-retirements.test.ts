import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  anEmployer,
  aProfile,
  type TestEmployer,
  type TestPerson,
} from '../../test/support/factories.ts'
import { aMember } from '../../test/support/members.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import { tellRetirements } from './tell-retirements.ts'

let site: TestSite
let atlas: TestEmployer
let clerk: TestPerson
beforeAll(async () => {
  site = await openSite()
  site.clock.set('2026-11-25T06:10:00Z')
  atlas = await anEmployer(site)
  clerk = await aProfile(site, atlas, { service: 'liquidation' })
  await aProfile(site, atlas, { service: 'liquidation', state: 'suspended' })
  await aProfile(site, atlas, { service: 'employer_account' })
  const people: [string, string, string][] = [
    ['000300001', 'PASSEE', '1965-02-10'],
    ['000300002', 'JANVIER', '1966-11-30'],
    ['000300003', 'OCTOBRE', '1967-08-01'],
    ['000300004', 'LOIN', '1968-03-03'],
  ]
  for (const [number, lastName, bornOn] of people)
    await aMember(site, atlas, { number, lastName, firstName: 'AMINA', bornOn })
})
afterAll(() => site.close())

/** Everything that was written on a morning, after running twice at once. */
async function morning(day: string) {
  site.clock.set(`${day}T06:10:00Z`)
  site.mails.length = 0
  await Promise.all([tellRetirements(site.app), tellRetirements(site.app)])
  await tellRetirements(site.app)
  await site.runJobs()
  return site.mails.filter(
    ({ subject }) => subject.includes('retraite') || subject.includes('التقاعد'),
  )
}

describe('who nears retirement, told each morning (L1)', () => {
  it('names everybody who reached a milestone, the nearest first, to active users of the service alone', async () => {
    const [mail, ...others] = await morning('2026-11-25')
    expect(others).toEqual([])
    expect(mail?.to).toBe(clerk.email)
    expect(mail?.subject).toBe('2 personnes approchent de la retraite')
    expect(mail?.text).toMatch(
      /JANVIER AMINA\s*:?\s*1er janvier 2027[\s\S]*OCTOBRE AMINA\s*:?\s*1er octobre 2027/,
    )
    for (const absent of ['PASSEE', 'LOIN']) expect(mail?.text).not.toContain(absent)
    expect(mail?.text).toContain('http://localhost:3000/e-liquidation')
  })

  it('says nothing the day after, and a member again only at the next milestone', async () => {
    expect(await morning('2026-11-26')).toEqual([])
    // Six months before October, LOIN being at more than twelve of April 2028.
    expect(await morning('2027-03-31')).toEqual([])
    const [six] = await morning('2027-04-01')
    expect(six?.subject).toBe('2 personnes approchent de la retraite')
    for (const told of ['OCTOBRE', 'LOIN']) expect(six?.text).toContain(told)
    const [four] = await morning('2027-06-01')
    expect(four?.subject).toBe('1 personne approche de la retraite')
    expect(four?.text).toContain('OCTOBRE')
  })

  it('writes in the language of each, and leaves one event in the company’s trail', async () => {
    const other = await anEmployer(site)
    const reader = await aProfile(site, other, { service: 'liquidation' })
    await site.database.ownerQuery(`update profiles set language = 'ar' where id = $1`, [reader.id])
    for (let index = 0; index < 23; index += 1)
      await aMember(site, other, {
        number: `0004000${10 + index}`,
        lastName: `MEMBRE${index}`,
        firstName: 'ALI',
        bornOn: '1967-08-01',
      })
    const [mail] = await morning('2027-06-02')
    expect(mail?.to).toBe(reader.email)
    expect(mail?.text).toContain('1 أكتوبر 2027')
    expect(mail?.text.match(/MEMBRE/g)).toHaveLength(20)
    const events = await site.database.ownerQuery(
      `select details from audit_events where employer_id = $1 and action = 'liquidation.told'`,
      [other.id],
    )
    expect(events).toEqual([{ details: { members: 23 } }])
  })

  it('waits for somebody to tell, and forgets nobody meanwhile', async () => {
    const late = await anEmployer(site)
    await aMember(site, late, { lastName: 'ATTENTE', firstName: 'SARA', bornOn: '1967-08-01' })
    expect(await morning('2027-06-03')).toEqual([])
    await aProfile(site, late, { service: 'liquidation' })
    const [mail] = await morning('2027-06-04')
    expect(mail?.text).toContain('ATTENTE SARA')
  })
})
