import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { sessionCookie } from '../../src/web/cookies.ts'
import { commonChecks } from '../../src/agency/checklist.ts'
import { paths } from '../../src/web/paths.ts'
import { wordsIn } from '../../src/web/words/index.ts'
import { languages } from '../../src/web/words/language.ts'
import { aDelegate, anAgent, anEmployer, signedIn } from '../support/factories.ts'
import { aSubscription, letterNow, signedBack } from '../support/letters.ts'
import { aMember } from '../support/members.ts'
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

async function mistakesOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)
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
        expect(await mistakesOf(page)).toEqual([])
        await page.keyboard.press('j')
        await page.keyboard.press('r')
        await page.getByText(words.case.taken).waitFor()
        await page.keyboard.press('j')
        await page.keyboard.press('Enter')
        await page.waitForURL(`**${paths.agency.letter({ id: letterId })}*`)
        const scan = page.locator('.scan img')
        await scan.scrollIntoViewIfNeeded()
        expect(await scan.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1)
        expect(await mistakesOf(page)).toEqual([])
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
    expect(await mistakesOf(page)).toEqual([])
    // A wedge reader: keys as fast as they come, then Enter, and nobody touched the field.
    await page.keyboard.type(reference)
    await page.keyboard.press('Enter')
    await page.waitForURL(`**${paths.agency.letter({ id: letterId })}`)
    await page.context().close()
  })
})

describe('an agent’s morning with the keyboard alone', () => {
  const each = { letters: 2, newcomers: 7, alerts: 1 }

  async function waiting(): Promise<void> {
    const { site } = portal
    const company = await anEmployer(site)
    for (let count = 0; count < each.letters; count += 1) {
      const employer = await anEmployer(site)
      const asked = { number: employer.number, employerId: employer.id }
      await signedBack(site, await aSubscription(site, asked))
    }
    for (let count = 0; count < each.newcomers; count += 1) {
      const number = String(910_000_000 + Number(company.number) * 10 + count)
      await aMember(site, company, {
        number,
        state: 'provisional',
        lastName: `TAHIRI ${number}`,
        firstName: 'SALMA',
      })
    }
    await site.database.ownerQuery(
      `insert into reading_alerts (employer_id, reader_kind, reader_id, reader_name, members, at)
        values ($1, 'profile', $1, 'Salma Idrissi', 900, $2)`,
      [company.id, site.clock.now()],
    )
  }

  /** What each kind of page asks, by the keys that a hand would press. */
  async function decide(page: Page): Promise<string> {
    const { pathname } = new URL(page.url())
    if (pathname.includes('/dossiers/')) {
      const scan = page.locator('.scan img')
      await scan.scrollIntoViewIfNeeded()
      await scan.evaluate((image: HTMLImageElement) => image.decode())
      await page.locator('input[name="controles"]').first().focus()
      for (const _ of commonChecks) {
        await page.keyboard.press('Space')
        await page.keyboard.press('Tab')
      }
      await page.keyboard.press('Enter')
      await page.waitForURL((url) => url.pathname === paths.agency.queue())
      return 'letter'
    }
    const isNewcomer = pathname.includes('/affilies/')
    const button = isNewcomer
      ? 'form[action$="/confirmation"] button'
      : 'form[action*="/consultations/"] button'
    await page.locator(button).first().focus()
    await page.keyboard.press('Enter')
    await page.locator('.notice-region > *').waitFor()
    return isNewcomer ? 'newcomer' : 'alert'
  }

  it('decides twenty cases of three kinds, one after the other, half of them in Arabic', async () => {
    const page = await anAgentsBrowser()
    const done: string[] = []
    for (const language of languages) {
      await waiting()
      await page.goto(`${paths.agency.queue()}?lang=${language}`)
      for (let count = 0; count < each.letters + each.newcomers + each.alerts; count += 1) {
        const before = new URL(page.url()).pathname
        await page.keyboard.press('n')
        await page.waitForURL((url) => url.pathname !== before)
        done.push(await decide(page))
      }
    }
    const decided = (kind: string) => done.filter((one) => one === kind).length
    expect([decided('letter'), decided('newcomer'), decided('alert')]).toEqual([4, 14, 2])
    await page.context().close()
  }, 90_000)
})
