import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { CDPSession, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { formatDirhams, centimes } from '../../src/money/index.ts'
import { findProjectRoot } from '../../src/platform/project-root.ts'
import { paths } from '../../src/web/paths.ts'
import { wordsIn } from '../../src/web/words/index.ts'
import { type Language, languages } from '../../src/web/words/language.ts'
import { anAgent, aProfile, goodPassword, signedIn, type TestPerson } from '../support/factories.ts'
import { aPayingCompany, type Paying } from '../support/paying.ts'
import { openPortal, type Portal } from '../support/portal.ts'
import type { TestSite } from '../support/site.ts'
import { carry, keepEvidence } from './support.ts'

let portal: Portal
/** Of whoever runs the bank's commands: the database is sealed with the key of the first one. */
let bankData: string
beforeAll(async () => {
  portal = await openPortal()
  bankData = await mkdtemp(path.join(tmpdir(), 'guichet-bank-'))
})
afterEach((test) => keepEvidence(portal, test))
afterAll(() => portal?.close())

const own = paths.payments
const due = '01-2026T3-contributions'

interface Reading {
  readonly language: Language
  readonly page: Page
}

/** Somebody whose session is open, in their language, on a telephone. */
async function reading(who: TestPerson, language: Language): Promise<Reading> {
  const { context, page } = await portal.visitor({ viewport: { width: 390, height: 844 } })
  await carry(context, await signedIn(portal.site, who))
  await page.goto(`/?lang=${language}`)
  return { language, page }
}

const press = (page: Page, name: string) =>
  page.locator('main').getByRole('button', { name, exact: true }).click()

/** Keeps what a person saw, when somebody wants to look. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['JOURNEY_PICTURES']
  if (!folder) return
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

async function drawUp({ page, language }: Reading, amount: string): Promise<string> {
  const said = wordsIn(language).payments.drawUp
  await page.goto(own.drawUp())
  await page.locator(`main [name="montant-${due}"]`).fill(amount)
  await press(page, said.submit)
  await page.getByText(said.done).waitFor()
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

async function confirmByPassword({ page, language }: Reading, id: string): Promise<void> {
  const said = wordsIn(language).payments.order
  await page.goto(own.order({ id }))
  await page.locator('main [name="motDePasse"]').fill(goodPassword)
  await page.locator(`main form[action="${own.confirm({ id })}"] button.is-primary`).click()
  await page.getByText(said.confirmed, { exact: true }).waitFor()
}

/** A telephone that recognises its owner at once, inside the browser. */
async function withPasskey({ page, language }: Reading): Promise<CDPSession> {
  const words = wordsIn(language)
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await page.goto(paths.account.passkeys())
  await page.getByRole('link', { name: words.passkeys.add }).click()
  await page.locator('main [name="currentPassword"]').fill(goodPassword)
  await press(page, words.passkeys.continue)
  await page.locator('main [name="nom"]').fill('Telephone')
  await page.keyboard.press('Enter')
  await page.locator('.recovery-codes').waitFor()
  return cdp
}

async function confirmByPasskey({ page, language }: Reading, id: string): Promise<void> {
  const said = wordsIn(language).payments.order
  await page.goto(own.order({ id }))
  await press(page, said.confirmWithPasskey)
  await page.getByText(said.confirmed, { exact: true }).waitFor()
}

const textOf = (page: Page) => page.locator('main').innerText()

async function referenceOf(id: string): Promise<string> {
  const [row] = await portal.site.database.ownerQuery<{ reference: string }>(
    'select reference from payment_orders where id = $1',
    [id],
  )
  return row?.reference ?? ''
}

/** The agent makes the file of the day, takes it to the bank, and gives the portal each file that the bank answers with. */
async function throughTheBank(
  language: Language,
  references: { readonly paid: string; readonly refused: string },
): Promise<void> {
  const words = wordsIn(language).debits
  const { page } = await reading(await anAgent(portal.site), language)
  await page.goto(paths.agency.collections())
  await press(page, words.make)
  await page.waitForURL(/\/agence\/prelevements\/[0-9a-f-]{36}/)
  const shown = await textOf(page)
  for (const reference of Object.values(references)) expect(shown).toContain(reference)
  const download = page.waitForEvent('download')
  await page.locator('main a[download]').first().click()
  expect((await download).suggestedFilename()).toMatch(/\.xml$/)
  await page.locator('main').getByLabel(words.collection.handOverSure).check()
  await press(page, words.collection.handOver)
  await page.getByText(words.collection.handedOver).waitFor()
  const answers = await runDemoBank(portal.site, references)
  expect(answers.map((file) => path.basename(file)).sort()).toEqual([
    expect.stringContaining('camt.053'),
    expect.stringContaining('camt.054'),
    expect.stringContaining('pain.002'),
  ])
  for (const file of answers) {
    await page.goto(paths.agency.bankMessages())
    await page.locator('main input[type="file"]').setInputFiles(file)
    await page.locator('main form:has(input[type="file"]) button.is-primary').click()
    await page.locator('main table').getByText(path.basename(file)).first().waitFor()
  }
  await page.context().close()
}

/** `guichet demo bank`, as somebody at a terminal runs it on this installation; the files that it wrote. */
async function runDemoBank(
  { database }: TestSite,
  { paid, refused }: { readonly paid: string; readonly refused: string },
): Promise<string[]> {
  const answers = await mkdtemp(path.join(bankData, 'answers-'))
  await database.ownerQuery(
    `insert into installation (demonstration, made_at) values (true, now()) on conflict do nothing`,
  )
  const wishes = ['--accept', paid, '--reject', refused, '--reason', 'AM04', '--on', '2026-11-24']
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['bin/guichet.mjs', 'demo', 'bank', '--to', answers, ...wishes],
    {
      cwd: findProjectRoot(),
      env: {
        PATH: process.env['PATH'],
        GUICHET_DATA: bankData,
        DATABASE_URL: database.ownerUrl,
        DATABASE_APP_URL: database.appUrl,
      },
    },
  )
  expect(stdout).toContain('Debits settled: 1, rejected: 1; transfers: 0.')
  const names = await readdir(answers)
  return names.map((name) => path.join(answers, name))
}

async function mailsTo({ maker }: Paying): Promise<string[]> {
  await portal.site.runJobs()
  return portal.site.mails.filter(({ to }) => to === maker.email).map(({ text }) => text)
}

describe('what is due becomes an order, is confirmed by two, leaves, and comes back from the bank (E1 to E5, US21)', () => {
  for (const language of languages) {
    it(`in ${language}`, async () => {
      const { site } = portal
      site.clock.set('2026-11-24T10:00:00Z')
      const said = wordsIn(language).payments
      const paying = await aPayingCompany(site)
      const accountant = await aProfile(site, paying.company, { service: 'employer_account' })
      const dirhams = (amount: bigint) => formatDirhams(centimes(amount), language)
      const maker = await reading(paying.maker, language)
      const paid = await drawUp(maker, '10 000,00')
      const refused = await drawUp(maker, '4 490,11')

      // Changed before anybody confirmed: the page says what.
      await maker.page.goto(own.edit({ id: refused }))
      await maker.page.locator(`main [name="montant-${due}"]`).fill('4 000,00')
      await press(maker.page, said.drawUp.change)
      await maker.page.getByText(said.order.edit).waitFor()

      const badr = await reading(paying.badr, language)
      await badr.page.goto(own.order({ id: refused }))
      const read = await textOf(badr.page)
      const exact = [
        paying.company.name,
        site.app.config.fund.name,
        '007 780 •••• 0123 96',
        dirhams(400_000n),
        said.drawUp.parts.contributions,
        said.order.changed,
        said.order.changedRow(dirhams(449_011n), dirhams(400_000n)),
      ]
      for (const shown of exact) expect(read).toContain(shown)
      await look(badr.page, `confirm-${language}`)
      await confirmByPassword(badr, refused)
      await confirmByPassword(badr, paid)

      const amina = await reading(paying.amina, language)
      await withPasskey(amina)
      await confirmByPasskey(amina, paid)
      await confirmByPasskey(amina, refused)
      await look(amina.page, `confirmed-${language}`)

      site.mails.length = 0
      const references = { paid: await referenceOf(paid), refused: await referenceOf(refused) }
      await throughTheBank(language, references)

      await maker.page.goto(own.order({ id: paid }))
      expect(await textOf(maker.page)).toContain(said.states.settled)
      await maker.page.goto(own.order({ id: refused }))
      expect(await textOf(maker.page)).toContain(said.states.rejected)
      expect(await textOf(maker.page)).toContain('AM04')
      await look(maker.page, `rejected-${language}`)
      const told = await mailsTo(paying)
      for (const reference of Object.values(references))
        expect(told.some((text) => text.includes(reference))).toBe(true)

      // What the bank sent back is due again: 4 490,11 of 14 490,11.
      await maker.page.goto(own.drawUp())
      const again = maker.page.locator(`main [name="montant-${due}"]`)
      expect((await again.inputValue()).replace(/\s/g, ' ')).toBe('4 490,11')

      const ledger = await reading(accountant, language)
      await ledger.page.goto(paths.employerAccount.statement())
      const statement = await textOf(ledger.page)
      for (const reference of Object.values(references)) expect(statement).toContain(reference)
      await look(ledger.page, `statement-${language}`)
      for (const one of [maker, badr, amina, ledger]) await one.page.context().close()
    }, 600_000)
  }
})
