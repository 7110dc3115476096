import { readFileSync } from 'node:fs'
import path from 'node:path'
import { offerMandate } from '../../../src/access/administration/offer-mandate.ts'
import { paths } from '../../../src/web/paths.ts'
import { aNewExternal, asDelegate } from '../../support/administering.ts'
import {
  aDelegate,
  anEmployer,
  aProfile,
  signedIn,
  type TestEmployer,
} from '../../support/factories.ts'
import type { TestSite } from '../../support/site.ts'
import type { Screen, Visitor } from '../../support/visitor.ts'
import { entryStops } from './entry-stops.ts'
import { longNames, type Stop } from './stop.ts'

const golden = readFileSync(
  path.join(import.meta.dirname, '../../golden/declarations/CIMR_005839_T3_2024.txt'),
  'latin1',
)
const { declarations } = paths

/** Télédéclaration: the calendar, a quarter in both modes, a file with mistakes, one to confirm, a receipt. */
export async function declarationStops(site: TestSite): Promise<Stop[]> {
  const employer = await anEmployer(site, { number: '410001', name: 'Souss Agrumes SARL' })
  const clerk = await signedIn(site, await aProfile(site, employer), employer)
  const typist = await signedIn(site, await aProfile(site, employer, { mode: 'form' }), employer)
  const at = (name: string, address: string, who = clerk): Stop => ({
    name,
    address,
    who,
    employer: employer.name,
  })
  const late = { category: '01', quarter: '2024T3' }
  const stops = [
    at('the calendar', declarations.calendar()),
    at('a quarter by file', declarations.period({ category: '01', quarter: '2025T1' })),
    at('a quarter by form', declarations.period({ category: '01', quarter: '2025T1' }), typist),
    at('nothing to declare', paths.entry.nil({ category: '01', quarter: '2025T1' })),
  ]
  const broken = await upload(clerk, employer, '2024T4', breakLine(golden))
  const corrected = await correctOne(clerk, employer)
  const other = golden.replace('0003600025', '0003600125')
  const doubtful = await upload(clerk, employer, '2024T3', other)
  const receipt = await sendAll(clerk, employer, late)
  const revision = await clerk.submit(await clerk.get(receipt), {}, `${receipt}/corriger`)
  const replaced = await reviseOnce(clerk, employer)
  return [
    ...stops,
    at(
      'a quarter whose file is checked',
      declarations.period({ category: '01', quarter: '2024T4' }),
    ),
    at('a file with mistakes', broken.url),
    at('one kind of findings, of which there is none', `${broken.url}?voir=information`),
    { ...at('corrected lines without a place', broken.url), act: sendStrayLines },
    { ...at('another file that is missing', broken.url), act: sendNoOtherFile },
    at('the lines of a cause', `${broken.url}/constats/letter_in_number.salary`),
    at('a line to correct', `${broken.url}/lignes/2?constat=letter_in_number.salary`),
    at('the lines of a check', `${broken.url}/lignes`),
    at('a line that nobody is on', `${broken.url}/lignes?cherche=personne`),
    at('a good line', `${broken.url}/lignes/1`),
    at('a line to remove', `${broken.url}/lignes/2/retirer`),
    at('a line to add', `${broken.url}/nouvelle-ligne`),
    at('a desk with corrections', corrected.url),
    at('a check to give up', `${corrected.url}/abandonner`),
    at('a correction to give up', `${revision.url}/abandonner`),
    { ...at('a check that another one replaced', doubtful.url), status: 409 },
    at('the receipts', declarations.receipts()),
    at('a receipt whose correction is in progress', receipt),
    at('a correction of what was sent', revision.url),
    at('a receipt that another one replaced', replaced.former),
    at('a receipt of a correction', replaced.latest),
    at(
      'what a correction changed',
      declarations.changes({ id: replaced.latest.split('/').at(-1) ?? '', kind: 'changed' }),
    ),
    at('receipts of a year without any', `${declarations.receipts()}?annee=2019`),
    {
      name: 'no receipt',
      who: await signedIn(site, await aProfile(site, await anEmployer(site))),
      address: declarations.receipts(),
    },
    ...(await toConfirm(site)),
    ...(await entryStops(site)),
    ...(await firmStops(site, employer)),
  ]
}

/** Lines of nobody in the declaration are sent again: nothing is replaced, and each is told. */
const sendStrayLines: NonNullable<Stop['act']> = async (page) => {
  const form = page.locator('form[action$="/lignes-corrigees"]')
  await page.locator('details', { has: form }).locator('summary').click()
  const stray = golden
    .split('\r\n')
    .map((line) => line.replace(/^(.{9}).{9}/, '$1999999999').replace(/BE\d{6}/, 'ZZ999999'))
  const buffer = Buffer.from(stray.join('\r\n'), 'latin1')
  const file = { name: 'lignes.txt', mimeType: 'text/plain', buffer }
  await form.locator('input[type=file]').setInputFiles(file)
  await form.locator('button:not([type=button])').last().click()
  await page.locator('.error-summary').waitFor()
}

/** Another file is sent for a check, and none was chosen. */
const sendNoOtherFile: NonNullable<Stop['act']> = async (page) => {
  const form = page.locator('form[action$="/fichier"]')
  await page.locator('details', { has: form }).locator('summary').click()
  await form.locator('input[type=file]').evaluate((input) => input.removeAttribute('required'))
  await form.locator('button:not([type=button])').last().click()
  await page.locator('.error-summary').waitFor()
}

/** A file whose doubts are still to be confirmed, under a name as long as names get. */
async function toConfirm(site: TestSite): Promise<Stop[]> {
  const employer = await anEmployer(site, { name: longNames.company })
  const { firstName, lastName } = longNames
  const who = await signedIn(
    site,
    await aProfile(site, employer, { firstName, lastName }),
    employer,
  )
  const check = await upload(who, employer, '2024T3', golden)
  const settled = {
    code: 'new_member_without_identity',
    champ: 'identityNumber',
    raison: 'Passeport en cours de renouvellement, la copie arrivera avec le prochain envoi',
  }
  await who.submit(check, settled, `${check.url}/confirmer`)
  return [
    { name: 'a file with doubts', who, address: check.url, employer: employer.name },
    {
      name: 'a doubt with its lines',
      who,
      address: `${check.url}/constats/member_unknown.memberNumber`,
      employer: employer.name,
    },
    {
      name: 'doubts that are confirmed',
      who,
      address: `${check.url}/constats/new_member_without_identity.identityNumber?etat=confirmes`,
      employer: employer.name,
    },
    {
      name: 'the calendar of a long name',
      who,
      address: declarations.calendar(),
      employer: employer.name,
    },
  ]
}

/** A declaration that was sent, and then corrected with another salary and sent again. */
async function reviseOnce(who: Visitor, employer: TestEmployer) {
  const former = await sendAll(who, employer, { category: '01', quarter: '2025T4' })
  const open = await who.submit(await who.get(former), {}, `${former}/corriger`)
  const line = `${open.url}/lignes/1`
  await who.submit(await who.get(line), { salary: '41 000,50' }, line)
  const shown = await who.get(open.url)
  const sent = await who.submit(shown, {}, `${open.url}/envoyer`)
  if (!sent.url.includes('/recus/')) throw new Error(sent.text)
  return { former, latest: sent.url }
}

/** A check with a correction that can be undone. */
async function correctOne(who: Visitor, employer: TestEmployer): Promise<Screen> {
  const check = await upload(who, employer, '2025T2', breakLine(golden))
  return who.submit(check, {}, `${check.url}/constats/letter_in_number.salary/corriger`)
}

function breakLine(file: string): string {
  const [first = '', second = ''] = file.split('\r\n')
  return `${first}\r\n${second.slice(0, 98)}0O02400000${second.slice(108)}\r\n`
}

async function upload(who: Visitor, employer: TestEmployer, quarter: string, file: string) {
  const period = { category: '01', quarter }
  const [year, number] = [quarter.slice(0, 4), quarter.slice(5)]
  const content = file
    .replaceAll('005839', employer.number)
    .replaceAll(/32024$/gm, `${number}${year}`)
  const page = await who.get(declarations.period(period))
  const bytes = new Uint8Array(Buffer.from(content, 'latin1'))
  const name = `CIMR_${employer.number}_T${number}_${year}.txt`
  const fichier = new File([bytes], name, { type: 'text/plain' })
  const screen: Screen = await who.submit(page, { fichier }, declarations.upload(period))
  if (!screen.url.includes('/controles/')) throw new Error(`${quarter}: ${screen.text}`)
  return screen
}

/** Confirms what is doubtful, sends, and says where the receipt is. */
async function sendAll(
  who: Visitor,
  employer: TestEmployer,
  period: { readonly category: string; readonly quarter: string },
): Promise<string> {
  let check = await upload(who, employer, period.quarter, golden)
  for (let doubts = 0; doubts < 9; doubts += 1) {
    const form = check.document.querySelector('form[action$="/confirmer"]')
    if (!form) break
    check = await who.submit(check, { raison: 'Vérifié avec la paie' }, form.getAttribute('action'))
  }
  const send = check.document.querySelector('form[action$="/envoyer"]')
  const sent = await who.submit(check, {}, send?.getAttribute('action'))
  if (!sent.url.includes('/recus/')) throw new Error(sent.text)
  return sent.url
}

async function firmStops(site: TestSite, employer: TestEmployer): Promise<Stop[]> {
  const second = await anEmployer(site, { name: longNames.company })
  const person = await aProfile(site, employer, {
    service: 'declaration_external',
    cin: 'BK424242',
    email: 'hamza@alamal.example',
    alsoFor: [second],
  })
  const third = await anEmployer(site, { name: 'Clinique Les Oliviers' })
  const by = asDelegate(await aDelegate(site, third), third)
  await offerMandate(
    site.app,
    by,
    aNewExternal({ identity: { kind: 'cin', number: 'BK424242' }, email: 'hamza@alamal.example' }),
  )
  const apart = await signedIn(site, { ...person, employerId: null })
  const inHand = await signedIn(site, person, employer)
  const board = declarations.board()
  return [
    { name: 'the board of a firm', who: apart, address: board },
    {
      name: 'the board with a company in hand',
      who: inHand,
      address: board,
      employer: employer.name,
    },
    {
      name: 'the calendar of a firm’s person',
      who: inHand,
      address: declarations.calendar(),
      employer: employer.name,
    },
  ]
}
