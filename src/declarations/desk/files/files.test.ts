import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sendFile } from '../../../../test/support/declaring.ts'
import {
  anEmployer,
  aProfile,
  signedIn,
  type TestEmployer,
} from '../../../../test/support/factories.ts'
import { openSite, type TestSite } from '../../../../test/support/site.ts'
import type { Screen, Visitor } from '../../../../test/support/visitor.ts'
import { paths } from '../../../web/paths.ts'
import { exampleLine } from '../../checking/example-line.ts'
import type { RecordField } from '../../checking/fields.ts'
import { readSpreadsheet } from '../../checking/spreadsheets/read-spreadsheet.ts'
import { writeSpreadsheet } from '../../checking/spreadsheets/write-spreadsheet.ts'
import { exampleHeader, exampleRow } from '../../checking/tables/example-table.ts'

const period = { category: '01', quarter: '2024T3' }

let site: TestSite
let atlas: TestEmployer
let clerk: Visitor

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())
beforeEach(async () => {
  atlas = await anEmployer(site, { name: 'Atlas Textile SA' })
  clerk = await signedIn(site, await aProfile(site, atlas))
})

type Changes = Partial<Record<RecordField, string>>

const line = (changes: Changes = {}) => exampleLine({ employerNumber: atlas.number, ...changes })
const row = (changes: Changes = {}) => exampleRow({ employerNumber: atlas.number, ...changes })
const file = (...lines: readonly string[]) => lines.map((one) => `${one}\r\n`).join('')
const send = (content: string | Uint8Array, name?: string) => sendFile(clerk, period, content, name)
const idOf = (check: Screen) => /controles\/([\w-]{36})/.exec(check.url)?.[1] ?? ''

/** Three people; the second has a letter in the salary, the third a birth written the other way round. */
const people = (): [Changes, Changes, Changes] => [
  { memberNumber: '000200001', identityNumber: 'BE200001' },
  {
    memberNumber: '000200002',
    identityNumber: 'BE200002',
    lastName: 'TAZI',
    salary: 'O003600025',
  },
  { memberNumber: '000200003', identityNumber: 'BE200003', lastName: 'SLAOUI', bornOn: '19850715' },
]
const mended = (): [Changes, Changes, Changes] => {
  const [one, two, three] = people()
  return [one, { ...two, salary: '0003600025' }, { ...three, bornOn: '15071985' }]
}

async function take(check: Screen, name: string) {
  const address = paths.declarations.deskFile({ id: idOf(check), file: name })
  const { status, headers, bytes } = await clerk.raw(address)
  return {
    status,
    headers,
    bytes,
    text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
  }
}

const bytesOf = async (check: Screen, name: string) => (await take(check, name)).bytes

async function contentOf(check: Screen): Promise<string> {
  const [found] = await site.database.ownerQuery<{ sha256: Buffer }>(
    'select f.sha256 from declarations d join files f on f.id = d.content_file_id where d.id = $1',
    [idOf(check)],
  )
  return (await site.app.files.read(found?.sha256 ?? new Uint8Array())).toString('utf8')
}

async function sendBack(check: Screen, content: string | Uint8Array, name = 'lignes.txt') {
  const page = await clerk.get(paths.declarations.check({ id: idOf(check) }))
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const fichier = new File([new Uint8Array(bytes)], name)
  return clerk.submit(page, { fichier }, paths.declarations.sendLines({ id: idOf(check) }))
}

describe('the list of findings (US14)', () => {
  it('tells line, column, value, rule and what to do, as Excel opens it', async () => {
    const check = await send(file(...people().map(line)))
    const { text, headers } = await take(check, 'constats.csv')
    expect(text.startsWith('\ufeffLigne;Colonne;Champ;Valeur lue;Gravité;Constat;')).toBe(true)
    expect(text).toContain('\r\n2;99;')
    expect(text).toMatch(/salaire[^;]*;O003600025;À corriger;[^;]*[Ss]alaire[^;]*lettre/)
    expect(text).toContain('0003600025')
    expect(headers.get('content-disposition')).toContain('declaration-constats.csv')
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
  })

  it('is in the language of whoever reads it', async () => {
    const check = await send(file(...people().map(line)))
    await clerk.get(`${check.url}?lang=ar`)
    const { text } = await take(check, 'constats.csv')
    expect(text).toContain('السطر;العمود')
    expect(text).toMatch(/[\u0600-\u06ff]{3}.*O003600025|O003600025.*[\u0600-\u06ff]{3}/)
  })

  it('AT100: no cell is ever a formula, the one it echoes included', async () => {
    const wrong = row({ salary: '=1+1', lastName: '@SUM(A1)', email: '+x' })
    const check = await send(file(exampleHeader(), wrong), 'd.csv')
    for (const name of ['constats.csv', 'a-corriger.csv', 'annote.csv', 'corrige.csv']) {
      const { status, text } = await take(check, name)
      expect([name, status]).toEqual([name, 200])
      // What came in as a formula is given back as it came only in the very file that was sent.
      if (name === 'corrige.csv') continue
      const cells = text.slice(1).split(/[;\r\n]+/)
      expect(cells.filter((cell) => /^"?[=+@-]/.test(cell))).toEqual([])
    }
    const listed = await readSpreadsheet(await bytesOf(check, 'constats.xlsx'))
    expect(listed.ok && new TextDecoder().decode(listed.text)).toContain(`'=1+1`)
  })
})

describe('only the lines to correct (US15)', () => {
  it('are given as they are in a layout that has no place for more, and take their places again', async () => {
    const check = await send(file(...people().map(line)))
    const { text } = await take(check, 'a-corriger.txt')
    expect(text).toBe(file(...people().slice(1).map(line)))
    const [, two, three] = mended()
    const done = await sendBack(check, file(line(three), line(two)))
    expect(done.text).toContain('2 lignes sont remplacées, et tout est contrôlé de nouveau.')
    expect(done.text).toContain('2 lignes d’un fichier renvoyé')
    expect(await contentOf(check)).toBe(file(...mended().map(line)))
    const undo = done.document.querySelector('form[action*="/corrections/"]')
    const undone = await clerk.submit(done, {}, undo?.getAttribute('action'))
    expect(undone.text).toContain('La correction de 2 lignes est annulée.')
    expect(await contentOf(check)).toBe(file(...people().map(line)))
  })

  it('say so when lines that were ready are sent back as they had been before', async () => {
    const check = await send(file(...people().map(line)))
    const before = await take(check, 'a-corriger.txt')
    const [, two, three] = mended()
    const done = await sendBack(check, file(line(three), line(two)))
    expect(done.text).not.toContain('maintenant à corriger')
    const again = await sendBack(check, before.text)
    expect(again.text).toContain(
      '2 lignes qui étaient prêtes sont maintenant à corriger : si ce n’était pas le bon fichier, annulez cette correction.',
    )
  })

  it('are a table for a spreadsheet, with what is wrong beside each, and come back from it', async () => {
    const check = await send(file(...people().map(line)))
    const { text } = await take(check, 'a-corriger.csv')
    const [head = '', second = '', third = ''] = text.slice(1).split('\r\n')
    expect(head.startsWith('Ligne;Constats;Corrections proposées;Code;N° Adhérent;')).toBe(true)
    expect(second).toMatch(/^2;.*lettre.*;.*36000,25;2;/)
    expect(third).toMatch(/^3;.*;"?Date de naissance\s: 15\/07\/1985"?;2;/)
    const corrected = text
      .replaceAll(';O003600025;', ';36000,25;')
      .replaceAll(';19850715;', ';15/07/1985;')
    const done = await sendBack(check, corrected, 'lignes.csv')
    expect(done.text).toContain('2 lignes sont remplacées')
    expect(await contentOf(check)).toBe(file(...mended().map(line)))
  })

  it.each(['15/7/1985', '15/07/1985', '15-7-1985', '1985-07-15', '15.7.1985'])(
    'may write a day as a table does: %s',
    async (day) => {
      const check = await send(file(...people().map(line)))
      const { text } = await take(check, 'a-corriger.csv')
      const corrected = text
        .replaceAll(';O003600025;', ';36000,25;')
        .replaceAll(';19850715;', `;${day};`)
      const done = await sendBack(check, corrected, 'lignes.csv')
      expect(done.text).toContain('2 lignes sont remplacées')
      expect(await contentOf(check)).toBe(file(...mended().map(line)))
    },
  )

  it('say of a day that cannot be read that it is none, not that it is too long', async () => {
    const check = await send(file(...people().map(line)))
    const { text } = await take(check, 'a-corriger.csv')
    const answer = await sendBack(check, text.replaceAll(';19850715;', ';15 juillet 85;'), 'l.csv')
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('n’est pas une date qui se lit. Écrivez-la sous la forme')
    expect(answer.text).not.toContain('trop long')
  })

  it('are a workbook too', async () => {
    const check = await send(file(...people().map(line)))
    const { openXlsx } = await import('hucre/xlsx')
    const { sheets } = await openXlsx(await bytesOf(check, 'a-corriger.xlsx'))
    const [head = [], ...rows] = (sheets[0]?.rows ?? []).map((cells) => cells.map(String))
    const mend = (cell: string) =>
      ({ O003600025: '36000,25', '19850715': '15/07/1985' })[cell] ?? cell
    const bytes = await writeSpreadsheet([
      { name: 'À corriger', header: head, rows: rows.map((cells) => cells.map(mend)) },
    ])
    const done = await sendBack(check, bytes, 'lignes.xlsx')
    expect(done.text).toContain('2 lignes sont remplacées')
    expect(await contentOf(check)).toBe(file(...mended().map(line)))
  })

  it('of a table come back into its own cells, and its other columns stay', async () => {
    const [one, two] = people()
    const table = (second: string) =>
      file(
        `${exampleHeader()};Service`,
        `${row({ memberNumber: one.memberNumber ?? '', identityNumber: 'BE200001' })};Paie`,
        `${second};"Atelier; B"`,
      )
    const wrong = { ...two, salary: '36O00,25' }
    const check = await send(table(row(wrong)), 'd.csv')
    const { text } = await take(check, 'a-corriger.csv')
    expect(text).toContain('"Atelier; B"')
    const done = await sendBack(check, text.replace(';36O00,25;', ';36000,25;'), 'lignes.csv')
    expect(done.text).toContain('Une ligne est remplacée')
    expect(await contentOf(check)).toBe(table(row({ ...wrong, salary: '36000,25' })))
  })

  it('find their place by the document when the number is what was wrong', async () => {
    const [one, two] = mended()
    const check = await send(file(line(one), line({ ...two, memberNumber: '   200002' })))
    const done = await sendBack(check, file(line(two)))
    expect(done.text).toContain('Une ligne est remplacée')
    expect(await contentOf(check)).toBe(file(line(one), line(two)))
  })
})

describe('lines whose place is not certain', () => {
  async function mustStay(check: Screen, sent: string, name: string, ...told: string[]) {
    const before = await contentOf(check)
    const answer = await sendBack(check, sent, name)
    expect(answer.status).toBe(422)
    for (const sentence of told) expect(answer.text).toContain(sentence)
    expect(await contentOf(check)).toBe(before)
    return answer
  }

  it('are told by name, and nothing is replaced: nobody, several, twice', async () => {
    const [one, two, three] = people()
    const check = await send(
      file(line(one), line(two), line(three), line({ ...three, salary: '0001000000' })),
    )
    const good = line({ ...two, salary: '0003600025' })
    const answer = await mustStay(
      check,
      file(
        good,
        line({ memberNumber: '000999999', identityNumber: 'XX999999', lastName: 'ZIANI' }),
        line({ ...three, bornOn: '15071985' }),
        good,
      ),
      'lignes.txt',
      'Rien n’a été remplacé : 3 lignes de votre fichier ne trouvent pas leur place.',
      'Ligne 2 de votre fichier, ZIANI FATIMA ZAHRA : personne dans la déclaration',
      'Ligne 3 de votre fichier, SLAOUI FATIMA ZAHRA : plusieurs lignes de la déclaration',
      'Ligne 4 de votre fichier, TAZI FATIMA ZAHRA : une autre ligne de votre fichier est déjà pour la ligne 2',
    )
    expect(answer.document.querySelector('details[open] [name="fichier"]')).not.toBeNull()
  })

  it('are those whose number names somebody else, or no line', async () => {
    const check = await send(file(...people().map(line)))
    const { text } = await take(check, 'a-corriger.csv')
    const shuffled = text.replace('\r\n2;', '\r\n1;').replace('\r\n3;', '\r\n77;')
    const answer = await mustStay(
      check,
      shuffled,
      'lignes.csv',
      'la ligne 1 de la déclaration est celle d’une autre personne',
      'la déclaration n’a pas de ligne 77',
    )
    expect(answer.text).toContain('2 lignes de votre fichier')
  })

  it('are not guessed from a file that is none of ours', async () => {
    const check = await send(file(...people().map(line)))
    for (const [content, sentence] of [
      ['', 'Choisissez le fichier des lignes corrigées.'],
      ['%PDF-1.7', 'Rien n’a été remplacé. '],
      ['%PDF-1.7', 'PDF'],
      [`${exampleHeader()}\r\n`, 'Ce fichier ne contient aucune ligne.'],
    ] as const) {
      const answer = await sendBack(check, content)
      expect([409, 422]).toContain(answer.status)
      expect(answer.text).toContain(sentence)
    }
    expect(await contentOf(check)).toBe(file(...people().map(line)))
  })

  it('change nothing when they are the lines that are there', async () => {
    const check = await send(file(...people().map(line)))
    const answer = await sendBack(check, file(line(people()[1])))
    expect(answer.text).toContain('rien n’a changé')
  })
})

describe('the whole file as it is corrected', () => {
  it('is sent again as it is, in its own layout: the same content (US27)', async () => {
    const check = await send(people().map(line).join('\n'))
    await sendBack(check, file(line(mended()[1])))
    const { text, headers } = await take(check, 'corrige.txt')
    expect(text).toBe([people()[0], mended()[1], people()[2]].map((one) => line(one)).join('\n'))
    expect(headers.get('content-disposition')).toContain('declaration-corrige.txt')
    const again = await send(text)
    expect(again.url).toBe(check.url.split('?')[0])
    expect(await contentOf(again)).toBe(text)
    expect(again.text).toContain('Il reste une ligne à corriger')
  })

  it('with the findings beside each line, it is sent again too: what the desk added says nothing', async () => {
    const table = file(
      exampleHeader(),
      ...people().map((one) => row({ ...one, salary: '36000,25' })),
    )
    const check = await send(table, 'd.csv')
    const { text } = await take(check, 'annote.csv')
    expect(text).toContain('\r\n2;')
    const again = await send(text, 'annote.csv')
    const said = (screen: Screen) => /Il reste [^;]*/.exec(screen.text)?.[0]
    expect(said(again)).toBe(said(check))
    const twice = await take(again, 'annote.csv')
    expect(twice.text.split('\r\n')[0]).toBe(text.split('\r\n')[0])
  })

  it('stays a workbook, with its other sheets, and reads the same', async () => {
    const rows = people().map((one) => row({ ...one, salary: '36O00,25' }).split(';'))
    const bytes = await writeSpreadsheet([
      { name: 'T3', header: exampleHeader().split(';'), rows },
      { name: 'Notes', header: ['Notes'], rows: [['=à garder']] },
    ])
    const check = await send(bytes, 'd.xlsx')
    const cause = paths.declarations.correctCause({
      id: idOf(check),
      cause: 'letter_in_number.salary',
    })
    const corrected = await clerk.submit(check, {}, cause)
    const workbook = await bytesOf(corrected, 'corrige.xlsx')
    const { openXlsx } = await import('hucre/xlsx')
    const { sheets } = await openXlsx(workbook)
    expect(sheets[1]?.rows[1]?.[0]).toBe('=à garder')
    expect(sheets[0]?.rows[1]?.[14]).toBe(36000.25)
    const ready = (screen: Screen) => /.* Il reste [^;]*/.exec(screen.text)?.[0].slice(-80)
    // Its text is another's: it would take the place of what was corrected here, and that is asked.
    const asked = await send(workbook, 'd.xlsx')
    expect(asked.text).toContain('porte votre travail : une correction.')
    const replaced = await clerk.submit(asked, {}, `${asked.url}/remplacer`)
    expect(ready(replaced)).toBe(ready(corrected))
  })

  it('is not offered in a layout that it has not', async () => {
    const check = await send(file(...people().map(line)))
    for (const name of [
      'corrige.xlsx',
      'annote.txt',
      'constats.txt',
      'autre.csv',
      'a-corriger.pdf',
    ])
      expect((await take(check, name)).status).toBe(404)
  })
})
