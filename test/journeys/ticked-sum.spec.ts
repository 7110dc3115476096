import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { centimes, formatDirhams } from '../../src/money/index.ts'
import { paths } from '../../src/web/paths.ts'
import { languages } from '../../src/web/words/language.ts'
import { declared } from '../support/accounts.ts'
import { aProfile, signedIn, type TestPerson } from '../support/factories.ts'
import { aDrawnOrder, aPayingCompany, type Paying } from '../support/paying.ts'
import { openPortal, type Portal } from '../support/portal.ts'
import { carry, keepEvidence } from './support.ts'

let portal: Portal
let paying: Paying
beforeAll(async () => {
  portal = await openPortal()
  portal.site.clock.set('2026-11-24T10:00:00Z')
  paying = await aPayingCompany(portal.site)
  const older = { quarter: '2026T2', employee: '100', employer: '130', on: '2026-07-12' }
  await declared(portal.site, paying.company, older)
})
afterEach((test) => keepEvidence(portal, test))
afterAll(() => portal?.close())

async function opened(who: TestPerson, address: string, options = {}): Promise<Page> {
  const { context, page } = await portal.visitor(options)
  await carry(context, await signedIn(portal.site, who))
  await page.goto(address)
  return page
}

const sum = (page: Page) => page.locator('main [data-ticked-sum]')
/** Waits until the sum says so, for the script that tells it is fetched after the page. */
const says = (page: Page, amount: bigint, language: 'fr' | 'ar' = 'fr') =>
  sum(page)
    .filter({ hasText: formatDirhams(centimes(amount), language) })
    .waitFor()

describe.each(languages)('what is ticked is added up, in %s', (language) => {
  it('on «Nouvel ordre»: by the ticks, and by the amounts as they are typed', async () => {
    const page = await opened(paying.maker, `${paths.payments.drawUp()}?lang=${language}`)
    await says(page, 1_472_011n, language)
    const older = page.locator('[name="montant-01-2026T2-contributions"]')
    await older.fill(language === 'ar' ? '١٠٠٫٥٠' : '100,50')
    await older.blur()
    await says(page, 1_459_061n, language)
    await older.fill('cent')
    await older.blur()
    await sum(page).locator('[data-unread]').waitFor()
    await says(page, 1_449_011n, language)
    await page.locator('[name="payer-01-2026T2-contributions"]').uncheck()
    await sum(page).locator('[data-unread]').waitFor({ state: 'hidden' })
    await page.locator('[name="payer-01-2026T3-contributions"]').uncheck()
    await says(page, 0n, language)
    await page.context().close()
  })

  it('on «Ordre de virement»: what an order in progress promises too, once it is ticked', async () => {
    const order = await aDrawnOrder(portal.site, paying, 10_000n)
    const accountant = await aProfile(portal.site, paying.company, { service: 'employer_account' })
    const address = paths.employerAccount.transfers()
    const page = await opened(accountant, `${address}?lang=${language}`)
    await says(page, 1_462_011n, language)
    await page.locator('[name=promises]').check()
    await says(page, 1_472_011n, language)
    await page.locator('[name=echeances]').first().uncheck()
    await says(page, 1_449_011n, language)
    await page.context().close()
    await portal.site.database.ownerQuery(
      "update payment_orders set state = 'cancelled' where id = $1",
      [order],
    )
  })
})

describe('without scripts', () => {
  const options = { javaScriptEnabled: false }

  it('nothing is said that would not follow the ticks; the page after «Établir l’ordre» says the amount', async () => {
    const page = await opened(paying.maker, paths.payments.drawUp(), options)
    expect(await sum(page).isVisible()).toBe(false)
    await page.locator('[name="payer-01-2026T2-contributions"]').uncheck()
    await page.locator('main button.is-primary').click()
    await page.getByText('L’ordre est établi').waitFor()
    expect(await page.locator('main').innerText()).toContain(formatDirhams(centimes(1_449_011n)))
    await page.context().close()
  })

  it('the page after «Préparer l’ordre» says the amount', async () => {
    const accountant = await aProfile(portal.site, paying.company, { service: 'employer_account' })
    const page = await opened(accountant, paths.employerAccount.transfers(), options)
    expect(await sum(page).isVisible()).toBe(false)
    await page.locator('main button.is-primary').click()
    await page.getByText('L’ordre est prêt').waitFor()
    expect(await page.locator('main table').first().innerText()).toContain(
      formatDirhams(centimes(23_000n)),
    )
    await page.context().close()
  })
})
