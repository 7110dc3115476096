import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { wordsIn } from '../../src/web/words/index.ts'
import { languages } from '../../src/web/words/language.ts'
import { aDelegate, anAgent, anEmployer, signedIn } from '../support/factories.ts'
import { aSubscription, letterNow, signedBack } from '../support/letters.ts'
import { openPortal, type Portal } from '../support/portal.ts'
import { company, delegate } from '../support/subscribing.ts'
import { carry, keepEvidence, pdfScan } from './support.ts'
import { Hands } from './tour/hands.ts'

let portal: Portal
beforeAll(async () => {
  portal = await openPortal()
})
afterEach((test) => keepEvidence(portal, test))
afterAll(() => portal?.close())

for (const language of languages) {
  describe(`without a mouse, in ${language}`, () => {
    const words = wordsIn(language)
    const viewport = language === 'fr' ? { width: 1280, height: 720 } : { width: 390, height: 780 }

    it('one subscribes, to the signed form', async () => {
      const { context, page } = await portal.visitor({ viewport })
      // Listened for from the start: the browser must know of it before the key is pressed.
      page.on('filechooser', () => undefined)
      const hands = new Hands(page)
      const field = (name: string) => page.locator(`main [name="${name}"]`)
      const send = () => hands.follow(page.locator('main form.form button[type=submit]').last())
      await page.goto(`${paths.subscription.start()}?lang=${language}`)
      await hands.write(field('employerNumber'), language === 'fr' ? '510001' : '510002')
      await send()
      if (page.url().endsWith(paths.subscription.tasks()))
        await hands.follow(page.locator('main .tasks a').first())
      for (const name of await page.locator('main form.form input.input').evaluateAll(namesOf)) {
        await hands.write(field(name), company[name as keyof typeof company])
      }
      await send()
      for (const name of await page.locator('main form.form input.input').evaluateAll(namesOf)) {
        await hands.write(field(name), delegate[name as keyof typeof delegate])
      }
      await send()
      for (const box of await field('services').all()) await hands.tick(box)
      await hands.choose(page.locator('main [name="paymentOption"][value="case_by_case"]'))
      await hands.write(field('signatoryName'), 'Youssef Alami')
      await hands.write(field('signatoryCapacity'), 'Gérant')
      await hands.tick(field('consent'))
      await send()
      expect(await page.textContent('h1')).toBe(words.subscriptions.check.title)
      await send()
      await hands.reach(page.getByRole('link', { name: words.subscriptions.form.download }))
      await hands.reach(page.locator('main input[type=file]'))
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.keyboard.press('Enter'),
      ])
      await chooser.setFiles(pdfScan('formulaire-signe.pdf'))
      await hands.press(page.getByRole('button', { name: words.subscriptions.follow.send }))
      await page.getByText(words.subscriptions.follow.states.received.title).waitFor()
      await context.close()
    })

    it('the delegate signs in and creates a user', async () => {
      const employer = await anEmployer(portal.site, { categories: ['01', '02'] })
      const person = await aDelegate(portal.site, employer)
      const { context, page } = await portal.visitor({ viewport })
      const hands = new Hands(page)
      const field = (name: string) => page.locator(`main [name="${name}"]`)
      await page.goto(`${paths.signIn.administration()}?lang=${language}`)
      await hands.write(field('employerNumber'), person.login)
      await hands.write(field('password'), person.password)
      await page.keyboard.press('Enter')
      await page.waitForURL(`**${paths.administration.information()}`)
      const cell = words.administration.cells.interne
      await hands.follow(page.locator('nav.band a', { hasText: cell }))
      await page.waitForURL(`**${paths.administration.users({ cell: 'interne' })}`)
      await hands.write(field('lastName'), 'Amrani')
      await hands.write(field('firstName'), 'Nabil')
      await hands.write(field('identityNumber'), 'BK201774')
      await hands.write(field('jobTitle'), 'Responsable paie')
      await hands.write(field('email'), 'nabil@atlas.example')
      const section = page.locator('main summary', {
        hasText: words.administration.form.declaration,
      })
      await hands.reach(section)
      const isOpen = await section.evaluate((one) => one.parentElement?.hasAttribute('open'))
      if (!isOpen) await page.keyboard.press('Enter')
      await hands.choose(page.locator('main [name="mode"][value="prepared_file"]'))
      for (const box of await field('categories').all()) await hands.tick(box)
      await hands.press(page.getByRole('button', { name: words.administration.form.validate }))
      await page.locator('.notice', { hasText: 'Amrani' }).waitFor()
      await context.close()
    })

    it('the agent walks the queue with j, k, r and Enter, and asks for what is missing', async () => {
      const { site } = portal
      const number = language === 'fr' ? '510011' : '510012'
      // Later than what the other language left behind.
      site.clock.advance(60_000)
      const first = await aSubscription(site, { number })
      await signedBack(site, first)
      site.clock.advance(60_000)
      const second = await aSubscription(site, { number: `${Number(number) + 10}` })
      await signedBack(site, second)
      const { context, page } = await portal.visitor({ viewport: { width: 1280, height: 720 } })
      await carry(context, await signedIn(site, await anAgent(site)))
      const hands = new Hands(page)
      const said = words.agency.case
      await page.goto(`${paths.agency.queue()}?lang=${language}`)
      const current = () =>
        page.evaluate(() => document.querySelector('tr.is-current a')?.getAttribute('href'))
      const own = `${paths.agency.letter({ id: first })}?file=`
      const walkToOwn = async () => {
        for (let steps = 0; (await current()) !== own; steps += 1) {
          if (steps > 20) throw new Error('j does not reach the file')
          await page.keyboard.press('j')
        }
      }
      await walkToOwn()
      await page.keyboard.press('j')
      expect(await current()).toBe(`${paths.agency.letter({ id: second })}?file=`)
      await page.keyboard.press('k')
      expect(await current()).toBe(own)
      await page.keyboard.press('r')
      await page.getByText(said.taken).waitFor()
      await walkToOwn()
      await page.keyboard.press('Enter')
      await page.waitForURL((url) => url.href.endsWith(own))
      await hands.press(page.locator('main summary', { hasText: said.complete }))
      const form = page
        .locator('main form.form')
        .filter({ has: page.locator('[value="complete"]') })
      await hands.tick(form.locator('[name="motifs"]').first())
      await hands.press(form.locator('button[type=submit]'))
      await page.waitForURL(({ pathname }) => pathname === paths.agency.queue())
      expect(await letterNow(site, first)).toMatchObject({ state: 'to_complete' })
      await context.close()
    })
  })
}

function namesOf(fields: (HTMLElement | SVGElement)[]): string[] {
  return fields.map((field) => field.getAttribute('name') ?? '')
}
