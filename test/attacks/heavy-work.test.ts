import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { anEmployer, aProfile, anAgent, signedIn } from '../support/factories.ts'
import { aMember, someMembers } from '../support/members.ts'
import { openSite, type TestSite } from '../support/site.ts'
import type { Visitor } from '../support/visitor.ts'

const own = paths.employerAccount
let site: TestSite
let reader: Visitor
let neighbour: Visitor
beforeAll(async () => {
  site = await openSite()
  const employer = await anEmployer(site, { name: 'Atlas Textile SA' })
  await someMembers(site, employer, { count: 200 })
  reader = await signedIn(
    site,
    await aProfile(site, employer, { service: 'employer_account' }),
    employer,
  )
  const other = await anEmployer(site)
  await aMember(site, other, { lastName: 'BENNANI', firstName: 'YOUSSEF' })
  neighbour = await signedIn(
    site,
    await aProfile(site, other, { service: 'employer_account' }),
    other,
  )
})
afterAll(() => site.close())

const twenty = (who: Visitor, address: string) =>
  Promise.all(Array.from({ length: 20 }, () => who.get(address)))

describe('AT116: papers, files and searches', () => {
  for (const [what, address] of [
    ['the list with a search', `${own.members()}?q=%25a`],
    ['the statement on paper', own.statementPdf()],
    ['the list as a file', own.membersCsv()],
  ] as const) {
    it(`${what}: asked for twenty times at once, is made in turn, and the rest is told to wait`, async () => {
      const answers = await twenty(reader, address)
      const made = answers.filter(({ status }) => status === 200)
      const told = answers.filter(({ status }) => status === 429)
      expect(made.length + told.length).toBe(20)
      // One, the three that wait for it, and who came when one of them was done.
      expect(told.length).toBeGreaterThan(10)
      for (const { text } of told) expect(text).toContain('Attendez qu’ils arrivent')
      // Afterwards nothing is left of it.
      expect((await reader.get(address)).status).toBe(200)
    })
  }

  it('keep nobody of another company waiting', async () => {
    let isOver = false
    const asked = twenty(reader, own.statementPdf()).then(() => (isOver = true))
    expect((await neighbour.get(`${own.members()}?q=a`)).status).toBe(200)
    expect(isOver).toBe(false)
    await asked
    expect((await neighbour.get(own.statementPdf())).status).toBe(200)
  })

  it('are bounded for an agent who searches too', async () => {
    const agent = await signedIn(site, await anAgent(site))
    const statuses = (await twenty(agent, `${paths.agency.search()}?q=atlas`)).map(
      ({ status }) => status,
    )
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(10)
  })
})
