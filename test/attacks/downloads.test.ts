import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exampleLine } from '../../src/declarations/checking/example-line.ts'
import { aDelegate, anEmployer, aProfile, signedIn } from '../support/factories.ts'
import { openSite, type TestSite } from '../support/site.ts'
import { subscribe } from '../support/subscribing.ts'
import type { Visitor } from '../support/visitor.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

const isFile = async (visitor: Visitor, path: string) => {
  const answer = await visitor.raw(path)
  return answer.status === 200 && answer.headers.has('content-disposition')
}

/** A company whose declarant holds a file being checked, with the addresses of what can be taken away. */
async function aCompanyWithFiles() {
  const employer = await anEmployer(site)
  const person = await aDelegate(site, employer)
  const boss = await signedIn(site, person)
  const accounts = '/administration/comptes-bancaires'
  const added = await boss.submit(await boss.get(accounts), {
    rib: '230780000000000000000039',
    holder: employer.name,
  })
  const mandate = /href="([^"]*mandat\.pdf)"/.exec(added.body)?.[1] ?? ''
  const clerkPerson = await aProfile(site, employer)
  const clerk = await signedIn(site, clerkPerson)
  const period = '/teledeclaration/periodes/01/2026T3'
  const line = exampleLine({ employerNumber: employer.number, quarter: '3', year: '2026' })
  const file = new File([`${line}\r\n`], 'd.txt')
  const check = await clerk.submit(await clerk.get(period), { fichier: file }, `${period}/fichier`)
  if (!check.url.includes('/controles/')) throw new Error(check.text)
  return {
    employer,
    person,
    boss,
    mandate,
    clerkPerson,
    clerk,
    findings: `${check.url}/fichiers/constats.csv`,
  }
}

describe('the address of a download', () => {
  it('AT49: opens for its company and for no other, whoever asks', async () => {
    const mine = await aCompanyWithFiles()
    const theirs = await aCompanyWithFiles()
    expect(await isFile(mine.boss, mine.mandate)).toBe(true)
    expect(await isFile(mine.clerk, mine.findings)).toBe(true)
    for (const [visitor, path] of [
      [mine.boss, theirs.mandate],
      [mine.clerk, theirs.findings],
      [mine.clerk, mine.mandate],
      [mine.boss, mine.findings],
      [site.visitor(), mine.mandate],
      [site.visitor(), mine.findings],
    ] as const) {
      const answer = await visitor.raw(path)
      expect([303, 403, 404]).toContain(answer.status)
      expect(answer.body).not.toContain(theirs.employer.number)
    }
  })

  it('AT49: opens no more after suspension, sign-out or time', async () => {
    const mine = await aCompanyWithFiles()
    const second = await signedIn(site, mine.clerkPerson)
    await site.database.ownerQuery(`update profiles set state = 'suspended' where id = $1`, [
      mine.clerkPerson.id,
    ])
    expect(await isFile(mine.clerk, mine.findings)).toBe(false)
    expect(await isFile(second, mine.findings)).toBe(false)
    site.clock.advance(21 * 60_000)
    expect(await isFile(mine.boss, mine.mandate)).toBe(false)
  })

  it('AT49: of a form to sign belongs to the visit that asked for it, for ten hours', async () => {
    const applicant = site.visitor()
    await subscribe(site, applicant, '778899')
    const pdf = '/suivi/dossier/formulaire.pdf'
    expect(await isFile(applicant, pdf)).toBe(true)
    expect(await isFile(site.visitor(), pdf)).toBe(false)
    site.clock.advance(10 * 3_600_000 + 1000)
    expect(await isFile(applicant, pdf)).toBe(false)
  })
})
