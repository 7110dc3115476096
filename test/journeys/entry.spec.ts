import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { salaryField } from '../../src/declarations/entry/page-form.ts'
import { sheetAt } from '../../src/declarations/entry/sheet-address.ts'
import { paths } from '../../src/web/paths.ts'
import { anEmployer, aProfile, signedIn } from '../support/factories.ts'
import { aSentDeclaration, someMembers } from '../support/members.ts'
import { openPortal, type Portal } from '../support/portal.ts'
import { enter, keepEvidence } from './support.ts'

const period = { category: '01', quarter: '2026T3' }

let portal: Portal
beforeAll(async () => {
  portal = await openPortal()
})
afterEach((test) => keepEvidence(portal, test))
afterAll(() => portal?.close())

/** A company in form mode whose members were declared last quarter. */
async function aCompany(count: number) {
  const { site } = portal
  const employer = await anEmployer(site, { name: 'Zellige Design SARL' })
  const clerk = await aProfile(site, employer, { mode: 'form' })
  const members = await someMembers(site, employer, { count })
  const salaries = members.map((member, index) => ({ member, dirhams: 18_000 + index * 10 }))
  const quarter = { year: 2026, quarter: 2 } as const
  await aSentDeclaration(site, employer, clerk, { quarter, salaries })
  return { employer, members, visitor: await signedIn(site, clerk) }
}

const amounts = (page: Page) => page.locator('input.is-amount')
const total = (page: Page, name: string) => page.locator(`[data-total=${name}] bdi bdi`).innerText()

describe('a company of forty employees', () => {
  for (const javaScriptEnabled of [true, false]) {
    it(`declares by form in three minutes, ${javaScriptEnabled ? 'with' : 'without'} JavaScript (US29)`, async () => {
      const { employer, visitor } = await aCompany(40)
      const { context, page } = await portal.visitor({ javaScriptEnabled })
      await enter(context, visitor)
      let actions = 0
      let pages = 0
      page.on('load', () => (pages += 1))
      const press = async (name: RegExp) => {
        actions += 1
        await page.getByRole('button', { name }).first().click()
        await page.waitForLoadState()
      }
      const type = async (index: number, value: string) => {
        actions += 1
        await amounts(page).nth(index).fill(value)
      }
      await page.goto(paths.declarations.calendar())
      actions += 1
      await page.locator(`a[href="${paths.declarations.period(period)}"]`).click()
      actions += 1
      await page.getByRole('link', { name: 'Commencer la saisie' }).click()
      await press(/^Reprendre les salaires/)
      await type(0, '19000')
      await type(1, '18500,50')
      await press(/^Confirmer les 25 salaires repris et continuer/)
      await press(/^Confirmer les 15 salaires repris et contrôler/)
      await page.waitForURL('**/controles/**')
      expect(await page.title()).toContain(employer.name)
      await press(/^Envoyer la déclaration/)
      await page.waitForURL('**/recus/**')
      expect(await page.textContent('main')).toContain('La déclaration est envoyée')
      // Ten gestures at a generous ten seconds each are under two minutes; a page is there within a few seconds.
      expect(actions).toBeLessThanOrEqual(10)
      expect(pages).toBeLessThanOrEqual(10)
      expect(actions * 10 + pages * 5).toBeLessThan(180)
      await context.close()
    })
  }
})

describe('at the keyboard', () => {
  it('Enter goes to the next salary, arrows up and down, and the totals follow each key', async () => {
    const { visitor } = await aCompany(3)
    const { context, page } = await portal.visitor()
    await enter(context, visitor)
    await page.goto(sheetAt(period))
    await amounts(page).first().focus()
    await page.keyboard.type('36000,25')
    expect(await total(page, 'salary')).toBe('36\u202f000,25')
    expect(await total(page, 'employee')).toBe('2\u202f160,02')
    expect(await total(page, 'employer')).toBe('2\u202f808,02')
    await page.keyboard.press('Enter')
    await page.keyboard.type('45 000,50')
    expect(await total(page, 'total')).toBe('11\u202f178,11')
    await page.keyboard.press('ArrowUp')
    const focused = () => page.evaluate(() => (document.activeElement as HTMLInputElement).name)
    expect(await focused()).toBe(await amounts(page).first().getAttribute('name'))
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await focused()).toBe(await amounts(page).nth(2).getAttribute('name'))
    await page.keyboard.type('24000')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Contrôler')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/controles/**')
    await context.close()
  })

  it('a column copied from a spreadsheet goes down from where it is pasted, and no further than the page', async () => {
    const { visitor } = await aCompany(3)
    const { context, page } = await portal.visitor()
    await enter(context, visitor)
    await page.goto(sheetAt(period))
    const paste = (at: number, text: string) =>
      amounts(page)
        .nth(at)
        .evaluate((field, copied) => {
          const clipboardData = new DataTransfer()
          clipboardData.setData('text', copied)
          const event = new ClipboardEvent('paste', {
            clipboardData,
            bubbles: true,
            cancelable: true,
          })
          return field.dispatchEvent(event)
        }, text)
    const typed = () =>
      amounts(page).evaluateAll((fields) => fields.map((one) => (one as HTMLInputElement).value))
    expect(await paste(1, '36 000,25\r\n45,000.50\r\n24000\r\n')).toBe(false)
    expect(await typed()).toEqual(['', '36 000,25', '45,000.50'])
    expect(await total(page, 'salary')).toBe('81\u202f000,75')
    // One amount is pasted as in any field.
    expect(await paste(0, '24000')).toBe(true)
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    await page.waitForLoadState()
    expect(await typed()).toEqual(['', '36\u202f000,25', '45\u202f000,50'])
    await context.close()
  })

  it('keeps what is focused above the totals that stand at the foot of the window', async () => {
    const { visitor } = await aCompany(25)
    const { context, page } = await portal.visitor({ viewport: { width: 1280, height: 600 } })
    await enter(context, visitor)
    await page.goto(sheetAt(period))
    await amounts(page).first().focus()
    for (let step = 0; step < 20; step += 1) await page.keyboard.press('Enter')
    const hidden = await page.evaluate(() => {
      const field = document.activeElement?.getBoundingClientRect()
      const bar = document.querySelector('.running-totals')?.getBoundingClientRect()
      return field && bar ? field.bottom > bar.top : true
    })
    expect(hidden).toBe(false)
    await context.close()
  })
})

describe('nothing typed is lost', () => {
  it('a page saved in one tab is there in another (US18)', async () => {
    const { visitor, members } = await aCompany(2)
    const { context, page } = await portal.visitor()
    await enter(context, visitor)
    await page.goto(sheetAt(period))
    const field = `[name="${salaryField(members[0]?.id ?? '')}"]`
    await page.locator(field).fill('36000,25')
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    await page.waitForLoadState()
    const other = await context.newPage()
    await other.goto(sheetAt(period))
    expect(await other.locator(field).inputValue()).toBe('36\u202f000,25')
    await context.close()
  })

  it('leaving with something unsaved is asked about', async () => {
    const { visitor } = await aCompany(2)
    const { context, page } = await portal.visitor()
    await enter(context, visitor)
    await page.goto(sheetAt(period))
    await amounts(page).first().click()
    await page.keyboard.type('1')
    const asked = page.waitForEvent('dialog')
    const left = page.getByRole('link', { name: 'Période' }).click({ noWaitAfter: true })
    const dialog = await asked
    expect(dialog.type()).toBe('beforeunload')
    await dialog.dismiss()
    await left.catch(() => undefined)
    expect(page.url()).toContain('/saisie')
    await context.close()
  })
})
