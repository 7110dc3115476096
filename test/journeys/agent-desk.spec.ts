import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { sessionCookie } from '../../src/web/cookies.ts'
import { commonChecks } from '../../src/agency/checklist.ts'
import { paths } from '../../src/web/paths.ts'
import { wordsIn } from '../../src/web/words/index.ts'
import { languages } from '../../src/web/words/language.ts'
import { barriers } from '../support/barriers.ts'
import { aDelegate, anAgent, anEmployer, signedIn } from '../support/factories.ts'
import { aSubscription, letterNow, signedBack } from '../support/letters.ts'
import { openPortal, type Portal } from '../support/portal.ts'
import { keepEvidence } from './support.ts'

let portal: Portal
beforeAll(async () => {
  portal = await openPortal()
})
afterEach((test) => keepEvidence(portal, test))
afterAll(() => portal.close())

async function anAgentsBrowser(): Promise<Page> {
  const agent = await signedIn(portal.site, await anAgent(portal.site))
  const { context, page } = await portal.visitor()
  const value = agent.cookies.get(sessionCookie) ?? ''
  // A `__Host-` cookie is only set by a secure address, though localhost may then send it.
  const url = portal.url.replace('http:', 'https:')
  await context.addCookies([{ name: sessionCookie, value, url, secure: true, httpOnly: true }])
  return page
}

describe('two agents accept a new delegate with the keyboard alone', () => {
  for (const language of languages) {
    it(`in ${language}`, async () => {
      const { site } = portal
      const words = wordsIn(language).agency
      const employer = await anEmployer(site)
      await aDelegate(site, employer)
      const letterId = await aSubscription(site, {
        number: employer.number,
        employerId: employer.id,
      })
      await signedBack(site, letterId)
      const notices = [words.case.done.second_agent_needed, words.case.done.accepted]
      for (const notice of notices) {
        const page = await anAgentsBrowser()
        await page.goto(`${paths.agency.queue()}?lang=${language}`)
        expect(await barriers(page)).toEqual([])
        await page.keyboard.press('j')
        await page.keyboard.press('r')
        await page.getByText(words.case.taken).waitFor()
        await page.keyboard.press('j')
        await page.keyboard.press('Enter')
        await page.waitForURL(`**${paths.agency.letter({ id: letterId })}*`)
        const scan = page.locator('.scan img')
        await scan.scrollIntoViewIfNeeded()
        expect(await scan.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1)
        expect(await barriers(page)).toEqual([])
        await page.locator('input[name="controles"]').first().focus()
        for (const _ of commonChecks) {
          await page.keyboard.press('Space')
          await page.keyboard.press('Tab')
        }
        await page.keyboard.press('Enter')
        await page.getByText(notice).waitFor()
        await page.context().close()
      }
      expect(await letterNow(site, letterId)).toMatchObject({ state: 'accepted' })
      site.clock.advance(24 * 3_600_000)
      await site.runJobs()
      expect(await letterNow(site, letterId)).toMatchObject({ state: 'applied' })
    })
  }
})

describe('the desk', () => {
  it('waits for the scanner, and opens what it reads', async () => {
    const { site } = portal
    const letterId = await aSubscription(site, { number: '310001' })
    const { reference } = await letterNow(site, letterId)
    const page = await anAgentsBrowser()
    await page.goto(paths.agency.desk())
    expect(await barriers(page)).toEqual([])
    // A wedge reader: keys as fast as they come, then Enter, and nobody touched the field.
    await page.keyboard.type(reference)
    await page.keyboard.press('Enter')
    await page.waitForURL(`**${paths.agency.letter({ id: letterId })}`)
    await page.context().close()
  })
})
