import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { findProjectRoot } from '../../src/platform/project-root.ts'
import { aDelegate, anEmployer, type TestEmployer, type TestPerson } from './factories.ts'
import { aKey, ask, type MachineAsked } from './machine.ts'
import { openSite, type TestSite } from './site.ts'

/** The golden lines of 005839, with what a check says of them beside. */
export const golden = path.join(findProjectRoot(), 'test/golden/declarations/CIMR_005839_T3_2024')
export const goldenFile = readFileSync(`${golden}.txt`)
export const base = '/api/v1'
/** Where a declaration of the golden quarter is sent. */
export const declarations = `${base}/declarations?category=01&quarter=2024T3`

export interface Company {
  readonly employer: TestEmployer
  readonly delegate: TestPerson
  readonly key: string
}

/** The golden lines, as the payroll of this company would write them. */
export const linesOf = ({ employer }: Company) =>
  goldenFile.toString().replaceAll('005839', employer.number)

let last = 0

/** The name of a request, never given before. */
export function once(): Record<string, string> {
  last += 1
  return { 'idempotency-key': `paie-${last}` }
}

/** Companies whose payroll programs declare with a key. */
export function payrollPrograms() {
  const at = {} as { site: TestSite }
  beforeAll(async () => {
    at.site = await openSite()
  })
  afterAll(() => at.site.close())

  /** The golden file is of 005839: one company of that number, or any other for what is not about its lines. */
  async function aCompany(number?: string): Promise<Company> {
    const wishes = { categories: ['01', '02'], ...(number ? { number } : {}) }
    const employer = await anEmployer(at.site, wishes)
    const delegate = await aDelegate(at.site, employer)
    return { employer, delegate, key: await aKey(at.site, employer, { delegate }) }
  }

  const send = (company: Company, more: MachineAsked = {}, to = declarations) =>
    ask(at.site, 'POST', to, {
      key: company.key,
      file: linesOf(company),
      headers: once(),
      ...more,
    })

  return { at, aCompany, send }
}
