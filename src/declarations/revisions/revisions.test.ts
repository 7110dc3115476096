import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { confirmEverything, sendDeclared, sendFile } from '../../../test/support/declaring.ts'
import {
  anEmployer,
  aProfile,
  signedIn,
  type TestEmployer,
} from '../../../test/support/factories.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import type { Screen, Visitor } from '../../../test/support/visitor.ts'
import { paths } from '../../web/paths.ts'
import { exampleLine } from '../checking/example-line.ts'
import type { RecordField } from '../checking/fields.ts'

let site: TestSite
let atlas: TestEmployer
let clerk: Visitor

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

async function start(): Promise<void> {
  atlas = await anEmployer(site, { name: 'Atlas Textile SA' })
  clerk = await signedIn(site, await aProfile(site, atlas))
}

type Changes = Partial<Record<RecordField, string>>

function file(quarter: string, ...lines: readonly Changes[]): string {
  const [year = '', number = ''] = quarter.split('T')
  const own = { employerNumber: atlas.number, year, quarter: number }
  return lines.map((changes) => `${exampleLine({ ...own, ...changes })}\r\n`).join('')
}

const member = (number: number, changes: Changes = {}): Changes => ({
  memberNumber: String(number).padStart(9, '0'),
  identityNumber: `BE${number}`,
  firstName: `PRENOM ${String.fromCharCode(64 + (number % 26))}`,
  ...changes,
})

async function check(quarter: string, ...lines: readonly Changes[]): Promise<Screen> {
  const shown = await sendFile(clerk, { category: '01', quarter }, file(quarter, ...lines))
  return confirmEverything(clerk, shown)
}

async function declare(quarter: string, ...lines: readonly Changes[]): Promise<Screen> {
  const sent = await sendDeclared(clerk, await check(quarter, ...lines))
  if (!sent.url.includes('/recus/')) throw new Error(sent.text)
  return sent
}

function positionOf(quarter: string) {
  const [year, number] = quarter.split('T')
  return site.database.ownerQuery(
    `select employee_centimes::integer as employee from ledger_positions
      where employer_id = $1 and year = $2 and quarter = $3`,
    [atlas.id, year, number],
  )
}

it('D6: says what changed since the quarter before, counts first, then the members', async () => {
  await start()
  await declare('2024T3', member(100001), member(100002), member(100003))
  const shown = await check(
    '2024T4',
    member(100001, { salary: '0009000000' }),
    member(100003, { recordCode: '7', leftOn: '15112024' }),
    member(100004),
  )
  expect(shown.text).toContain('Ce qui a changé depuis le 3e trimestre 2024')
  expect(shown.text).toContain('Un arrivé')
  expect(shown.text).toContain('Un parti')
  expect(shown.text).toContain('Un absent de cette déclaration')
  expect(shown.text).toContain('Un salaire très différent')
  expect(shown.text).not.toContain('taux différent')
  const link = shown.document.querySelector('a[href$="/changements/left"]')
  const left = await clerk.get(link?.getAttribute('href') ?? '')
  expect(left.text).toContain('15 novembre 2024')
  expect(left.document.querySelectorAll('tbody tr')).toHaveLength(1)
  const absent = await clerk.get((link?.getAttribute('href') ?? '').replace('left', 'absent'))
  expect(absent.document.querySelectorAll('tbody tr')).toHaveLength(1)
  expect(absent.text).toContain('000100002')
  const salary = await clerk.get((link?.getAttribute('href') ?? '').replace('left', 'salary'))
  expect(salary.text).toContain('149 %')
  const none = await clerk.get((link?.getAttribute('href') ?? '').replace('left', 'rate'))
  expect(none.text).toContain('Il n’y en a pas.')
  expect(
    (await clerk.get((link?.getAttribute('href') ?? '').replace('left', 'added'))).status,
  ).toBe(404)
})

it('D8: corrects what was sent as a new version, shows what differs, and posts the difference', async () => {
  await start()
  const sent = await declare('2024T3', member(100001), member(100002))
  expect(await positionOf('2024T3')).toEqual([{ employee: 432004 }])
  const revised = await clerk.submit(sent, {}, `${sent.url}/corriger`)
  expect(revised.url).toContain('/controles/')
  expect(revised.text).toContain('qui reste valable jusqu’à l’envoi')
  // What was confirmed for the first version is still said.
  expect(revised.text).toContain('2 lignes sont prêtes.')
  expect(revised.text).toContain('Le montant est le même')
  const again = await clerk.submit(sent, {}, `${sent.url}/corriger`)
  expect(again.url).toBe(revised.url)
  const giving = `${revised.url}/abandonner`
  expect((await clerk.get(giving)).text).not.toContain('Votre travail ici')
  const address = `${revised.url}/lignes/2`
  const changed = await clerk.submit(await clerk.get(address), { salary: '30 000' }, address)
  expect(changed.text).toContain('Une ligne modifiée')
  expect(changed.text).toContain('Seule la différence ira sur votre compte')
  const differs = await clerk.get(
    paths.declarations.changes({ id: revised.url.split('/').at(-1) ?? '', kind: 'changed' }),
  )
  expect(differs.text).toContain('30 000,00')
  const confirmed = await confirmEverything(clerk, changed)
  expect((await clerk.get(giving)).text).toContain('Votre travail ici')
  const second = await sendDeclared(clerk, confirmed)
  expect(second.text).toContain('Correction n° 1')
  expect(second.text).toContain('En vigueur')
  expect(await positionOf('2024T3')).toEqual([{ employee: 396002 }])
  const former = await clerk.get(sent.url)
  expect(former.status).toBe(200)
  expect(former.text).toContain('Cette déclaration a été remplacée')
  expect(former.document.querySelector('form[action$="/corriger"]')).toBeNull()
  expect((await clerk.raw(`${sent.url}/recu.pdf`)).headers.get('content-type')).toBe(
    'application/pdf',
  )
  const late = await clerk.submit(sent, {}, `${sent.url}/corriger`)
  expect(late.status).toBe(409)
  expect(late.mistakes.join()).toContain('n’est plus celle qui est en vigueur')
})

it('D8: the place of a line that was taken out before the sending is no finding of its correction', async () => {
  await start()
  const content = file('2024T3', member(100001), member(100002)).replace('\r\n', '\r\n\r\n')
  const checked = await sendFile(clerk, { category: '01', quarter: '2024T3' }, content)
  expect(checked.text).toContain('Lignes vides')
  const sent = await sendDeclared(clerk, await confirmEverything(clerk, checked))
  const revised = await clerk.submit(sent, {}, `${sent.url}/corriger`)
  expect(revised.url).toContain('/controles/')
  expect(revised.text).not.toContain('Lignes vides')
})

it('D8: another file may be sent for the correction, and giving it up leaves what was sent', async () => {
  await start()
  const sent = await declare('2024T3', member(100001))
  const revised = await clerk.submit(sent, {}, `${sent.url}/corriger`)
  const fichier = new File([file('2024T3', member(100001), member(100002))], 'complement.txt')
  const upload = paths.declarations.upload({ category: '01', quarter: '2024T3' })
  const completed = await clerk.submit(revised, { fichier }, upload)
  expect(completed.url).not.toBe(revised.url)
  expect(completed.text).toContain('qui reste valable jusqu’à l’envoi')
  const over = await clerk.get(revised.url)
  expect(over.status).toBe(409)
  expect(over.text).toMatch(/Salma Berrada a fait contrôler « ?complement.txt/)
  const receipt = await clerk.get(sent.url)
  expect(receipt.text).toContain('Une correction de cette déclaration est en cours.')
  const giving = `${completed.url}/abandonner`
  const asked = await clerk.get(giving)
  expect(asked.text).toContain('Abandonner cette correction ?')
  expect(asked.text).toContain('reste en vigueur, et votre compte ne change pas')
  expect((await clerk.get(completed.url)).text).toContain('qui reste valable')
  const given = await clerk.submit(asked, {}, giving)
  expect(given.url).toBe(sent.url)
  expect(given.text).toContain('La correction est abandonnée. La déclaration du reçu')
  expect(given.text).not.toContain('reste à déclarer')
  const later = await clerk.get(completed.url)
  expect(later.text).toContain('La correction est abandonnée. La déclaration du reçu')
  expect((await clerk.get(sent.url)).text).toContain('Corriger ou compléter cette déclaration')
  const [rows] = await site.database.ownerQuery<{ states: string[] }>(
    `select array_agg(state order by revision, state) as states from declarations where employer_id = $1`,
    [atlas.id],
  )
  expect(rows?.states).toEqual(['sent', 'abandoned', 'abandoned'])
})

it('US20: the receipt has the hash of what was sent, to the byte, and is found again by year', async () => {
  await start()
  const shown = await check('2024T3', member(100001, { bornOn: '19850715' }))
  const corrected = await clerk.submit(
    shown,
    {},
    `${shown.url.split('?')[0]?.replace(/(\/controles\/[^/]+).*/, '$1')}/constats/date_iso_order.bornOn/corriger`,
  )
  const sent = await sendDeclared(clerk, await confirmEverything(clerk, corrected))
  const content = await clerk.raw(`${sent.url}/contenu`)
  const hash = createHash('sha256').update(content.body).digest('hex')
  expect(sent.text).toContain(hash)
  expect(sent.text).toContain('Fichier, corrigé ensuite dans le portail')
  expect(content.headers.get('content-disposition')).toMatch(
    /^attachment.*declaration-R-\d{4}T\d-\d{6}-01-\d{6}\.txt/,
  )
  await declare('2025T1', member(100001))
  const all = await clerk.get(paths.declarations.receipts())
  expect(all.document.querySelectorAll('tbody tr')).toHaveLength(2)
  const one = await clerk.get(`${paths.declarations.receipts()}?annee=2025`)
  expect(one.document.querySelectorAll('tbody tr')).toHaveLength(1)
  const none = await clerk.get(`${paths.declarations.receipts()}?annee=2020`)
  expect(none.text).toContain('Aucun reçu ne correspond')
})
