import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { findProjectRoot } from '../platform/project-root.ts'

const root = findProjectRoot()
const golden = 'test/golden/declarations/CIMR_005839_T3_2024'
const accidents = 'test/golden/declarations/payroll-accidents'

function check(...args: string[]): { code: number | null; out: string; err: string } {
  const done = spawnSync(process.execPath, [path.join(root, 'bin/guichet.mjs'), 'check', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  })
  return { code: done.status, out: done.stdout, err: done.stderr }
}

const read = (name: string) => readFileSync(path.join(root, name), 'utf8')

describe('guichet check', () => {
  it('reads the golden file: nothing blocking, code 0, the expected report', () => {
    const { code, out, err } = check(`${golden}.txt`, '--json')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toBe(read(`${golden}.json`))
  })

  it('reads the CNSS’s own file (e-BDS) by its own rules', () => {
    const bds = 'test/golden/declarations/DS_1234567_202409'
    const { code, out } = check(`${bds}.txt`, '--json')
    expect(code).toBe(0)
    expect(out).toBe(read(`${bds}.json`))
  })

  it('finds the accidents of a payroll program: code 1, each with its line and column', () => {
    const facts = ['--employer', '005839', '--period', '2024T3']
    const { code, out } = check(`${accidents}.txt`, '--json', ...facts)
    expect(code).toBe(1)
    expect(out).toBe(read(`${accidents}.json`))
  })

  it('says it in words, in French and in Arabic', () => {
    expect(check(`${golden}.txt`).out).toContain('2 lignes sur 3 sont prêtes\u00a0: 1 à confirmer.')
    expect(check(`${golden}.txt`, '--lang', 'ar').out).toContain('السطر 3')
  })

  it('knows whose file, which category and which quarter it should be, when it is told', () => {
    const codes = (...facts: string[]) => {
      const { code, out } = check(`${golden}.txt`, '--json', ...facts)
      const { findings } = JSON.parse(out) as { findings: { code: string }[] }
      return { code, found: [...new Set(findings.map((one) => one.code))] }
    }
    const own = 'new_member_without_identity'
    const right = ['--employer', '005839', '--category', '01', '--period', '2024T3']
    expect(codes(...right)).toEqual({ code: 0, found: [own] })
    expect(codes('--employer', '004127')).toEqual({
      code: 1,
      found: ['file_of_other_employer'],
    })
    expect(codes('--employer', '004127', '--period', '2024T4').found).toEqual([
      'file_of_other_employer',
    ])
    expect(codes('--category', '02').found).toEqual(['file_of_other_period'])
    expect(codes('--period', '2024T4').found).toEqual(['file_of_other_period'])
    expect(check(`${golden}.txt`, '--employer', '004127').out).toContain(
      'Ce fichier porte le N° Adhérent «005839», alors que vous déclarez ici pour le 004127.',
    )
  })

  it('--fix writes the file with its safe corrections, and reports on what remains', () => {
    const fixed = path.join(mkdtempSync(path.join(tmpdir(), 'guichet-fix-')), 'fixed.txt')
    const before = JSON.parse(check(`${accidents}.txt`, '--json').out) as { accepted: number }
    const { code, out, err } = check(`${accidents}.txt`, '--json', '--fix', fixed)
    expect(code).toBe(1)
    expect(err).toMatch(
      /^\d+ corrections appliquées\. Il reste \d+ constats, dont \d+ bloquants\.\n$/,
    )
    const after = JSON.parse(out) as { accepted: number }
    expect(after.accepted).toBeGreaterThan(before.accepted)
    expect(check(fixed, '--json').out).toBe(out)
    expect(check(`${golden}.txt`, '--fix', '/nowhere/fixed.txt').code).toBe(2)
  })

  it('--fix never writes onto the file that it checks, by whatever name', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'guichet-fix-'))
    const own = path.join(folder, 'paie.txt')
    copyFileSync(path.join(root, `${accidents}.txt`), own)
    const { code, out, err } = check(own, '--fix', path.join(folder, '.', 'paie.txt'))
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('indiquez un autre nom, et gardez l’original')
    expect(readFileSync(own)).toEqual(readFileSync(path.join(root, `${accidents}.txt`)))
  })

  it('says that a file is of several companies, when none is named', () => {
    const both = path.join(mkdtempSync(path.join(tmpdir(), 'guichet-check-')), 'toutes.txt')
    const lines = read(`${golden}.txt`)
    writeFileSync(both, lines + lines.replaceAll('005839', '004127'))
    expect(check(both).out).toContain(
      'Ce fichier porte les lignes de plusieurs entreprises : 004127, 005839.',
    )
    expect(check(`${golden}.txt`).out).not.toContain('plusieurs entreprises :')
  })

  it('gives code 2 and says why for what is no declaration', () => {
    const { code, out } = check('package.json')
    expect(code).toBe(2)
    expect(out).toContain('Ce fichier n’a pas pu être lu')
    const asJson = check('package.json', '--json')
    expect(asJson.code).toBe(2)
    expect(JSON.parse(asJson.out)).toMatchObject({ layout: null, lines: 0, accepted: 0 })
  })

  it('gives code 2 and a sentence for a missing file, a folder, or an option it cannot read', () => {
    expect(check('nowhere.txt')).toEqual({
      code: 2,
      out: '',
      err: 'Le fichier nowhere.txt n’existe pas.\n',
    })
    expect(check('src').err).toBe('src est un dossier : indiquez un fichier.\n')
    expect(check().err).toContain('Indiquez un fichier à contrôler')
    expect(check('--lang', 'ar').err).toContain('اذكروا ملفا واحدا')
    expect(check(`${golden}.txt`, '--period', 'T3').err).toContain('par exemple 2024T3')
    const unknown = check(`${golden}.txt`, '--colour', '--lang=ar')
    expect(unknown).toMatchObject({ code: 2, out: '' })
    expect(unknown.err).toContain('خيار غير معروف')
    expect(check(`${golden}.txt`, '--lang', 'en').code).toBe(2)
  })
})
