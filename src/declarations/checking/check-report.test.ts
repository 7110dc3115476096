import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { quarterFrom } from '../../calendar/index.ts'
import { exampleFile, exampleLine } from './example-line.ts'
import {
  type CheckContext,
  checkDeclaration,
  checkExitCode,
  checkReport,
  checkReportText,
  groupFindings,
  structure190FileName,
  writeStructure190,
} from './index.ts'

const folder = 'test/golden/declarations'

/** The reading of a golden file is kept beside it; UPDATE_GOLDEN=1 rewrites it, and the difference is reviewed. */
function readGolden(name: string, context?: CheckContext): { read: string; expected: string } {
  const report = checkReport(checkDeclaration(readFileSync(`${folder}/${name}.txt`), context))
  const read = `${JSON.stringify(report, null, 2)}\n`
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(`${folder}/${name}.json`, read)
  return { read, expected: readFileSync(`${folder}/${name}.json`, 'utf8') }
}

describe('the report of `guichet check --json`', () => {
  it('reads the golden file', () => {
    const { read, expected } = readGolden('CIMR_005839_T3_2024')
    expect(read).toBe(expected)
  })

  it('reads the file of a payroll program with its accidents', () => {
    const context = { employerNumber: '005839', quarter: quarterFrom('2024T3') }
    const { read, expected } = readGolden('payroll-accidents', context)
    expect(read).toBe(expected)
  })

  it('gives amounts as decimal texts and a correction only where there is one', () => {
    const report = checkReport(
      checkDeclaration(exampleFile(exampleLine(), exampleLine({ sex: 'f' }))),
    )
    expect(report.totals).toEqual([
      {
        category: '01',
        members: 1,
        salary: '36000.25',
        employee: '2160.02',
        employer: '2808.02',
        total: '4968.04',
      },
    ])
    expect(report.findings).toMatchObject([
      { line: 2, column: 10, code: 'member_duplicate' },
      { line: 2, column: 79, field: 'sex', severity: 'information', correction: 'F' },
    ])
    expect(report.findings[0]).not.toHaveProperty('correction')
  })
})

describe('lines still to confirm', () => {
  const confirmed = exampleLine({ memberNumber: '000123457', salary: '0000000000' })
  const result = checkDeclaration(exampleFile(exampleLine(), confirmed))

  it('are told apart from those that are ready, in words and to a script', () => {
    const text = checkReportText(result)
    expect(text).toContain('Totaux des lignes prêtes\nCatégorie 01, 1 ligne\u00a0: salaires 36')
    expect(text).toContain(
      'Totaux des lignes à confirmer\nCatégorie 01, 1 ligne\u00a0: salaires 0,00',
    )
    expect(text).toContain('Ensemble, prêtes et à confirmer\nCatégorie 01, 2 lignes')
    const report = checkReport(result)
    expect(report).toMatchObject({ accepted: 2, toConfirm: 1 })
    expect(report.totals).toMatchObject([{ members: 2, salary: '36000.25' }])
    expect(report.totalsToConfirm).toMatchObject([{ members: 1, salary: '0.00' }])
  })
})

describe('what a check without a portal has not checked', () => {
  const without = (context: CheckContext) =>
    checkReport(checkDeclaration(exampleFile(exampleLine()), context)).notChecked.map(
      ({ what }) => what,
    )

  it('is said, less what was told', () => {
    const portals = ['category_rate', 'known_members', 'last_declaration', 'fund_settings']
    expect(without({})).toEqual(['employer_number', 'category', 'period', ...portals])
    const told = { employerNumber: '005839', categoryCodes: ['01'], quarter: quarterFrom('2024T3') }
    expect(without(told)).toEqual(portals)
    expect(checkReportText(checkDeclaration(exampleFile(exampleLine()), told))).toContain(
      'Ce contrôle n’a pas tout vu. Reste à contrôler :\n  - le taux de votre catégorie',
    )
  })

  it('is nothing where the portal has said all it knows, nor of what is no declaration', () => {
    const terms = { category: '01', employeeRate: 600, employerRate: 780, product: 'al_kamil' }
    const all = { employerNumber: '005839', quarter: quarterFrom('2024T3'), categories: [terms] }
    expect(without({ ...all, knownMembers: [], variationPercent: 30 })).toEqual([])
    expect(checkReport(checkDeclaration(new Uint8Array())).notChecked).toEqual([])
  })
})

describe('the verdict a script reads', () => {
  it.each([
    ['nothing to say', exampleFile(exampleLine()), 0],
    ['only things to confirm', exampleFile(exampleLine({ salary: '0000000000' })), 0],
    ['a blocking finding', exampleFile(exampleLine({ salary: '' })), 1],
    ['a file that is no declaration', new TextEncoder().encode('matricule;nom\n'), 2],
    ['an empty file', new Uint8Array(), 2],
  ])('%s', (_case, bytes, code) => {
    expect(checkExitCode(checkDeclaration(bytes))).toBe(code)
  })
})

describe('the report for a person', () => {
  const lines = Array.from({ length: 6 }, (_, index) =>
    exampleLine({ memberNumber: `00000000${index + 1}`, salary: '00O0012345' }),
  )
  const result = checkDeclaration(exampleFile(...lines, exampleLine()))

  it('says what is ready, then causes with their count, then totals', () => {
    const text = checkReportText(result)
    expect(text).toContain('7 lignes lues (utf-8, fins de ligne CRLF).')
    expect(text).toContain('1 ligne sur 7 est prête\u00a0: 6 à corriger.')
    expect(text).toContain(
      '[Bloquant] Ligne 1, salaire : «00O0012345» contient une lettre O. Remplacez-la par un zéro.',
    )
    expect(text).toContain('Correction proposée : «0000012345»')
    expect(text).toContain('… et 3 autres lignes avec le même constat.')
    expect(text).toContain('total 4\u202f968,04\u00a0DH')
    expect(text).not.toContain('Ligne 4')
  })

  it('says it in Arabic', () => {
    const text = checkReportText(result, 'ar')
    expect(text).toContain('السطر 1، الأجر: «\u206600O0012345\u2069»')
    expect(text).toContain('4\u202f968,04\u00a0درهم')
  })

  it('says of an empty file that it is empty, and nothing else', () => {
    expect(checkReportText(checkDeclaration(new Uint8Array())).trim().split('\n')).toEqual([
      '[Bloquant] Le fichier ne contient aucune ligne. Vérifiez que vous envoyez le bon fichier.',
    ])
  })

  it('says once that a whole file is of another period', () => {
    const other = checkDeclaration(exampleFile(exampleLine(), exampleLine()), {
      quarter: quarterFrom('2024T4'),
      categoryCodes: ['02'],
    })
    const text = checkReportText(other)
    expect(text.match(/\[Bloquant\]/g)).toHaveLength(1)
    expect(text).toContain(
      'Ce fichier est du 3e trimestre 2024, catégorie 01, alors que vous déclarez ici le 4e trimestre 2024, catégorie 02.',
    )
  })

  it('says why a file cannot be read', () => {
    const text = checkReportText(checkDeclaration(new TextEncoder().encode('a;b\n')))
    expect(text).toContain('Ce fichier n’a pas pu être lu')
    expect(text).toContain('190 caractères, la première en compte 3')
  })

  it('groups findings by cause, the blocking ones first', () => {
    const more = checkDeclaration(
      exampleFile(...lines, exampleLine({ firstName: 'Zoé', salary: '0000000000' })),
    )
    expect(
      groupFindings(more.findings).map(({ code, count, correctable }) => [
        code,
        count,
        correctable,
      ]),
    ).toEqual([
      ['letter_in_number', 6, 6],
      ['salary_zero', 1, 0],
      ['name_rewritten', 1, 1],
    ])
  })
})

describe('the file given back to the employer', () => {
  const { declaredLines } = checkDeclaration(readFileSync(`${folder}/CIMR_005839_T3_2024.txt`))

  it('is the golden file, byte for byte', () => {
    expect(writeStructure190(declaredLines)).toBe(
      readFileSync(`${folder}/CIMR_005839_T3_2024.txt`, 'utf8'),
    )
    expect(structure190FileName('005839', quarterFrom('2024T3'))).toBe('CIMR_005839_T3_2024.txt')
  })

  it('pre-filled, holds everything but the salaries, which are then asked for', () => {
    const prefilled = writeStructure190(declaredLines.map((line) => ({ ...line, salary: null })))
    const { findings, accepted } = checkDeclaration(new TextEncoder().encode(prefilled))
    expect(accepted).toBe(0)
    expect(
      findings.filter(({ code }) => code === 'salary_missing').map(({ line }) => line),
    ).toEqual([1, 2, 3])
    expect(findings.filter(({ severity }) => severity === 'blocking')).toHaveLength(3)
  })

  it('writes names in the fund’s letters and never cuts a number or an address', () => {
    const [line] = declaredLines
    if (!line) throw new Error('no golden line')
    const written = writeStructure190([
      { ...line, lastName: 'Ben-Aïcha', email: `${'a'.repeat(30)}@exemple.ma` },
    ])
    expect(checkDeclaration(new TextEncoder().encode(written)).declaredLines).toMatchObject([
      { lastName: 'BEN AICHA', email: null },
    ])
    expect(() => writeStructure190([{ ...line, salary: 10_000_000_000n as never }])).toThrow(
      RangeError,
    )
  })
})
