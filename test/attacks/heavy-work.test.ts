import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { anEmployer, aProfile, anAgent, signedIn } from '../support/factories.ts'
import { whileLocked } from '../support/blocked.ts'
import { aMember, someMembers } from '../support/members.ts'
import { openSite, type TestSite } from '../support/site.ts'
import type { Screen, Visitor } from '../support/visitor.ts'

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

/** One is made, three wait for it: whoever comes then is told to wait. */
const [madeInTurn, toldToWait] = [4, 16]

/** Asks twenty times at once; while none is made, since nobody reads what they are made of, `meanwhile` is done. */
async function twenty(
  [who, address, table]: readonly [Visitor, string, string],
  meanwhile: () => Promise<void> = async () => undefined,
): Promise<Screen[]> {
  const told: Screen[] = []
  const asked = await whileLocked(site.database, table, async () => {
    const all = Array.from({ length: 20 }, async () => {
      const screen = await who.get(address)
      if (screen.status === 429) told.push(screen)
      return screen
    })
    await expect.poll(() => told.length).toBe(toldToWait)
    await meanwhile()
    return { all }
  })
  return Promise.all(asked.all)
}

describe('AT116: papers, files and searches', () => {
  for (const [what, address, table] of [
    ['the list with a search', `${own.members()}?q=%25a`, 'memberships'],
    ['the statement on paper', own.statementPdf(), 'ledger_entries'],
    ['the list as a file', own.membersCsv(), 'memberships'],
  ] as const) {
    it(`${what}: asked for twenty times at once, is made in turn, and the rest is told to wait`, async () => {
      const answers = await twenty([reader, address, table])
      const told = answers.filter(({ status }) => status === 429)
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(madeInTurn)
      expect(told).toHaveLength(toldToWait)
      for (const { text } of told) expect(text).toContain('Attendez qu’ils arrivent')
      // Afterwards nothing is left of it.
      expect((await reader.get(address)).status).toBe(200)
    })
  }

  it('keep nobody of another company waiting', async () => {
    await twenty([reader, own.statementPdf(), 'ledger_entries'], async () => {
      expect((await neighbour.get(`${own.members()}?q=a`)).status).toBe(200)
    })
    expect((await neighbour.get(own.statementPdf())).status).toBe(200)
  })

  it('are bounded for an agent who searches too', async () => {
    const agent = await signedIn(site, await anAgent(site))
    const address = `${paths.agency.search()}?q=atlas`
    const answers = await twenty([agent, address, 'memberships'])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(madeInTurn)
  })
})
