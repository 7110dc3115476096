import { readFileSync } from 'node:fs'
import path from 'node:path'
import { sheetAt } from '../../../src/declarations/entry/sheet-address.ts'
import { paths } from '../../../src/web/paths.ts'
import {
  anEmployer,
  aProfile,
  signedIn,
  type TestEmployer,
  type TestPerson,
} from '../../support/factories.ts'
import { sendFile } from '../../support/declaring.ts'
import { someMembers } from '../../support/members.ts'
import type { TestSite } from '../../support/site.ts'
import { longNames, type Stop } from './stop.ts'

const period = { category: '01', quarter: '2026T3' }

/** A firm with something ready, something that a company touched, and something sent; one with nothing. */
export async function firmStops(site: TestSite): Promise<Stop[]> {
  const [first, clinic, transit, mill] = [
    await anEmployer(site, { name: longNames.company }),
    await anEmployer(site, { name: 'Clinique Les Oliviers' }),
    await anEmployer(site, { name: 'Transit Al Bahr SARL' }),
    await anEmployer(site, { name: 'Huilerie Saïss SARL' }),
  ]
  const firm = { name: 'Fiduciaire Al Amal', ice: '002136093000040' }
  const mandate = { service: 'declaration_external', mode: 'form', firm } as const
  const person = await aProfile(site, first, { ...mandate, alsoFor: [clinic, transit, mill] })
  const who = await signedIn(site, { ...person, employerId: null })
  for (const company of [first, clinic, transit, mill])
    await someMembers(site, company, { count: 1 })
  for (const company of [first, clinic, transit]) await declared(site, person, company)
  // What a company changed after the firm, and what a company prepared itself.
  await declared(site, await aProfile(site, transit, { mode: 'form' }), transit, '9000')
  const miller = await aProfile(site, mill, { mode: 'form' })
  await declared(site, miller, mill)
  const ready = await who.get(paths.firm.send())
  const [one] = ready.document.querySelectorAll('input[name=declaration]')
  await who.submit(ready, { declaration: one?.getAttribute('value') ?? '' }, paths.firm.send())
  const file = await who.get(paths.firm.file())
  const golden = readFileSync(
    path.join(import.meta.dirname, '../../golden/declarations/CIMR_005839_T3_2024.txt'),
  )
  const lines = golden.toString('latin1')
  const linesOf = ({ number }: TestEmployer) => lines.replaceAll('005839', number)
  // Somebody of the company is at work on the same quarter.
  const late = { category: '01', quarter: '2024T3' }
  await sendFile(await signedIn(site, miller), late, linesOf(mill).slice(0, 192))
  const content = linesOf(transit) + lines + linesOf(mill)
  const both = new Uint8Array(Buffer.from(content, 'latin1'))
  const fichier = new File([both], 'toutes-les-entreprises.txt', { type: 'text/plain' })
  const running = setInterval(() => void site.runJobs().catch(() => undefined), 200)
  const result = await who.submit(file, { fichier }, paths.firm.file())
  clearInterval(running)
  await site.runJobs()
  const nothing = await aProfile(site, await anEmployer(site), mandate)
  const empty = await signedIn(site, { ...nothing, employerId: null })
  return [
    { name: 'a board with work', who, address: paths.declarations.board() },
    { name: 'nobody found on a board', who, address: `${paths.declarations.board()}?nom=zz` },
    { name: 'a file of several companies', who, address: paths.firm.file() },
    { name: 'what became of its parts', who, address: result.url },
    { name: 'what a firm can send', who, address: paths.firm.send() },
    { name: 'the receipts of a firm', who, address: paths.firm.receipts() },
    { name: 'a firm with nothing to send', who: empty, address: paths.firm.send() },
    { name: 'a firm without receipts', who: empty, address: paths.firm.receipts() },
    {
      name: 'nothing chosen to send',
      who,
      address: paths.firm.send(),
      act: async (page) => {
        for (const box of await page.locator('input[name=declaration]').all()) await box.uncheck()
        await page.locator('main .is-primary').click()
        await page.waitForSelector('.error-summary')
      },
    },
  ]
}

/** Declares by form up to the check. */
async function declared(
  site: TestSite,
  by: TestPerson,
  company: TestEmployer,
  salary = '36000,25',
): Promise<void> {
  const inHand = await signedIn(site, by, company)
  const sheet = await inHand.get(sheetAt(period))
  const field = sheet.document.querySelector('input.is-amount')?.getAttribute('name') ?? ''
  await inHand.submit(sheet, { [field]: salary, vers: 'controler' }, paths.entry.sheet(period))
}
