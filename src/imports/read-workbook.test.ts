import { type CellValue, writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { archiveOf } from '../../test/support/archives.ts'
import { aDelegate, anEmployer } from '../../test/support/factories.ts'
import { anImport, applied } from '../../test/support/imports.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

function workbook(rows: CellValue[][]): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name: 'Feuil1', rows }] })
}

const fileName = 'fichier.xlsx'

describe('an Excel workbook', () => {
  it('is read like the same file in CSV: numbers without their zeros, days as days, blank rows', async () => {
    const rows = [
      ['N° Adhérent', 'Raison sociale', 'Date d’adhésion', 'Ville'],
      [200_101, 'Rif Marbre', new Date(Date.UTC(2012, 6, 1)), 'Nador'],
      [],
      ['001234', 'Souss "Agrumes"; SA', '01/01/2020', 'Agadir'],
    ]
    const found = await anImport(site, 'employers', await workbook(rows), { fileName })
    expect(found).toMatchObject({ state: 'checked', lines: 2, newLines: 2, refusedLines: 0 })
    await applied(site, found)
    const known = await site.database.ownerQuery(
      `select employer_number, name, joined_on::text from employers where employer_number in ('200101', '001234') order by 1`,
    )
    expect(known).toEqual([
      { employer_number: '001234', name: 'Souss "Agrumes"; SA', joined_on: '2020-01-01' },
      { employer_number: '200101', name: 'Rif Marbre', joined_on: '2012-07-01' },
    ])
  })

  it('names a wrong line and one that comes twice by the row of the sheet', async () => {
    const employer = await anEmployer(site, { categories: ['01'] })
    await aDelegate(site, employer)
    const head = [
      'N° Adhérent',
      'Téléservice',
      'Nom',
      'Prénom',
      'Pièce d’identité',
      'N° de la pièce',
      'Fonction',
      'E-mail',
      'Mobile',
    ]
    const person = (cin: string, email: string, mobile: CellValue) =>
      [employer.number, 'Compte Adhérent', 'TAZI', 'Karim', 'CNIE', cin, 'Comptable'].concat([
        email,
        String(mobile),
      ])
    const rows = [
      head,
      person('BK710001', 'k.tazi@papier.example', '06 61 23 45 67'),
      person('BK710002', 'pas une adresse', '06 61 23 45 67'),
      person('BK710001', 'k.tazi@papier.example', '06 61 23 45 67'),
    ]
    const found = await anImport(site, 'users', await workbook(rows), { fileName })
    expect(found).toMatchObject({ lines: 3, newLines: 1, refusedLines: 2 })
    const findings = await site.database.ownerQuery(
      'select line, code from import_findings where import_id = $1 order by line',
      [found.id],
    )
    expect(findings).toEqual([
      { line: 3, code: 'email_malformed' },
      { line: 4, code: 'row_twice' },
    ])
  })

  it('AT84, AT88: that is none, or carries something else, is refused whole', async () => {
    const none = archiveOf([{ name: 'notes.txt', content: 'N° Adhérent;Ville' }])
    for (const bytes of [
      none,
      Buffer.concat([Buffer.from('d0cf11e0', 'hex'), Buffer.alloc(600)]),
    ]) {
      const found = await anImport(site, 'employers', bytes, { fileName })
      expect(found.state).toBe('unreadable')
      const [finding] = await site.database.ownerQuery(
        'select code from import_findings where import_id = $1',
        [found.id],
      )
      expect(finding).toEqual({ code: 'file_not_text' })
    }
  })
})
