import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
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

type Changes = Partial<Record<RecordField, string>>

let site: TestSite
let atlas: TestEmployer
let clerk: Visitor
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())
beforeEach(async () => {
  atlas = await anEmployer(site)
  clerk = await signedIn(site, await aProfile(site, atlas), atlas)
})

const known: Changes = { memberNumber: '000123456' }
const withDocument: Changes = {
  memberNumber: '000000000',
  lastName: 'ALAMI',
  firstName: 'RIM',
  identityNumber: 'BK778899',
  bornOn: '04051996',
}
const foreigner: Changes = {
  memberNumber: '000000000',
  lastName: 'DUPONT',
  firstName: 'JEAN',
  nationality: 'A',
  identityNumber: '',
  bornOn: '30111990',
}

async function declare(quarter: string, ...lines: readonly Changes[]): Promise<Screen> {
  return sendDeclared(clerk, await confirmEverything(clerk, await check(quarter, ...lines)))
}

function check(quarter: string, ...lines: readonly Changes[]): Promise<Screen> {
  const [year = '', number = ''] = quarter.split('T')
  const own = { employerNumber: atlas.number, year, quarter: number }
  const text = lines.map((one) => `${exampleLine({ ...own, ...one })}\r\n`).join('')
  return sendFile(clerk, { category: '01', quarter }, text)
}

async function numbersGiven(): Promise<string[]> {
  const rows = await site.database.ownerQuery<{ number: string }>(
    `select member_number as number from memberships where employer_id = $1 and state = 'provisional'
      order by last_name`,
    [atlas.id],
  )
  return rows.map(({ number }) => number)
}

it('the receipt names the provisional number of each newcomer, and what to do with it', async () => {
  const receipt = await declare('2024T3', known, withDocument, foreigner)
  const [alami = '', dupont = ''] = await numbersGiven()
  expect(receipt.text).toContain('Nouveaux affiliés')
  expect(receipt.text).toContain('Reportez-les dans votre logiciel de paie')
  const rows = [...receipt.document.querySelectorAll('table tbody tr')].map((row) =>
    (row.textContent ?? '').replaceAll(/\s+/g, ' '),
  )
  expect(rows[0]).toContain('ALAMI RIM')
  expect(rows[0]).toContain(alami)
  expect(rows[1]).toContain('DUPONT JEAN')
  expect(rows[1]).toContain(dupont)
  expect(rows[1]).toContain('En attente de confirmation')
  expect((await clerk.raw(`${receipt.url}/recu.pdf`)).status).toBe(200)
})

it('D8: a correction opened unchanged finds its newcomers where they were, and can be sent', async () => {
  const first = await declare('2024T3', known, withDocument, foreigner)
  const numbers = await numbersGiven()
  const correction = await clerk.submit(first, {}, `${first.url}/corriger`)
  expect(correction.text).toContain('3 lignes sont prêtes.')
  expect(correction.text).not.toContain('absent du fichier')
  expect(correction.text).toContain('Le montant est le même')
  expect(correction.text).toContain('Les affiliés, leurs salaires et leurs taux sont les mêmes.')
  const cause = `${correction.url}/constats/newcomer_numbered.memberNumber`
  const recognised = await clerk.get(cause)
  for (const number of numbers) expect(recognised.text).toContain(number)
  const second = await sendDeclared(clerk, correction)
  expect(second.url).toContain('/recus/')
  for (const number of numbers) expect(second.text).toContain(number)
  expect(await numbersGiven()).toEqual(numbers)
})

it('a newcomer still declared with zeros the next quarter is nobody new, and nobody is missing', async () => {
  await declare('2024T3', known, withDocument, foreigner)
  const numbers = await numbersGiven()
  const next = await check('2024T4', known, withDocument, foreigner)
  expect(next.text).not.toContain('absent du fichier')
  const receipt = await sendDeclared(clerk, await confirmEverything(clerk, next))
  for (const number of numbers) expect(receipt.text).toContain(number)
  expect(await numbersGiven()).toEqual(numbers)
})

it('somebody else of the same name, with another document, is a newcomer of their own', async () => {
  await declare('2024T3', withDocument)
  const next = await check('2024T4', withDocument, { ...withDocument, identityNumber: 'CD112233' })
  expect(next.text).toContain('Nouvel affilié')
  await sendDeclared(clerk, await confirmEverything(clerk, next))
  expect(new Set(await numbersGiven()).size).toBe(2)
})

it('a number that was replaced since is told on the receipt that gave the first', async () => {
  const receipt = await declare('2024T3', withDocument)
  const [given = ''] = await numbersGiven()
  await site.database.ownerQuery(
    `update memberships set state = 'known', provisional_number = member_number, member_number = '000777777'
      where employer_id = $1`,
    [atlas.id],
  )
  const again = await clerk.get(receipt.url)
  expect(again.text).toContain(given)
  expect(again.text).toContain('Remplacé par 000777777')
  const later = await declare('2024T4', { ...withDocument, memberNumber: '000777777' })
  expect(later.text).not.toContain('Nouveaux affiliés')
})

it('a correction says the difference, and until when it is paid; nothing more is owed when there is none', async () => {
  const first = await declare('2024T3', known)
  const payBy = /À régler sans intérêts jusqu’au\s+14 novembre 2024/
  expect(first.text).toMatch(payBy)
  expect(first.text).toContain('des intérêts courent, réglez sans attendre. Par virement')
  const same = await clerk.submit(first, {}, `${first.url}/corriger`)
  const sending = (screen: Screen) =>
    screen.document.querySelector('form[action$="/envoyer"]')?.textContent?.replaceAll(/\s+/g, ' ')
  expect(sending(same)).toContain('Envoyer la correction, sans différence de montant')
  expect(sending(same)).toContain('rien de plus n’est dû')
  const second = await sendDeclared(clerk, same)
  expect(second.text).toContain('rien de plus n’est dû')
  expect(second.text).not.toContain('sans intérêts')
  const raised = await clerk.submit(second, {}, `${second.url}/corriger`)
  const line = paths.declarations.line({ id: raised.url.split('/').at(-1) ?? '', line: '1' })
  const changed = await clerk.submit(await clerk.get(line), { salary: '37 000,25' }, line)
  expect(sending(changed)).toContain('Envoyer la correction : 138,00 DH de plus pour')
  const third = await sendDeclared(clerk, await confirmEverything(clerk, changed))
  expect(third.text).toContain('138,00 DH s’ajoutent au montant du reçu')
  expect(third.text).toMatch(payBy)
})
