import { afterAll, beforeAll, expect, it } from 'vitest'
import { sendFile } from '../../test/support/declaring.ts'
import { anEmployer, aProfile, signedIn } from '../../test/support/factories.ts'
import { someMembers } from '../../test/support/members.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import { exampleLine } from './checking/example-line.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

it('somebody who comes back, or from another category, is not said to be unknown to the company', async () => {
  const categories = ['01', '02']
  const employer = await anEmployer(site, { categories })
  const clerk = await signedIn(site, await aProfile(site, employer, { categories }))
  const [gone] = await someMembers(site, employer, { count: 1, leftOn: '2024-03-31' })
  const [other] = await someMembers(site, employer, { count: 1, from: 2, category: '02' })
  const lines = [gone, other].map((one) =>
    exampleLine({ employerNumber: employer.number, memberNumber: one?.number ?? '' }),
  )
  const check = await sendFile(clerk, { category: '01', quarter: '2024T3' }, lines.join('\r\n'))
  expect(check.text).toContain('Matricule inconnu dans cette catégorie')
  expect(check.text).toContain('d’un autre employeur ou d’une autre catégorie, ou s’il revient')
  expect(check.text).not.toContain('dans votre entreprise')
})
