import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sessionCookie } from '../../src/web/cookies.ts'
import { aDelegate, anAgent, anEmployer, aProfile, signedIn } from '../support/factories.ts'
import type { Visitor } from '../support/visitor.ts'
import { openPortal, type Portal } from '../support/portal.ts'

let portal: Portal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal.close())

const attack = (n: number) => `N${n}"><script>alert(${n})</script><img src=x onerror=alert(${n})>`

/** Opens pages in a real browser as somebody, and says everything that the policy stopped or that ran. */
async function look(who: Visitor, paths: readonly string[]): Promise<string[]> {
  const { context, page } = await portal.visitor()
  const heard: string[] = []
  const value = who.cookies.get(sessionCookie) ?? ''
  await context.addCookies([
    {
      name: sessionCookie,
      value,
      url: 'https://localhost',
      secure: true,
      httpOnly: true,
      sameSite: 'Lax',
    },
  ])
  page.on('dialog', (dialog) => {
    heard.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('pageerror', (error) => heard.push(`error ${error.message}`))
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) heard.push(message.text())
  })
  for (const path of paths) {
    const answer = await page.goto(path)
    expect(answer?.status(), path).toBe(200)
    expect(await page.content(), path).toContain('N1')
  }
  await context.close()
  return heard
}

describe('hostile names in a real browser', () => {
  it('AT99: run nothing, and leave the content policy nothing to report', async () => {
    const { site } = portal
    const company = await anEmployer(site, { name: attack(1) })
    const person = await aDelegate(site, company, { firstName: attack(2), lastName: attack(3) })
    const clerk = await aProfile(site, company, { firstName: attack(4), lastName: attack(5) })
    const agent = await anAgent(site, { firstName: attack(6) })
    const cells = '/administration/utilisateurs/interne'
    const heard = [
      ...(await look(await signedIn(site, person), [
        '/administration',
        cells,
        `${cells}/${clerk.id}`,
        '/administration/journal',
        '/mon-compte',
      ])),
      ...(await look(await signedIn(site, clerk), [
        '/teledeclaration',
        '/teledeclaration/periodes/01/2026T3',
      ])),
      ...(await look(await signedIn(site, agent), [
        '/agence/recherche?q=N1',
        `/agence/adherents/${company.id}`,
      ])),
    ]
    expect(heard).toEqual([])
  })
})
