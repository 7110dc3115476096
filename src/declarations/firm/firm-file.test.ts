import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  anEmployer,
  aProfile,
  signedIn,
  type TestEmployer,
  type TestPerson,
} from '../../../test/support/factories.ts'
import { sendFirmFile } from '../../../test/support/firm-file.ts'
import { aSentDeclaration } from '../../../test/support/members.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import type { Screen, Visitor } from '../../../test/support/visitor.ts'
import { localDate } from '../../calendar/index.ts'
import { centimes } from '../../money/index.ts'
import { paths } from '../../web/paths.ts'
import { structure190 } from '../checking/layouts/structure-190.ts'
import { writeStructure190Line } from '../checking/write-structure-190.ts'
import { rangesOf, splitFile } from './split-file.ts'

let site: TestSite
let companies: TestEmployer[]
let person: TestPerson
let visitor: Visitor

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())
beforeEach(() => arrange(2))

async function arrange(count: number): Promise<void> {
  companies = []
  for (let index = 0; index < count; index += 1)
    companies.push(await anEmployer(site, { name: `Entreprise servie ${index + 1}` }))
  const [first, ...others] = companies
  if (!first) throw new Error('a firm has companies')
  person = await aProfile(site, first, { service: 'declaration_external', alsoFor: others })
  visitor = await signedIn(site, { ...person, employerId: null })
}

interface LineWishes {
  readonly category?: string
  readonly quarter?: { readonly year: number; readonly quarter: 1 | 2 | 3 | 4 }
  readonly member?: number
  readonly dirhams?: number
}

function lineFor(employerNumber: string, wishes: LineWishes = {}): string {
  const {
    category = '01',
    quarter = { year: 2026, quarter: 3 },
    member = 1,
    dirhams = 18_000,
  } = wishes
  return writeStructure190Line({
    leaving: false,
    employerNumber,
    category,
    memberNumber: String(300_000 + member).padStart(9, '0'),
    employeeRate: 600,
    lastName: 'BENNANI',
    firstName: 'SALMA',
    staffNumber: '',
    sex: 'F',
    nationality: 'M',
    joinedOn: localDate('2015-01-01'),
    bornOn: localDate('1985-07-15'),
    maritalStatus: 'C',
    children: 0,
    salary: centimes(dirhams * 100),
    leftOn: null,
    identityNumber: 'BE123456',
    cnssNumber: '123456785',
    mobile: null,
    email: null,
    quarter,
  })
}

function send(lines: readonly string[]): Promise<Screen> {
  return sendFirmFile(site, visitor, lines)
}

const numberOf = (index: number) => companies[index]?.number ?? ''

function declared() {
  return site.database.ownerQuery<Record<string, unknown>>(
    `select e.employer_number as number, d.state, d.lines, d.source_lines from declarations d
      join employers e on e.id = d.employer_id where e.id = any($1) and d.state <> 'abandoned' order by 1`,
    [companies.map((one) => one.id)],
  )
}

describe('splitting', () => {
  it('keeps each line with its company, category and quarter, and where it stood', () => {
    const lines = [
      lineFor('111111'),
      lineFor('222222'),
      '',
      lineFor('111111', { member: 2 }),
      lineFor('111111', { category: '02' }),
      lineFor('111111', { quarter: { year: 2026, quarter: 2 } }),
    ]
    const parts = splitFile(lines, structure190)
    expect(
      parts.map((one) => [one.employerNumber, one.category, one.period, one.sourceLines]),
    ).toEqual([
      ['111111', '01', '2026T3', [1, 4]],
      ['222222', '01', '2026T3', [2]],
      ['111111', '02', '2026T3', [5]],
      ['111111', '01', '2026T2', [6]],
    ])
  })

  it('leaves a broken line with its company, to be corrected there', () => {
    const broken = lineFor('111111', { member: 2 }).slice(0, 180)
    const [part, ...others] = splitFile([lineFor('111111'), broken], structure190)
    expect(part?.sourceLines).toEqual([1, 2])
    expect(others).toEqual([])
  })

  it('says lines as people point at them', () => {
    expect(rangesOf([3, 4, 5, 9, 11, 12])).toBe('3–5, 9, 11–12')
  })
})

describe('one file of several companies', () => {
  it('becomes a declaration of each, with its own lines and amounts', async () => {
    const result = await send([
      lineFor(numberOf(0)),
      lineFor(numberOf(1), { dirhams: 36_000 }),
      lineFor(numberOf(0), { member: 2 }),
    ])
    expect(result.url).toMatch(/\/entreprises\/fichier\//)
    expect(result.text).toContain('Entreprise servie 1')
    expect(result.text).toContain('Entreprise servie 2')
    const rows = await declared()
    expect(rows).toHaveLength(2)
    expect(rows).toContainEqual({
      number: numberOf(0),
      state: 'checked',
      lines: 2,
      source_lines: [1, 3],
    })
  })

  it('says whose quarter is being typed in its sheet, and does not tick it', async () => {
    await site.database.ownerQuery(
      `insert into entry_drafts (employer_id, category, year, quarter, version, saved_by, saved_at)
        values ($1, '01', 2026, 3, 2, $2, now())`,
      [companies[0]?.id, person.id],
    )
    const result = await send([lineFor(numberOf(0)), lineFor(numberOf(1))])
    const partOf = (screen: Screen, name: string) =>
      screen.document.querySelectorAll('tbody tr').find((row) => row.text.includes(name))
    expect(partOf(result, 'Entreprise servie 1')?.text).toContain('Une saisie est commencée')
    expect(partOf(result, 'Entreprise servie 2')?.text).not.toContain('saisie')
    await site.database.ownerQuery(
      `update declaration_findings set confirmed_reason = 'Vu', confirmed_at = now()
        where severity = 'to_confirm' and employer_id = any($1)`,
      [companies.map((one) => one.id)],
    )
    const ready = await visitor.get(paths.firm.send())
    const typed = partOf(ready, 'Entreprise servie 1')
    expect(typed?.text).toContain('Une saisie est commencée')
    expect(typed?.querySelector('input')?.hasAttribute('checked')).toBe(false)
    const other = partOf(ready, 'Entreprise servie 2')
    expect(other?.querySelector('input')?.hasAttribute('checked')).toBe(true)
  })

  it('says of each part that stays why it does, and what to do (D9)', async () => {
    const sent = { year: 2026, quarter: 2 } as const
    const [own] = companies
    if (own) await aSentDeclaration(site, own, person, { quarter: sent, salaries: [] })
    const before = await declared()
    const { document, text } = await send([
      lineFor(numberOf(0), { category: '07' }),
      lineFor(numberOf(0), { quarter: { year: 2026, quarter: 4 } }),
      lineFor(numberOf(0), { quarter: { year: 2009, quarter: 4 } }),
      lineFor(numberOf(0), { quarter: sent }),
      lineFor(numberOf(0), { quarter: sent, member: 2 }),
      lineFor('999999'),
      '12345'.padEnd(190),
    ])
    expect(text).toMatch(/7.lignes n’ont pas été prises/)
    const main = document.querySelector('main')
    expect(main?.querySelectorAll('h2').map((one) => one.text)).toEqual([
      'Numéro, catégorie ou trimestre illisible',
      'Aucun mandat pour ce N° Adhérent',
      'Catégorie hors de votre mandat',
      'Trimestre qui n’est pas terminé',
      'Trimestre qui n’est pas à déclarer',
      'Période déjà envoyée',
    ])
    expect(main?.querySelectorAll('section li').map((one) => one.text)).toEqual([
      'N° —, catégorie —, trimestre illisible\u00a0: ligne 7',
      'N° 999999, catégorie 01, 3e trimestre 2026\u00a0: ligne 6',
      `N° ${numberOf(0)}, catégorie 07, 3e trimestre 2026\u00a0: ligne 1`,
      `N° ${numberOf(0)}, catégorie 01, 4e trimestre 2026\u00a0: ligne 2`,
      `N° ${numberOf(0)}, catégorie 01, 4e trimestre 2009\u00a0: ligne 3`,
      `N° ${numberOf(0)}, catégorie 01, 2e trimestre 2026\u00a0: lignes 4–5`,
    ])
    expect(await declared()).toEqual(before)
  })

  it('tells nothing of a company that gave no mandate, not even whether it exists (AT98, AT51, AT5)', async () => {
    const stranger = await anEmployer(site, { name: 'Oasis Conserves SA' })
    await aSentDeclaration(site, stranger, await aProfile(site, stranger), {
      quarter: { year: 2026, quarter: 2 },
      salaries: [],
    })
    const part = async (line: string) => {
      const { text } = await send([line])
      // What the line itself says is not told apart.
      return text
        .slice(text.indexOf('Parties du fichier'), text.indexOf('Envoyer un autre fichier'))
        .replace(/N° \d.*?: ligne/, 'N° … : ligne')
    }
    const answers = [
      await part(lineFor(stranger.number)),
      await part(lineFor('999999')),
      await part(lineFor(stranger.number, { category: '07' })),
      await part(lineFor(stranger.number, { quarter: { year: 2026, quarter: 4 } })),
      await part(lineFor(stranger.number, { quarter: { year: 2026, quarter: 2 } })),
      await part(lineFor(stranger.number).slice(0, 180)),
    ]
    expect(new Set(answers).size).toBe(1)
    expect(answers[0]).toContain('Aucun mandat pour ce N° Adhérent')
    expect(answers[0]).not.toContain('Oasis')
    const trail = await site.database.ownerQuery(
      `select 1 from audit_events where employer_id = $1 and action <> 'declaration.sent'`,
      [stranger.id],
    )
    expect(trail).toEqual([])
  })

  it('leaves a company alone once its mandate is revoked', async () => {
    await site.database.ownerQuery(
      `update mandates set state = 'revoked' where employer_id = $1 and profile_id = $2`,
      [companies[1]?.id, person.id],
    )
    const result = await send([lineFor(numberOf(0)), lineFor(numberOf(1))])
    expect(result.text).toContain('Entreprise servie 1')
    expect(result.text).not.toContain('Entreprise servie 2')
    expect(await declared()).toHaveLength(1)
  })

  it('sent again, replaces the parts that it names and no other', async () => {
    await send([lineFor(numberOf(0)), lineFor(numberOf(1))])
    const [first] = await declared()
    await send([lineFor(numberOf(1), { dirhams: 20_000 })])
    const rows = await declared()
    expect(rows).toHaveLength(2)
    expect(rows.find((one) => one['number'] === first?.['number'])).toBeDefined()
    const [again] = await site.database.ownerQuery<{ count: string }>(
      `select count(*)::text from declarations where employer_id = any($1) and state = 'abandoned'`,
      [companies.map((one) => one.id)],
    )
    expect(again?.count).toBe('1')
  })

  it('is refused with a reason when it is no declaration', async () => {
    const result = await send(['Bonjour,', 'voici nos salaires.'])
    expect(result.text).toContain('Ce fichier n’est ni un fichier texte')
    const page = await visitor.get(paths.firm.file())
    const missing = await visitor.submit(page, {}, paths.firm.file())
    expect(missing.status).toBe(422)
    expect(missing.mistakes).toEqual(['Choisissez le fichier à contrôler.'])
  })

  it('is seen by its own person only (AT44)', async () => {
    const result = await send([lineFor(numberOf(0))])
    const colleague = await aProfile(site, companies[0] as TestEmployer, {
      service: 'declaration_external',
    })
    const other = await signedIn(site, { ...colleague, employerId: null })
    expect((await other.get(result.url)).status).toBe(404)
    expect((await other.get(`${result.url}/etat`)).status).toBe(404)
  })
})

describe('two hundred companies', () => {
  it('are declared by one file and sent by one press, a receipt each (D9)', async () => {
    await arrange(200)
    const lines = companies.map(({ number }, index) => lineFor(number, { dirhams: 10_000 + index }))
    const result = await send(lines)
    for (let wait = 0; wait < 60; wait += 1) {
      const { text } = await visitor.get(result.url)
      if (!text.includes('Le contrôle est en cours')) break
      await site.runJobs()
    }
    await site.database.ownerQuery(
      `update declaration_findings set confirmed_reason = 'Vu', confirmed_at = now()
        where severity = 'to_confirm' and employer_id = any($1)`,
      [companies.map((one) => one.id)],
    )
    const id = result.url.split('/').at(-1) ?? ''
    const page = await visitor.get(`${paths.firm.send()}?fichier=${id}`)
    expect(page.document.querySelectorAll('input[name=declaration][checked]')).toHaveLength(200)
    const sent = await visitor.submit(page, {}, paths.firm.send())
    expect(sent.text).toMatch(/200.déclarations de 200.entreprises sont envoyées/)
    const [receipts] = await site.database.ownerQuery<{ count: string; distinct: string }>(
      `select count(*)::text, count(distinct receipt_number)::text as distinct from declarations
        where state = 'sent' and employer_id = any($1)`,
      [companies.map((one) => one.id)],
    )
    expect(receipts).toEqual({ count: '200', distinct: '200' })
  }, 600_000)
})
