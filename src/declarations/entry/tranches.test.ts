import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  anEmployer,
  aProfile,
  signedIn,
  type TestEmployer,
} from '../../../test/support/factories.ts'
import { someMembers, type TestMember } from '../../../test/support/members.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import type { Screen, Visitor } from '../../../test/support/visitor.ts'
import { paths } from '../../web/paths.ts'
import { exampleFile, exampleLine } from '../checking/example-line.ts'
import { salaryField } from './page-form.ts'
import { sheetAt } from './sheet-address.ts'

const first = { category: '01', quarter: '2026T3' }
const second = { category: '91', quarter: '2026T3' }

let site: TestSite
let employer: TestEmployer
let visitor: Visitor
let members: TestMember[]

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())
beforeEach(() => typing(['01', '91']))

/** A company whose salaries are declared in two lines, and a declarant of some of its categories. */
async function typing(categories: readonly string[]): Promise<void> {
  employer = await anEmployer(site, { categories: ['01', '91'] })
  await site.database.ownerQuery(
    `update employer_categories set product = 'tcnss' where employer_id = $1`,
    [employer.id],
  )
  await site.database.ownerQuery(
    `update employer_categories set employee_rate = 300, employer_rate = 390
      where employer_id = $1 and category = '91'`,
    [employer.id],
  )
  visitor = await signedIn(site, await aProfile(site, employer, { mode: 'form', categories }))
  members = await someMembers(site, employer, { count: 2 })
}

const keyOf = (index: number) => members[index]?.id ?? ''

async function check(...salaries: readonly string[]): Promise<Screen> {
  const typed = Object.fromEntries(
    salaries.map((salary, index) => [salaryField(keyOf(index)), salary]),
  )
  const sheet = await visitor.get(sheetAt(first))
  return visitor.submit(sheet, { ...typed, vers: 'controler' }, paths.entry.sheet(first))
}

function declared() {
  return site.database.ownerQuery<{ category: string; salaries: string[]; employee: string }>(
    `select d.category, array_agg(l.salary_centimes::text order by l.line) as salaries,
            d.employee_centimes::text as employee
       from declarations d join declaration_lines l on l.declaration_id = d.id
      where d.employer_id = $1 and d.state <> 'abandoned' group by d.id order by d.category`,
    [employer.id],
  )
}

async function checkOf(category: string): Promise<string> {
  const [row] = await site.database.ownerQuery<{ id: string }>(
    'select id from declarations where employer_id = $1 and category = $2',
    [employer.id, category],
  )
  return paths.declarations.check({ id: row?.id ?? '' })
}

describe('a salary in two tranches', () => {
  it('is typed once, and declared in two lines: up to the ceiling, and above it', async () => {
    const sheet = await visitor.get(sheetAt(first))
    expect(sheet.text).toContain('ce qui dépasse 18 000,00 DH')
    await check('30000', '12000')
    expect(await declared()).toEqual([
      { category: '01', salaries: ['1800000', '1200000'], employee: '180000' },
      { category: '91', salaries: ['1200000'], employee: '36000' },
    ])
  })

  it('adds up each tranche at its own rate, on the sheet as in the check', async () => {
    await check('30000', '12000')
    const totals = (await visitor.get(sheetAt(first))).document.querySelector('[data-totals]')
    expect(totals?.text).toContain('42\u202f000,00')
    // 1,800.00 in the first, 360.00 in the second.
    expect(totals?.text).toContain('2\u202f160,00')
    expect(totals?.text).toContain('6,00\u00a0%\u2069 / \u20663,00')
  })

  it('is sent as two declarations, a receipt each, without asking twice who is above', async () => {
    await check('30000', '12000')
    for (const category of ['01', '91']) {
      const screen = await visitor.get(await checkOf(category))
      const sent = await visitor.submit(screen, {}, `${screen.url}/envoyer`)
      expect(sent.text).toContain('La déclaration est envoyée')
    }
  })

  it('leads from a doubt of the second to the one field where the salary was typed', async () => {
    await check('30000', '12000')
    const led = await visitor.raw(`${await checkOf('91')}/saisie/1?champ=salary`)
    const target = led.headers.get('location') ?? ''
    expect(target).toContain(sheetAt(first))
    expect(target).toMatch(new RegExp(`#champ-salaire-${keyOf(0)}$`))
  })

  it('takes the second back when nobody is above the ceiling any more', async () => {
    await check('30000', '12000')
    await check('18000', '12000')
    expect(await declared()).toEqual([
      { category: '01', salaries: ['1800000', '1200000'], employee: '180000' },
    ])
  })

  it('stays as it was sent when the first is checked again, and is corrected from its receipt', async () => {
    await check('30000', '12000')
    const screen = await visitor.get(await checkOf('91'))
    await visitor.submit(screen, {}, `${screen.url}/envoyer`)
    expect((await check('30000', '13000')).url).toContain('/controles/')
    expect((await declared())[0]?.salaries).toEqual(['1800000', '1300000'])
    const refused = await check('31000', '13000')
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('La seconde tranche (catégorie 91) est déjà envoyée')
    expect((await declared())[1]?.salaries).toEqual(['1200000'])
  })

  describe('when the first is sent and the second is not', () => {
    const page = () => visitor.get(paths.declarations.period(second))

    async function sendFirst(): Promise<void> {
      await check('30000', '25000')
      const screen = await visitor.get(await checkOf('01'))
      const sent = await visitor.submit(screen, {}, `${screen.url}/envoyer`)
      expect(sent.text).toContain('La déclaration est envoyée')
    }

    it('the second stands by itself: corrected line by line at the desk, then sent', async () => {
      await sendFirst()
      const desk = await checkOf('91')
      const line = `${desk}/lignes/1`
      const form = await visitor.get(line)
      expect(form.status).toBe(200)
      expect((await visitor.submit(form, { salary: '11000' }, line)).status).toBe(200)
      expect((await declared())[1]?.salaries).toEqual(['1100000', '700000'])
      const ready = await visitor.get(desk)
      const sent = await visitor.submit(ready, {}, `${desk}/envoyer`)
      expect(sent.text).toContain('La déclaration est envoyée')
    })

    it('its page leads to the receipt of the first, and takes a file, when its check was given up', async () => {
      await sendFirst()
      const desk = await visitor.get(await checkOf('91'))
      const giving = `${desk.url}/abandonner`
      await visitor.submit(await visitor.get(giving), {}, giving)
      const screen = await page()
      expect(screen.text).toContain('La première tranche (catégorie 01) est déjà envoyée')
      const receipt = screen.document.querySelector('.note a')?.getAttribute('href') ?? ''
      expect((await visitor.get(receipt)).text).toContain('Catégorie')
      // Not behind a way that leads nowhere: the file is asked for at once.
      expect(screen.document.querySelector('details input[type=file]')).toBeNull()
      const [one] = members
      const bytes = exampleFile(
        exampleLine({
          employerNumber: employer.number,
          category: '91',
          memberNumber: one?.number ?? '',
          employeeRate: '0300',
          quarter: '3',
          year: '2026',
        }),
      )
      const file = new File([new Uint8Array(bytes)], 'seconde.txt', { type: 'text/plain' })
      const sent = await visitor.submit(
        screen,
        { fichier: file },
        paths.declarations.upload(second),
      )
      expect(sent.url).toContain('/controles/')
      expect((await declared()).map((all) => all.category)).toEqual(['01', '91'])
    })
  })

  it('is offered from the page of the second, which has no sheet of its own', async () => {
    const page = await visitor.get(paths.declarations.period(second))
    expect(page.text).toContain('seconde tranche de la catégorie 01')
    const link = page.document.querySelector(`a[href="${sheetAt(first)}"]`)
    expect(link?.text).toBe('Ouvrir la saisie de la catégorie 01')
    const refused = await visitor.get(sheetAt(second))
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('se saisit avec sa première tranche')
  })
})

describe('a declarant of the first tranche alone', () => {
  beforeEach(() => typing(['01']))

  it('is told where it stops, at the place, and loses nothing', async () => {
    expect((await visitor.get(sheetAt(first))).text).toContain('qui ne vous est pas confiée')
    const wrong = await check('30000', '18000')
    expect(wrong.status).toBe(422)
    expect(wrong.mistakes[0]).toContain('dépasse le plafond de la première tranche')
    const field = wrong.document.querySelector(`input[name="${salaryField(keyOf(0))}"]`)
    expect(field?.getAttribute('value')).toBe('30\u202f000,00')
  })

  it('declares up to the ceiling', async () => {
    await check('18000', '12000')
    expect((await declared()).map((one) => one.category)).toEqual(['01'])
  })
})
