import { execFile } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arabicLetter, frenchLetter } from '../../../test/support/printed-letters.ts'
import { readPdf } from '../../../test/support/read-pdf.ts'
import { findProjectRoot } from '../project-root.ts'
import type { PrintedBlock, PrintedDocument } from './printed-document.ts'
import { createPdfRenderer, mostPrintedRows } from './render-pdf.ts'

const run = promisify(execFile)
const renderer = createPdfRenderer()
const print = async (document: PrintedDocument) => readPdf(await renderer.render(document))

const withBlocks = (...blocks: PrintedBlock[]): PrintedDocument => ({ ...frenchLetter, blocks })
const withValues = (...values: string[]) =>
  withBlocks({ kind: 'rows', rows: values.map((value) => ({ label: 'Nom', value })) })

const activeFeatures =
  /\/(JS|JavaScript|OpenAction|AA|Launch|URI|GoToR|SubmitForm|AcroForm|EmbeddedFiles?|RichMedia|Encrypt)\b/

describe('a printed letter', () => {
  it('carries every answer in French', async () => {
    const { text, pages } = await print(frenchLetter)
    expect(pages).toBe(1)
    for (const words of [
      'Caisse de Retraite Interprofessionnelle',
      'Réinitialisation du mot de passe de la personne déléguée',
      'RM-7K2M-9QWE-4',
      'Société Atlas Conserves SARL',
      'salma.bennani@atlas-conserves.example',
      'Téléphone—',
      'Cachet de l’entreprise',
      'Page 1 sur 1',
    ]) {
      expect(text).toContain(words)
    }
  })

  it('carries every answer in Arabic, with amounts and Latin names the right way round', async () => {
    const { text, pages } = await print(arabicLetter)
    expect(pages).toBe(1)
    for (const words of [
      'المفوض',
      'سلمى',
      'درهم',
      '1\u202f234\u202f567,89',
      'Société Atlas Conserves (SARL)',
      'agence.virtuelle@caisse.example',
      'RM-7K2M-9QWE-4',
    ]) {
      expect(text).toContain(words)
    }
  })

  it('can be read aloud: it says it is PDF/UA, its language, its title and what its barcode is', async () => {
    const { metadata, structure } = await print(arabicLetter)
    expect(metadata).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(metadata).toContain(arabicLetter.title)
    expect(metadata).toContain('<rdf:li>ar</rdf:li>')
    expect(structure).toContain('/S /H1')
    expect(structure).toContain('/S /Figure')
    expect(structure).toContain('/Marked true')
  })

  it('is the same file every time, dated by the letter and not by the clock', async () => {
    const [first, second] = [
      await renderer.render(frenchLetter),
      await createPdfRenderer().render(frenchLetter),
    ]
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
    expect(readPdf(first).metadata).toContain('2026-11-23T10:15:00Z')
  })

  it.each([
    ['letter.fr.pdf', frenchLetter],
    ['letter.ar.pdf', arabicLetter],
  ])('has not changed since %s was looked at', async (name, letter) => {
    const golden = path.join(import.meta.dirname, '../../../test/golden/pdf', name)
    const bytes = Buffer.from(await renderer.render(letter))
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(golden, bytes)
    expect(existsSync(golden)).toBe(true)
    expect(bytes.equals(readFileSync(golden)), 'Look at it, then run with UPDATE_GOLDEN=1').toBe(
      true,
    )
  })
})

describe('hostile values', () => {
  const corpus = [
    ') /JS (app.alert(1)) /OpenAction << /S /JavaScript >>',
    'endobj 1 0 obj << /AA << /O 2 0 R >> >>',
    '#image("http://127.0.0.1:9/x.png")',
    '#sys.inputs.document',
    '#include "../../../package.json"',
    '= Titre *gras* _italique_ $x^2$ `code` @renvoi <label> //x \\ #[#]',
    '<script>alert(1)</script>',
    'https://evil.example/a?b=c',
    '"}],"title":"pris"',
    '{page} {pages}',
  ]

  it('stay text in rows, tables, titles and references', async () => {
    const document: PrintedDocument = {
      ...withValues(...corpus),
      title: corpus.slice(0, 3).join(' '),
      fund: { name: corpus[6] ?? '', address: [corpus[5] ?? ''] },
    }
    const table: PrintedBlock = {
      kind: 'table',
      columns: [{ heading: corpus[0] ?? '', share: 1 }],
      rows: corpus.map((each) => [each]),
      totals: [corpus[3] ?? ''],
    }
    const { text, structure } = await print({ ...document, blocks: [...document.blocks, table] })
    for (const each of corpus) expect(text.split(each).length).toBeGreaterThan(2)
    expect(structure).not.toMatch(activeFeatures)
  })

  it('cannot turn an amount over', async () => {
    const { text } = await print(
      withValues('Payer \u202e000 9\u202c DH', 'Payer \u2067000 9\u2069 DH'),
    )
    expect(text.split('Payer 000 9 DH')).toHaveLength(3)
  })

  it('of 5,000 characters wrap, with or without spaces', async () => {
    const { text, pages } = await print(
      withValues('Nom'.repeat(1667), 'Très long nom '.repeat(357)),
    )
    expect(text.split('Nom').length).toBeGreaterThan(1_600)
    expect(text.split('Très long nom').length).toBeGreaterThan(350)
    expect(pages).toBeGreaterThan(1)
  })

  it('in any script whatever never stop the printing', async () => {
    const anything = fc.array(fc.string({ unit: 'binary', maxLength: 60 }), {
      minLength: 30,
      maxLength: 30,
    })
    await fc.assert(
      fc.asyncProperty(anything, async (values) => {
        const bytes = await renderer.render({
          ...withValues('\ud800', 'َ', ...values),
          title: values[0] ?? '',
        })
        expect(bytes.length).toBeGreaterThan(1000)
      }),
      { numRuns: 20 },
    )
  })
})

describe('a long document', () => {
  const columns = [
    { heading: 'Catégorie', share: 1 },
    { heading: 'Montant (DH)', align: 'end', ltr: true },
  ] as const
  const tableOf = (rows: number): PrintedBlock => ({
    kind: 'table',
    columns,
    rows: Array.from({ length: rows }, (_, index) => [`Ligne ${index}`, '14\u202f490,11']),
    totals: ['Total', '1\u202f014\u202f307,70'],
  })

  it('repeats its headings on every page and prints its totals once', async () => {
    const { text, pages } = await print(withBlocks(tableOf(120)))
    expect(pages).toBeGreaterThan(2)
    expect(text.split('Montant (DH)')).toHaveLength(pages + 1)
    expect(text.split('1\u202f014\u202f307,70')).toHaveLength(2)
    expect(text).toContain(`Page ${pages} sur ${pages}`)
  })

  it('keeps the places for signature and stamp on one page', async () => {
    const boxes = frenchLetter.blocks.filter(({ kind }) => kind === 'boxes')
    for (const rows of [10, 14, 18, 22, 26]) {
      const { text } = await print(withBlocks(tableOf(rows), ...boxes))
      const page = text.split('\n').find((each) => each.includes('Fait le')) ?? ''
      expect(page).toContain('SignatureFait le')
      expect(page).toContain('Cachet de l’entreprise')
    }
  })

  it('is refused beyond a thousand rows, which a CSV file serves better', async () => {
    await expect(renderer.render(withBlocks(tableOf(mostPrintedRows + 1)))).rejects.toThrow(
      RangeError,
    )
  })

  it('gives its memory back', async () => {
    const script = path.join(findProjectRoot(), 'test/support/print-many.ts')
    // In a program of its own: what other files of tests take meanwhile is not the printer's.
    const { stdout } = await run(process.execPath, ['--import', 'tsx', script])
    expect(Number.parseFloat(stdout)).toBeLessThan(60)
  })
})
