import { afterAll, beforeAll, expect, it } from 'vitest'
import { sendFile } from '../../../test/support/declaring.ts'
import { anEmployer, aProfile, signedIn } from '../../../test/support/factories.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import { paths } from '../../web/paths.ts'
import { exampleLine } from '../checking/example-line.ts'

let site: TestSite

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

it('another file that is none, or empty, is told on the page of the check that it was sent from', async () => {
  const employer = await anEmployer(site)
  const clerk = await signedIn(site, await aProfile(site, employer))
  const period = { category: '01', quarter: '2024T3' }
  const check = await sendFile(clerk, period, exampleLine({ employerNumber: employer.number }))
  const upload = paths.declarations.upload(period)
  const none = await clerk.submit(check, {}, upload)
  expect(none.status).toBe(422)
  expect(none.title).toMatch(/^Erreur.*Contrôle du 3e trimestre 2024/)
  const fault = none.document.querySelector('.error-summary a')?.getAttribute('href') ?? ''
  expect(none.document.querySelector(fault)?.getAttribute('type')).toBe('file')
  const fichier = new File([], 'vide.txt', { type: 'text/plain' })
  const empty = await clerk.submit(check, { fichier }, upload)
  expect(empty.title).toMatch(/^Erreur.*Contrôle du 3e trimestre 2024/)
  const stands = await clerk.get(check.url)
  expect(stands.url).toBe(check.url)
})
