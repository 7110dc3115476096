import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { paths } from '../../../src/web/paths.ts'
import type { Language } from '../../../src/web/words/language.ts'
import { anAgent, signedIn, type TestPerson } from '../../support/factories.ts'
import { openPortal, type Portal } from '../../support/portal.ts'
import { enter, keepEvidence } from '../support.ts'
import { decideByKeys, type Known } from './decisions.ts'
import { Keys } from './keys.ts'
import { waitingClaims, waitingMoney, waitingPost } from './waiting-work.ts'

/** A supervisor's morning: everything that waits, one case after the other, without ever leaving the keyboard (product G1). */
export function anAgentsMorning(language: Language): void {
  let portal: Portal
  let supervisor: TestPerson
  beforeAll(async () => {
    portal = await openPortal()
    portal.site.clock.set('2026-11-25T09:00:00Z')
    supervisor = await anAgent(portal.site, { role: 'supervisor' })
  })
  afterEach((test) => keepEvidence(portal, test))
  afterAll(() => portal.close())

  /** Takes and decides what is next until nothing is left for this agent. */
  async function decideAll(known: Known): Promise<Record<string, number>> {
    const { context, page } = await portal.visitor()
    await enter(context, await signedIn(portal.site, supervisor))
    const keys = new Keys(page)
    await page.goto(`${paths.agency.queue()}?lang=${language}`)
    for (;;) {
      await keys.arrive('n')
      if (new URL(page.url()).pathname === paths.agency.queue()) break
      expect(new URL(page.url()).searchParams.has('file')).toBe(true)
      known.done.push(await decideByKeys(keys, known))
      await page.locator('.notice-region > *').waitFor()
      expect(await page.locator('html').getAttribute('lang')).toBe(language)
      if (known.done.length > 20) throw new Error(`no end: ${known.done.join(' ')}`)
    }
    await context.close()
    return counted(known.done)
  }

  describe(`a morning of twenty cases and more with the keyboard alone, in ${language}`, () => {
    it('the post, the people without a number and an alert', async () => {
      const cin = language === 'fr' ? 'BE910001' : 'BE910002'
      await waitingPost(portal.site, cin)
      const done = await decideAll({ cin, employerNumber: '', done: [] })
      expect(done).toEqual({ letter: 6, objection: 1, newcomer: 2, reading_alert: 1 })
    }, 600_000)

    it('the bank, and what another supervisor asks', async () => {
      const { number } = await waitingMoney(portal.site)
      const done = await decideAll({ cin: '', employerNumber: number, done: [] })
      expect(done).toEqual({
        bank_movement: 2,
        transfer: 2,
        takeout: 1,
        agent_request: 1,
        proposal: 1,
        import: 1,
      })
    }, 600_000)

    it('claims: one to examine, one to confirm, one that arrears were paid for', async () => {
      await waitingClaims(portal.site)
      const done = await decideAll({ cin: '', employerNumber: '', done: [] })
      expect(done).toEqual({ claim: 1, confirmation: 1, complement: 1 })
    }, 600_000)
  })
}

function counted(kinds: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}
