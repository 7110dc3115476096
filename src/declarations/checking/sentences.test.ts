import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fieldNames } from './fields.ts'
import { finding } from './finding.ts'
import {
  checkWords,
  type Finding,
  type FindingCode,
  findingAdvice,
  findingSentence,
  severities,
} from './index.ts'

const codes = Object.keys(severities) as FindingCode[]

/** A finding with every value a sentence may ask for. */
function anyFinding(code: FindingCode): Finding {
  return finding({ line: 214, column: 99, field: 'salary' }, code, {
    value: code.startsWith('quarter') ? '2024T1' : 'lu',
    correction: 'proposé',
    params: {
      active: '01, 02',
      age: '17',
      amount: '1234.56',
      bornOn: '1985-07-15',
      category: '01',
      cell: 'O214',
      character: 'U+0009',
      column: 'Nom',
      columns: 'Nom, Prénom',
      count: '2',
      days: '12',
      crlf: '3',
      digit: '0',
      expected: '190',
      first: '2024T2',
      firstLine: '12',
      firstName: 'YOUSSEF',
      joinedOn: '2010-03-01',
      known: 'BENNANI',
      last: '24000.00',
      lastMembers: '41',
      lastQuarter: '2024T2',
      lastName: 'BENNANI',
      left: '7',
      length: '189',
      letter: 'O',
      letters: 'W',
      lf: '4',
      limit: '10',
      longest: '25',
      members: '42',
      name: 'BENNANI YOUSSEF',
      net: '300.00',
      open: '2024T4',
      order: 'B00, B01',
      percent: '-39',
      quarter: '2024T3',
      rate: '6,00',
      restored: '36000.50',
      salary: '5000.00',
      situation: 'SO',
      trancheLine: '5',
    },
  })
}

describe('the sentences', () => {
  it.each(codes)('%s is said whole in French and in Arabic', (code) => {
    for (const language of ['fr', 'ar'] as const) {
      for (const found of [anyFinding(code), finding({ line: 1, column: 1, field: null }, code)]) {
        const sentence = findingSentence(found, language)
        expect(sentence).not.toMatch(/undefined|null|\[object|!/)
        expect(sentence.trim()).toMatch(/[.?؟]$/)
      }
      expect(findingSentence(anyFinding(code), language)).not.toMatch(/ {2}|\(\)|« *»|« *«/)
    }
  })

  it('say where, what is wrong and what to do', () => {
    const found = finding({ line: 214, column: 101, field: 'salary' }, 'letter_in_number', {
      value: '00O12345',
      params: { letter: 'O', digit: '0' },
    })
    expect(findingSentence(found, 'fr')).toBe(
      'Ligne 214, salaire : «00O12345» contient une lettre O. Remplacez-la par un zéro.',
    )
    expect(findingAdvice(found, 'fr')).toBe(
      '«00O12345» contient une lettre O. Remplacez-la par un zéro.',
    )
    expect(findingSentence(found, 'ar')).toBe(
      'السطر 214، الأجر: «\u206600O12345\u2069» يحتوي على الحرف O. عوضوه بصفر.',
    )
  })

  it('write amounts, days and quarters as the portal does', () => {
    expect(findingSentence(anyFinding('salary_variation'), 'fr')).toBe(
      'Ligne 214, salaire (O214) : 1\u202f234,56\u00a0DH, contre 24\u202f000,00\u00a0DH au trimestre précédent (\u221239 %). Confirmez ou corrigez.',
    )
    expect(findingSentence(anyFinding('exit_before_joining'), 'fr')).toContain('(01/03/2010)')
    expect(findingSentence(anyFinding('joined_after_quarter'), 'ar')).toContain('الفصل الثالث 2024')
  })

  it('name every field in both languages, without two fields of one name', () => {
    for (const language of ['fr', 'ar'] as const) {
      const labels = fieldNames.map((name) => checkWords(language).fields[name])
      expect(new Set(labels).size).toBe(fieldNames.length)
    }
  })

  it('are all explained in docs/domain/contribution-file.md, with the same weight', () => {
    const page = readFileSync('docs/domain/contribution-file.md', 'utf8')
    for (const code of codes) {
      expect(page).toContain(`| \`${code}\` | ${severities[code].replace('_', ' ')} |`)
    }
  })
})
