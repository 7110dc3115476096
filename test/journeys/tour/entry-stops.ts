import { leftField, salaryField } from '../../../src/declarations/entry/page-form.ts'
import { sheetAt } from '../../../src/declarations/entry/sheet-address.ts'
import { paths } from '../../../src/web/paths.ts'
import { exampleLine } from '../../../src/declarations/checking/example-line.ts'
import { confirmEverything, sendDeclared, sendFile } from '../../support/declaring.ts'
import { anEmployer, aProfile, signedIn } from '../../support/factories.ts'
import { aSentDeclaration, someMembers } from '../../support/members.ts'
import type { TestSite } from '../../support/site.ts'
import { longNames, type Stop } from './stop.ts'

const period = { category: '01', quarter: '2026T3' }

/** «Formulaire de Saisie»: empty, begun, with mistakes, with nobody; a card, a newcomer; a nil quarter. */
export async function entryStops(site: TestSite): Promise<Stop[]> {
  const employer = await anEmployer(site, { name: longNames.company })
  const { firstName, lastName } = longNames
  const clerk = await aProfile(site, employer, { mode: 'form', firstName, lastName })
  const who = await signedIn(site, clerk)
  const members = await someMembers(site, employer, { count: 40 })
  await someMembers(site, employer, { count: 2, from: 60, leftOn: '2026-03-31' })
  const salaries = members.map((member) => ({ member, dirhams: 18_000 }))
  const before = { year: 2026, quarter: 2 } as const
  await aSentDeclaration(site, employer, clerk, { quarter: before, salaries })
  const id = members[0]?.id ?? ''
  const at = (name: string, address: string, more: Partial<Stop> = {}): Stop => ({
    name,
    who,
    address,
    employer: employer.name,
    ...more,
  })
  return [
    at('a sheet to begin', sheetAt(period)),
    at('a sheet with salaries carried over and a mistake', sheetAt(period), {
      act: async (page) => {
        const carry = page.locator('button[value=reprendre]')
        if (await carry.isVisible()) await carry.click()
        await page.waitForLoadState()
        await page.locator('input.is-amount').first().fill('36000,2x')
        await page.locator('main button[value=enregistrer]').click()
        await page.waitForSelector('.error-summary')
      },
    }),
    at('a page of a sheet after one with a mistake', sheetAt(period, { page: 2 })),
    at('a departure that cannot be', paths.entry.member({ ...period, id }), {
      act: async (page) => {
        await page.locator(`[name="${leftField(id)}"]`).fill('31/02/2026')
        await page.locator('main .is-primary').click()
        await page.waitForSelector('.error-summary')
      },
    }),
    at('nobody found on a sheet', sheetAt(period, { search: 'zz' })),
    at('a period with a sheet begun', paths.declarations.period(period)),
    at('somebody to add', paths.entry.newMember(period)),
    at('a member’s card', paths.entry.member({ ...period, id })),
    at('a quarter without salaries, with people expected', paths.entry.nil(period)),
    ...(await emptySheet(site)),
    ...(await trancheStops(site)),
    ...(await correctionStops(site)),
    ...(await changedSheetStops(site)),
    ...(await fileBesideSheet(site)),
  ]
}

/** What was typed and sent, being corrected where it was typed. */
async function correctionStops(site: TestSite): Promise<Stop[]> {
  const employer = await anEmployer(site)
  const members = await someMembers(site, employer, { count: 2 })
  const who = await signedIn(site, await aProfile(site, employer, { mode: 'form' }))
  const typed = Object.fromEntries(members.map(({ id }) => [salaryField(id), '18000']))
  const sheet = sheetAt(period)
  const check = await who.submit(await who.get(sheet), { ...typed, vers: 'controler' }, sheet)
  const sent = await sendDeclared(who, check)
  const correction = await who.submit(sent, {}, `${sent.url}/corriger`)
  const { name } = employer
  return [
    { name: 'a correction of what was typed', who, address: correction.url, employer: name },
    { name: 'the sheet of a correction', who, address: sheet, employer: name },
    { name: 'the same to give up', who, address: `${correction.url}/abandonner`, employer: name },
  ]
}

/** A check whose sheet says something else since. */
async function changedSheetStops(site: TestSite): Promise<Stop[]> {
  const employer = await anEmployer(site)
  const [first, second] = await someMembers(site, employer, { count: 2 })
  const who = await signedIn(site, await aProfile(site, employer, { mode: 'form' }))
  const sheet = sheetAt(period)
  const press = async (typed: Record<string, string>, vers: string) =>
    who.submit(await who.get(sheet), { ...typed, vers }, sheet)
  const field = (member?: { readonly id: string }) => salaryField(member?.id ?? '')
  const check = await press({ [field(first)]: '18000', [field(second)]: '24000' }, 'controler')
  await press({ [field(first)]: '18500' }, 'enregistrer')
  const { name } = employer
  return [
    { name: 'a check whose sheet was changed since', who, address: check.url, employer: name },
    { name: 'the sheet that was changed since its check', who, address: sheet, employer: name },
  ]
}

/** A file of a quarter that somebody types: what sending it would remove is said. */
async function fileBesideSheet(site: TestSite): Promise<Stop[]> {
  const employer = await anEmployer(site)
  const [member] = await someMembers(site, employer, { count: 2 })
  const { firstName, lastName } = longNames
  const clerk = await aProfile(site, employer, { mode: 'form', firstName, lastName })
  const who = await signedIn(site, clerk)
  const sheet = sheetAt(period)
  const typed = { [salaryField(member?.id ?? '')]: '18000', vers: 'enregistrer' }
  await who.submit(await who.get(sheet), typed, sheet)
  const line = exampleLine({ employerNumber: employer.number, year: '2026' })
  const check = await confirmEverything(who, await sendFile(who, period, line))
  const beside = { who, address: check.url, employer: employer.name }
  return [
    { name: 'a file of a quarter that is being typed', ...beside },
    {
      name: 'the same, sent without saying so',
      ...beside,
      act: async (page) => {
        await page.locator('form[action$="/envoyer"] button').click()
        await page.waitForSelector('.error-summary')
      },
    },
  ]
}

/** A salary in two tranches: both entrusted, checked; the first alone; the page of the second. */
async function trancheStops(site: TestSite): Promise<Stop[]> {
  const employer = await anEmployer(site, { categories: ['01', '91'] })
  await site.database.ownerQuery(
    `update employer_categories set product = 'tcnss', employee_rate = case category when '91' then 300 else 600 end
      where employer_id = $1`,
    [employer.id],
  )
  await someMembers(site, employer, { count: 3 })
  const both = { mode: 'form', categories: ['01', '91'] } as const
  const who = await signedIn(site, await aProfile(site, employer, both))
  const one = await signedIn(
    site,
    await aProfile(site, employer, { mode: 'form', categories: ['01'] }),
  )
  return [
    {
      name: 'a sheet in two tranches',
      who,
      address: sheetAt(period),
      act: async (page) => {
        for (const field of await page.locator('input.is-amount').all()) await field.fill('30000')
        await page.locator('main .is-primary').click()
        await page.waitForLoadState()
        await page.goto(sheetAt(period))
      },
    },
    { name: 'a sheet of the first tranche alone', who: one, address: sheetAt(period) },
    {
      name: 'the page of a second tranche',
      who,
      address: paths.declarations.period({ ...period, category: '91' }),
    },
  ]
}

async function emptySheet(site: TestSite): Promise<Stop[]> {
  const employer = await anEmployer(site)
  const who = await signedIn(site, await aProfile(site, employer, { mode: 'form' }))
  return [
    { name: 'a sheet with nobody', who, address: sheetAt(period), employer: employer.name },
    {
      name: 'a period without members',
      who,
      address: paths.declarations.period(period),
      employer: employer.name,
    },
  ]
}
