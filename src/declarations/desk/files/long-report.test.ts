import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { goodFile, sendWhole } from '../../../../test/support/depositing.ts'
import { anEmployer, aProfile, signedIn } from '../../../../test/support/factories.ts'
import { openSite, type TestSite } from '../../../../test/support/site.ts'
import type { Visitor } from '../../../../test/support/visitor.ts'
import { paths } from '../../../web/paths.ts'

let site: TestSite
/** Somebody whose company the portal knows nothing of yet: every line of their file has a doubt. */
let visitor: Visitor
let report: string
const lines = 2_500

beforeAll(async () => {
  site = await openSite()
  const employer = await anEmployer(site)
  visitor = await signedIn(site, await aProfile(site, employer), employer)
  const check = await sendWhole(visitor, goodFile(employer.number, lines))
  report = `${check.url}/fichiers/constats.csv`
})
afterAll(() => site.close())

const requestOf = (path: string) => {
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  return new Request(`http://localhost:3000${path}`, { headers: { cookie } })
}

describe('the report of a large file', () => {
  it('US14: has every finding once, by line, though they are never all in memory', async () => {
    const rows = (await visitor.get(report)).body.trim().split('\r\n').slice(1)
    expect(rows.map((row) => Number(row.split(';')[0]))).toEqual(
      Array.from({ length: lines }, (_, index) => index + 1),
    )
  })

  it('AT116: is written once at a time for a company, whoever asks, and keeps nobody else waiting', async () => {
    const first = await site.fetch(requestOf(report))
    const others = await Promise.all(Array.from({ length: 20 }, () => visitor.get(report)))
    // One is told that the report is being written, as are the few that waited; the others are not even let to wait.
    for (const { status, text } of others) {
      expect([409, 429]).toContain(status)
      expect(text).toContain(status === 409 ? 'déjà en cours' : 'encore en préparation')
    }
    const elsewhere = await anEmployer(site)
    const stranger = await signedIn(site, await aProfile(site, elsewhere), elsewhere)
    expect((await stranger.get(paths.declarations.calendar())).status).toBe(200)
    expect((await first.text()).trim().split('\r\n')).toHaveLength(lines + 1)
    expect((await visitor.get(report)).status).toBe(200)
  })

  it('AT116: leaves the turn to the next when its reader is gone', async () => {
    const left = await site.fetch(requestOf(report))
    await left.body?.cancel()
    expect((await visitor.get(report)).status).toBe(200)
  })
})
