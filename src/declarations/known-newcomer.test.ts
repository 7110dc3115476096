import { afterAll, beforeAll, expect, it } from 'vitest'
import { sendFile } from '../../test/support/declaring.ts'
import { anEmployer, aProfile, signedIn } from '../../test/support/factories.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import { exampleLine } from './checking/example-line.ts'

let site: TestSite

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

it('somebody whom the company has already is asked about when they come without their number', async () => {
  const employer = await anEmployer(site)
  const clerk = await signedIn(site, await aProfile(site, employer))
  await site.database.ownerQuery(
    `insert into memberships (employer_id, category, member_number, last_name, first_name, sex, nationality, joined_on,
       born_on, family_situation)
     values ($1, '01', '000200001', 'El Amrani', 'Fatima-Zahra', 'F', 'M', '2010-03-01', '1985-07-15', 'M')`,
    [employer.id],
  )
  const line = exampleLine({ employerNumber: employer.number, memberNumber: '000000000' })
  const check = await sendFile(clerk, { category: '01', quarter: '2024T3' }, line)
  expect(check.text).toContain('Nouvel affilié, peut-être déjà connu')
  expect(check.text).toMatch(/date de naissance du matricule «.000200001.»/)
})
