import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { wordsIn } from '../../src/web/words/index.ts'
import { aDelegate, anAgent, anEmployer, goodPassword, signedIn } from '../support/factories.ts'
import { openPortal, type Portal } from '../support/portal.ts'
import { scan, subscribe } from '../support/subscribing.ts'
import { carry, keepEvidence } from './support.ts'

let portal: Portal
beforeAll(async () => {
  portal = await openPortal()
})
afterEach((test) => keepEvidence(portal, test))
afterAll(() => portal?.close())

const words = wordsIn('fr')
const minute = 60_000

describe('a session about to end (US18)', () => {
  it('is announced two minutes before; staying keeps it; once over, one comes back to the same page', async () => {
    const { site } = portal
    const employer = await anEmployer(site)
    const person = await aDelegate(site, employer)
    const { context, page } = await portal.visitor()
    // The page's clock stands still but for what is passed on it.
    await page.clock.install({ time: site.clock.now() })
    await page.clock.pauseAt(new Date(site.clock.now().getTime() + 1_000))
    await carry(context, await signedIn(site, person))
    const address = paths.administration.newUser({ cell: 'e-liquidation' })
    await page.goto(address)
    const seconds = Number(await page.getAttribute('dialog', 'data-seconds'))
    expect(seconds).toBeGreaterThan(5 * 60)
    await page.locator('main [name="lastName"]').fill('Amrani')
    await page.clock.fastForward((seconds - 150) * 1000)
    expect(await page.locator('dialog[open]').count()).toBe(0)
    await page.clock.fastForward(31_000)
    expect(await page.locator('dialog[open]').count()).toBe(1)

    site.clock.advance((seconds - 120) * 1000)
    await page.getByRole('button', { name: words.frame.sessionContinue }).click()
    await page.waitForFunction(() => !document.querySelector('dialog')?.open)
    expect(await page.inputValue('main [name="lastName"]')).toBe('Amrani')

    site.clock.advance(seconds * 1000 + minute)
    await page.clock.fastForward((seconds - 60) * 1000)
    await page.clock.fastForward(61_000)
    await page.getByRole('link', { name: words.frame.signInAgain }).click()
    await page.waitForURL(`**${paths.signIn.administration()}?suite=*`)
    await page.locator('main [name="employerNumber"]').fill(person.login)
    await page.locator('main [name="password"]').fill(goodPassword)
    await page.getByRole('button', { name: words.frame.validate }).click()
    await page.waitForURL(`**${address}`)
    expect(await page.inputValue('main [name="lastName"]')).toBe('Amrani')
    await context.close()
  })
})

describe('password managers and codes (US24)', () => {
  it('are named to the browser, and paste is allowed', async () => {
    const { site } = portal
    const { context, page } = await portal.visitor()
    const tokens = () =>
      page
        .locator('main form.form input:not([type=hidden])')
        .evaluateAll((fields) =>
          Object.fromEntries(
            fields.map((field) => [field.getAttribute('name'), field.getAttribute('autocomplete')]),
          ),
        )
    await page.goto(paths.signIn.administration())
    expect(await tokens()).toEqual({ employerNumber: 'username', password: 'current-password' })
    await page.goto(paths.signIn.service({ service: 'teledeclaration' }))
    expect(await tokens()).toEqual({ login: 'username', password: 'current-password' })
    const takesPaste = await page.locator('main [name="password"]').evaluate((field) => {
      const paste = new ClipboardEvent('paste', { bubbles: true, cancelable: true })
      return field.dispatchEvent(paste)
    })
    expect(takesPaste).toBe(true)

    const agent = await anAgent(site)
    await page.goto(paths.signIn.agency())
    await page.locator('main [name="login"]').fill(agent.login)
    await page.locator('main [name="password"]').fill(goodPassword)
    await page.getByRole('button', { name: words.frame.validate }).click()
    await page.waitForURL(`**${paths.signIn.enrol()}*`)
    expect((await tokens())['code']).toBe('one-time-code')
    expect(await page.getAttribute('main [name="code"]', 'inputmode')).toBe('numeric')
    await context.close()

    const own = await portal.visitor()
    const employer = await anEmployer(site)
    await carry(own.context, await signedIn(site, await aDelegate(site, employer)))
    await own.page.goto(paths.account.password())
    const [current, fresh] = await Promise.all(
      ['currentPassword', 'newPassword'].map((name) =>
        own.page.getAttribute(`main [name="${name}"]`, 'autocomplete'),
      ),
    )
    expect([current, fresh]).toEqual(['current-password', 'new-password'])
    await own.context.close()
  })
})

describe('where a subscription stands (US28)', () => {
  it('is told in four steps, with the 48 hours, from the form to the answer', async () => {
    const { site } = portal
    const said = words.subscriptions.follow
    const visitor = site.visitor()
    const done = await subscribe(site, visitor, '710001')
    const { context, page } = await portal.visitor()
    await carry(context, visitor)
    await page.goto(paths.subscription.done())
    const steps = () => page.locator('main .tasks .task').allInnerTexts()
    const before = await steps()
    expect(before).toHaveLength(4)
    expect(before.at(-1)).toMatch(/48\sheures/)
    await visitor.submit(done, { proof: scan() }, paths.follow.proof())
    await page.goto(paths.follow.letter())
    expect(await page.textContent('h1')).toBe(said.states.received.title)
    const after = await steps()
    expect(after).toHaveLength(4)
    expect(after.slice(0, 3)).not.toEqual(before.slice(0, 3))
    expect(after.at(-1)).toMatch(/(26|48)\sh|reste/)
    await context.close()
  })
})

describe('needs and circumstances (US8)', () => {
  it('nothing moves for who asked for stillness', async () => {
    const { context, page } = await portal.visitor({ reducedMotion: 'reduce' })
    await page.goto(paths.signIn.administration())
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => {
          const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element)
          const waits = transitionDuration.split(',').some((one) => Number.parseFloat(one) > 0)
          return waits || animationName !== 'none' || scrollBehavior === 'smooth'
        })
        .map((element) => element.className),
    )
    expect(moving).toEqual([])
    await context.close()
  })

  it('buttons, the current cell and states keep an edge in forced colours', async () => {
    const { site } = portal
    const employer = await anEmployer(site)
    const { context, page } = await portal.visitor({ forcedColors: 'active' })
    await carry(context, await signedIn(site, await aDelegate(site, employer)))
    await page.goto(paths.administration.information())
    const edges = await page.evaluate(() =>
      ['.button.is-primary', '.band a[aria-current]', '.note'].map((selector) => {
        const element = document.querySelector(selector)
        return element ? Number.parseFloat(getComputedStyle(element).borderTopWidth) : -1
      }),
    )
    expect(edges.every((width) => width >= 1)).toBe(true)
    await context.close()
  })
})
