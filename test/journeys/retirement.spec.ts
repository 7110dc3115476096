import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { wordsIn } from '../../src/web/words/index.ts'
import { languages } from '../../src/web/words/language.ts'
import { anEmployer, aProfile, type TestPerson } from '../support/factories.ts'
import { aMember } from '../support/members.ts'
import { openPortal, type Portal } from '../support/portal.ts'
import { keepEvidence } from './support.ts'

let portal: Portal
let clerk: TestPerson
beforeAll(async () => {
  portal = await openPortal()
  portal.site.clock.set('2026-11-25T09:00:00Z')
  const company = await anEmployer(portal.site)
  clerk = await aProfile(portal.site, company, { service: 'liquidation' })
  const people: [string, string, string][] = [
    ['000300001', 'NEJJAR', '1966-11-30'],
    ['000300002', 'HARAKAT', '1971-03-03'],
  ]
  for (const [number, lastName, bornOn] of people)
    await aMember(portal.site, company, { number, lastName, firstName: 'AMINA', bornOn })
})
afterEach((test) => keepEvidence(portal, test))
afterAll(() => portal?.close())

describe('who prepares departures (L1, L4)', () => {
  it.each(languages)('finds somebody and estimates an early pension, in %s', async (language) => {
    const { context, page } = await portal.visitor({ viewport: { width: 390, height: 844 } })
    const { nearing, estimate } = wordsIn(language).liquidations
    await page.goto(`${paths.signIn.service({ service: 'e-liquidation' })}?lang=${language}`)
    await page.locator('main [name=login]').fill(clerk.login)
    await page.locator('main [name=password]').fill(clerk.password)
    await page.locator('main button[type=submit]').click()
    await page.getByRole('link', { name: 'NEJJAR AMINA' }).waitFor()
    expect(await page.locator('h1').textContent()).toBe(nearing.title)

    await page.locator('main [name=q]').fill('harakat')
    await page.locator('main .filters button').click()
    await page.getByRole('link', { name: nearing.everybody }).click()
    await page.getByRole('link', { name: 'HARAKAT AMINA' }).click()
    await page.locator('main [name=depart]').selectOption('2027T1')
    await page.locator('main [name=capital]').check()
    await page.locator('main [name=ailleurs]').fill('5000')
    await page.locator('main [name=depuis2003]').fill('3000')
    await page.getByRole('button', { name: estimate.submit }).click()
    await page.getByText(estimate.noPromise).waitFor()
    // 3 500 points at 15.36, begun at 55: the coefficient in force is 0.72.
    const shown = (await page.locator('main').innerText()).replace(/[\s\u00a0\u202f]+/g, ' ')
    for (const said of ['3 500,00', '53 760,00', '38 707,20', '3 225,60'])
      expect(shown).toContain(said)
    await context.close()
  })
})
