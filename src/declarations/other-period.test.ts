import { describe, expect, it } from 'vitest'
import { aClerkEachTime, declareFile, sendFile } from '../../test/support/declaring.ts'
import type { Screen } from '../../test/support/visitor.ts'
import { paths } from '../web/paths.ts'
import { exampleLine } from './checking/example-line.ts'
import type { RecordField } from './checking/fields.ts'

const setting = aClerkEachTime()

const period = { category: '01', quarter: '2024T4' }

type Changes = Partial<Record<RecordField, string>>

/** Two people of the fourth quarter of 2024, but for what is said. */
function file(...changes: readonly [Changes, Changes]): string {
  return changes
    .map((one, index) => ({ memberNumber: `00020000${index + 1}`, quarter: '4', ...one }))
    .map((one) => `${exampleLine({ employerNumber: setting.atlas.number, ...one })}\r\n`)
    .join('')
}

const both = (one: Changes) => file(one, one)
const notesOf = (screen: Screen) => [...screen.document.querySelectorAll('.note')].length

describe('a whole file of another period', () => {
  it('says so once, keeps nothing, and leads to the page of its quarter', async () => {
    const refused = await sendFile(setting.clerk, period, both({ quarter: '3' }))
    expect(refused.url).toContain('/depots/')
    expect(refused.text).toContain(
      'Ce fichier est du 3e trimestre 2024, alors que vous déclarez ici le 4e trimestre 2024.',
    )
    expect(notesOf(refused)).toBe(1)
    const address = paths.declarations.period({ category: '01', quarter: '2024T3' })
    const way = refused.document.querySelector(`main a[href="${address}"]`)
    expect(way?.textContent).toContain('Aller à la page du 3e trimestre 2024, catégorie 01')
    const kept = await setting.site.database.ownerQuery(
      'select from declarations where employer_id = $1',
      [setting.atlas.id],
    )
    expect(kept).toEqual([])
  })

  it('leads to the receipt when that quarter is declared already', async () => {
    const third = { category: '01', quarter: '2024T3' }
    await declareFile(setting.clerk, third, both({ quarter: '3' }))
    const refused = await sendFile(setting.clerk, period, both({ quarter: '3' }))
    expect(refused.text).toContain('Le 3e trimestre 2024, catégorie 01, est déjà déclaré.')
    const way = refused.document.querySelector(`main a[href="${paths.declarations.period(third)}"]`)
    expect(way?.textContent).toContain('Voir le reçu')
    const receipt = await setting.clerk.get(paths.declarations.period(third))
    expect(receipt.url).toContain('/recus/')
  })

  it.each([
    [{ year: '2031' }, 'Le 4e trimestre 2031 n’est pas terminé'],
    [{ year: '2019' }, 'La catégorie 01 n’était pas active au 4e trimestre 2019'],
    [{ category: '44' }, 'La catégorie 44 n’est pas de celles qui vous sont confiées'],
  ])('says why where it cannot be declared: %o', async (changes, why) => {
    const refused = await sendFile(setting.clerk, period, both(changes))
    expect(refused.text).toContain(why)
    expect(refused.document.querySelector('main a[href*="/periodes/"]')).toBeNull()
  })

  it('says whose page it is when the category is another', async () => {
    const refused = await sendFile(setting.clerk, period, both({ category: '02' }))
    expect(refused.text).toContain(
      'Ce fichier est de la catégorie 02, alors que vous déclarez ici la catégorie 01.',
    )
    expect(refused.text).not.toContain('La ligne est de la catégorie')
  })

  it('leaves the work of before as it was', async () => {
    const check = await sendFile(setting.clerk, period, both({}))
    await sendFile(setting.clerk, period, both({ quarter: '3' }))
    expect((await setting.clerk.get(check.url)).url).toBe(check.url)
    const page = await setting.clerk.get(paths.declarations.period(period))
    expect(page.text).toContain('declaration.txt')
  })
})

describe('one line of another period', () => {
  it('of the right quarter in a wrong year is corrected at its year', async () => {
    const check = await sendFile(setting.clerk, period, file({}, { year: '2023' }))
    expect(check.url).toContain('/controles/')
    const line = await setting.clerk.get(`${check.url}/lignes/2`)
    const year = line.document.querySelector('input[name="year"]')
    expect(year?.getAttribute('aria-invalid')).toBe('true')
    const quarter = line.document.querySelector('input[name="quarter"]')
    expect(quarter?.getAttribute('aria-invalid') ?? 'false').toBe('false')
    const corrected = await setting.clerk.submit(line, { year: '2024' }, `${check.url}/lignes/2`)
    expect(corrected.text).toContain('La ligne 2 est corrigée')
    expect(corrected.text).not.toContain('Ligne d’un autre trimestre')
  })

  it('of another quarter and another year is corrected at both', async () => {
    const check = await sendFile(setting.clerk, period, file({}, { year: '2023', quarter: '1' }))
    const line = await setting.clerk.get(`${check.url}/lignes/2`)
    const typed = { year: '2024', quarter: '4' }
    const corrected = await setting.clerk.submit(line, typed, `${check.url}/lignes/2`)
    expect(corrected.text).toContain('La ligne 2 est corrigée')
    expect(corrected.text).not.toContain('Ligne d’un autre trimestre')
  })

  it('of another category says which one is declared here', async () => {
    const check = await sendFile(setting.clerk, period, file({}, { category: '02' }))
    expect(check.text).toContain(
      'La ligne est de la catégorie « 02 », alors que vous déclarez ici la catégorie 01.',
    )
  })
})
