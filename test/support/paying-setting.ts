import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { TestPerson } from './factories.ts'
import { aDrawnOrder, aPayingCompany, confirmAs, orderOf, type Paying } from './paying.ts'
import { openSite, type TestSite } from './site.ts'

/** A company that owes a quarter, with the people who draw up and confirm, anew before each test. */
export function aPayingCompanyEachTime() {
  const at = {} as Paying & { site: TestSite; paying: Paying }
  beforeAll(async () => {
    at.site = await openSite()
  })
  beforeEach(async () => {
    at.site.clock.set('2026-11-24T10:00:00Z')
    at.paying = await aPayingCompany(at.site)
    Object.assign(at, at.paying)
  })
  afterAll(() => at.site.close())
  const tools = {
    drawn: (amount?: bigint, debitOn?: string) => aDrawnOrder(at.site, at.paying, amount, debitOn),
    orderOf: (id: string) => orderOf(at.site, at.paying, id),
    confirmAs: (person: TestPerson, id: string, digest?: string) =>
      confirmAs(at.site, at.paying, person, id, digest),
  }
  return Object.assign(at, tools)
}
