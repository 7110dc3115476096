import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sendFile } from '../../test/support/declaring.ts'
import { anEmployer, aProfile, signedIn, type TestEmployer } from '../../test/support/factories.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import { paths } from '../web/paths.ts'
import { exampleLine } from './checking/example-line.ts'
import type { RecordField } from './checking/fields.ts'

let site: TestSite
let atlas: TestEmployer
let souss: TestEmployer

beforeAll(async () => {
  site = await openSite()
})
beforeEach(async () => {
  atlas = await anEmployer(site, { name: 'Atlas Textile SA' })
  souss = await anEmployer(site, { name: 'Souss Agrumes SA' })
})
afterAll(() => site.close())

const period = { category: '01', quarter: '2024T4' }

type Changes = Partial<Record<RecordField, string>>

/** Two people of one company in the fourth quarter of 2024, but for what is said. */
function fileOf({ number }: TestEmployer, changes: Changes = {}): string {
  return ['000200001', '000200002']
    .map((memberNumber) => ({ memberNumber, quarter: '4', employerNumber: number, ...changes }))
    .map((one) => `${exampleLine(one)}\r\n`)
    .join('')
}

function keptOf({ id }: TestEmployer): Promise<readonly unknown[]> {
  return site.database.ownerQuery('select from declarations where employer_id = $1', [id])
}

describe('a whole file of another company', () => {
  it('says both numbers once, before anything of its quarter, and keeps nothing', async () => {
    const clerk = await signedIn(site, await aProfile(site, atlas))
    const refused = await sendFile(clerk, period, fileOf(souss, { quarter: '3' }))
    expect(refused.url).toContain('/depots/')
    expect(refused.text).toContain(
      `Ce fichier porte le N° Adhérent « ${souss.number} », alors que vous déclarez ici pour le ${atlas.number}.`,
    )
    expect(refused.document.querySelectorAll('.note')).toHaveLength(1)
    expect(refused.text).not.toContain('3e trimestre')
    expect(refused.document.querySelector('main form[action*="/entreprises/"]')).toBeNull()
    expect(refused.text).not.toContain(souss.name)
    expect(await keptOf(atlas)).toEqual([])
  })

  it('says the same of a number that nobody has', async () => {
    const clerk = await signedIn(site, await aProfile(site, atlas))
    const refused = await sendFile(clerk, period, fileOf({ ...souss, number: '999998' }))
    expect(refused.text).toContain('Ce fichier porte le N° Adhérent « 999998 »')
  })

  it('leads a firm that serves that company to its page, of the quarter that the file says', async () => {
    const person = await aProfile(site, atlas, {
      service: 'declaration_external',
      alsoFor: [souss],
    })
    const firm = await signedIn(site, person, atlas)
    const refused = await sendFile(firm, period, fileOf(souss, { quarter: '3' }))
    const take = paths.declarations.takeInHand({ id: souss.id })
    expect(refused.text).toContain('Ce fichier est de Souss Agrumes SA, que vous servez aussi.')
    expect(refused.text).toContain('sur sa page du 3e trimestre 2024, catégorie 01')
    const opened = await firm.submit(refused, {}, take)
    expect(opened.url).toBe(paths.declarations.period({ category: '01', quarter: '2024T3' }))
    expect(opened.title).toContain('Souss Agrumes SA')
    expect(await keptOf(souss)).toEqual([])
  })

  it('leaves the work of before as it was', async () => {
    const clerk = await signedIn(site, await aProfile(site, atlas))
    const check = await sendFile(clerk, period, fileOf(atlas))
    await sendFile(clerk, period, fileOf(souss))
    expect((await clerk.get(check.url)).url).toBe(check.url)
  })
})

it('one line of another company is corrected at its number', async () => {
  const clerk = await signedIn(site, await aProfile(site, atlas))
  const lines = fileOf(atlas) + exampleLine({ employerNumber: souss.number, quarter: '4' })
  const check = await sendFile(clerk, period, lines)
  expect(check.url).toContain('/controles/')
  expect(check.text).toContain('Numéro d’une autre entreprise')
})
