import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { confirmEverything, sendFile } from '../../../test/support/declaring.ts'
import {
  anEmployer,
  aProfile,
  signedIn,
  type TestEmployer,
  type TestPerson,
} from '../../../test/support/factories.ts'
import { sendFirmFile, whileJobsRun } from '../../../test/support/firm-file.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import type { Screen, Visitor } from '../../../test/support/visitor.ts'
import { paths } from '../../web/paths.ts'
import { exampleLine } from '../checking/example-line.ts'

let site: TestSite
let atlas: TestEmployer
let souss: TestEmployer
let person: TestPerson
let firm: Visitor
let clerk: Visitor

beforeAll(async () => {
  site = await openSite()
})
beforeEach(async () => {
  atlas = await anEmployer(site, { name: 'Atlas Textile SA' })
  souss = await anEmployer(site, { name: 'Souss Agrumes SA' })
  person = await aProfile(site, atlas, { service: 'declaration_external', alsoFor: [souss] })
  firm = await signedIn(site, { ...person, employerId: null })
  clerk = await signedIn(site, await aProfile(site, atlas))
})
afterAll(() => site.close())

const period = { category: '01', quarter: '2024T3' }

function lineOf({ number }: TestEmployer, salary = '0003600000'): string {
  return exampleLine({ employerNumber: number, memberNumber: '000200001', salary })
}

function checksOf({ id }: TestEmployer) {
  return site.database.ownerQuery<{ id: string; state: string }>(
    'select id, state from declarations where employer_id = $1 order by uploaded_at',
    [id],
  )
}

function take(result: Screen): Promise<Screen> {
  const form = result.document.querySelector('form[action$="/remplacer"]')
  return whileJobsRun(site, firm, () => firm.submit(result, {}, form?.getAttribute('action')))
}

it('AT97: somebody’s open check is not replaced by a part of a file; what it holds is shown, and the rest is taken', async () => {
  const check = await sendFile(clerk, period, lineOf(atlas))
  site.clock.advance(60_000)
  await confirmEverything(clerk, check)
  const result = await sendFirmFile(site, firm, [lineOf(atlas, '0004000000'), lineOf(souss)])
  expect(result.text).toContain('Contrôles déjà en cours')
  expect(result.text).toContain('Rien n’a été remplacé.')
  expect(result.text).toMatch(/a fait contrôler le fichier «.declaration.txt.» pour cette période/)
  expect(result.text).toMatch(/Ce contrôle porte .*raison/)
  expect(await checksOf(atlas)).toMatchObject([{ state: 'checked' }])
  expect(await checksOf(souss)).toMatchObject([{ state: 'checked' }])
})

it('a part takes the place of the check that was shown, once that is asked', async () => {
  const check = await sendFile(clerk, period, lineOf(atlas))
  const result = await sendFirmFile(site, firm, [lineOf(atlas, '0004000000'), lineOf(souss)])
  const souss1 = await checksOf(souss)
  const taken = await take(result)
  expect(taken.text).not.toContain('Contrôles déjà en cours')
  expect(await checksOf(atlas)).toMatchObject([{ state: 'abandoned' }, { state: 'checked' }])
  expect(await checksOf(souss)).toEqual(souss1)
  expect((await clerk.get(check.url)).text).toContain('toutes.txt')
  const form = result.document.querySelector('form[action$="/remplacer"]')
  const again = await firm.submit(result, {}, form?.getAttribute('action'))
  expect(again.status).toBe(409)
})

it('a check that another one replaced since is not replaced unseen', async () => {
  await sendFile(clerk, period, lineOf(atlas))
  const result = await sendFirmFile(site, firm, [lineOf(atlas, '0004000000')])
  await sendFile(clerk, period, lineOf(atlas, '0005000000'))
  const taken = await take(result)
  expect(taken.text).toContain('Contrôles déjà en cours')
  expect(await checksOf(atlas)).toMatchObject([{ state: 'abandoned' }, { state: 'checked' }])
})

it('one’s own reasons are kept when the same file is sent again, and asked about when another is', async () => {
  await sendFirmFile(site, firm, [lineOf(atlas)])
  const [own] = await checksOf(atlas)
  const inHand = await signedIn(site, person, atlas)
  site.clock.advance(60_000)
  const desk = await inHand.get(paths.declarations.check({ id: own?.id ?? '' }))
  await confirmEverything(inHand, desk)
  const same = await sendFirmFile(site, firm, [lineOf(atlas)])
  expect(same.text).toContain('Prête à envoyer')
  const other = await sendFirmFile(site, firm, [lineOf(atlas, '0004000000')])
  expect(other.text).toContain('porte votre travail')
  expect(await checksOf(atlas)).toEqual([own])
})
