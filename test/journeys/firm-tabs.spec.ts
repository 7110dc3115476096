import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { anEmployer, aProfile, signedIn } from '../support/factories.ts'
import { openPortal, type Portal } from '../support/portal.ts'
import { carry } from './support.ts'

let portal: Portal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal?.close())

const period = paths.declarations.period({ category: '01', quarter: '2026T3' })

/** A tab on a period of Atlas; then Souss is opened in another tab. */
async function twoTabs(): Promise<Page> {
  const { site } = portal
  const atlas = await anEmployer(site, { name: 'Atlas Textile SA' })
  const souss = await anEmployer(site, { name: 'Souss Agrumes SARL' })
  const service = 'declaration_external'
  const accountant = await aProfile(site, atlas, { service, alsoFor: [souss] })
  const { context, page } = await portal.visitor()
  await carry(context, await signedIn(site, accountant, atlas))
  await page.goto(period)
  const other = await context.newPage()
  await other.goto(paths.declarations.board())
  await other.getByRole('button', { name: 'Ouvrir Souss' }).click()
  await other.waitForURL(`**${paths.declarations.calendar()}`)
  await other.close()
  return page
}

describe('a firm’s person with two tabs', () => {
  it('is told in the one that another company is open, and goes back to its own in one press', async () => {
    const page = await twoTabs()
    const told = page.locator('.notice-region .is-warning')
    expect(await told.innerText()).toContain('Cette page est celle d’Atlas Textile SA.')
    await told.getByRole('button', { name: 'Revenir à Atlas Textile SA' }).click()
    await told.waitFor({ state: 'detached' })
    await page.waitForFunction(() => document.title.includes('Atlas Textile SA'))
    expect(new URL(page.url()).pathname).toBe(period)
    await page.context().close()
  })

  it('sends a file from the older tab to nobody, and is led back to its page', async () => {
    const page = await twoTabs()
    const buffer = Buffer.from('x')
    await page.setInputFiles('input[type=file]', { name: 'd.txt', mimeType: 'text/plain', buffer })
    await page.getByRole('button', { name: 'Contrôler le fichier' }).click()
    const sending = page.locator('[data-upload-parts]')
    const back = sending.getByRole('button', { name: 'Revenir à Atlas Textile SA' })
    await back.waitFor()
    expect(await sending.innerText()).toContain(
      'Cet onglet était celui d’Atlas Textile SA, mais Souss Agrumes SARL a été ouverte depuis',
    )
    await back.click()
    await page.waitForURL((url) => url.pathname === period)
    await page.waitForFunction(() => document.title.includes('Atlas'))
    await page.context().close()
  })
})
