import { describe, expect, it } from 'vitest'
import type { Coverage } from './font-coverage.ts'
import { cutLongWords, directionOfText, plainSentence, plainValue } from './printable-text.ts'

const range = (first: number, last: number): Coverage =>
  new Set(Array.from({ length: last - first + 1 }, (_, index) => first + index))
const latin = new Set([...range(0x20, 0x17f), 0x202f, 0x2019, 0xfffd])
const arabic = range(0x600, 0x6ff)
const fonts = [latin, arabic]

describe('a value somebody typed', () => {
  it('loses its control characters and keeps its words apart', () => {
    expect(plainValue('Atlas\u0000\u0007\u0085 Conserves\r\n\tSARL\u2028Rabat', fonts)).toBe(
      'Atlas Conserves   SARL Rabat',
    )
  })

  it('cannot turn the reading direction over', () => {
    for (const control of '\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c') {
      expect(plainValue(`1000${control}9`, fonts)).toBe('10009')
    }
  })

  it('keeps accents however they were typed', () => {
    expect(plainValue('Socie\u0301te\u0301 d\u2019Essaouira', fonts)).toBe('Société d’Essaouira')
  })

  it('keeps the narrow space inside an amount', () => {
    expect(plainValue('14\u202f490,11', fonts)).toBe('14\u202f490,11')
  })

  it('shows a mark in place of what our fonts cannot draw', () => {
    expect(plainValue('Café 😀 漢 \ue000 \ud800', fonts)).toBe('Café \ufffd \ufffd \ufffd \ufffd')
  })

  it('drops an accent that the font of its letter has not', () => {
    expect(plainValue('م\u0301\u064e', fonts)).toBe('م\u064e')
    expect(plainValue('q\u064e', fonts)).toBe('q')
  })
})

describe('a sentence of ours', () => {
  it('keeps the isolates around a name', () => {
    expect(plainSentence('إلى \u2066a@b.example\u2069 و \u2068Atlas\u2069', fonts)).toBe(
      'إلى \u2066a@b.example\u2069 و \u2068Atlas\u2069',
    )
  })

  it('loses them all when the name inside brought its own', () => {
    expect(plainSentence('إلى \u2068Atlas\u2069\u2069 SARL', fonts)).toBe('إلى Atlas SARL')
    expect(plainSentence('إلى \u2068At\u202elas\u2069', fonts)).toBe('إلى \u2068Atlas\u2069')
  })
})

describe('the direction of a value', () => {
  it.each([
    ['Société Atlas', 'ltr'],
    ['شركة Atlas', 'rtl'],
    ['14\u202f490,11', 'ltr'],
    ['15 يوليوز 2026', 'rtl'],
    ['+212 6 61 00 00 00', 'ltr'],
    ['—', 'ltr'],
  ] as const)('of %s is %s', (text, direction) => {
    expect(directionOfText(text)).toBe(direction)
  })
})

describe('words too long for their line', () => {
  it('are cut without losing a character', () => {
    const text = `Empreinte ${'9f86d081'.repeat(8)} du fichier`
    const pieces = cutLongWords(text, 34)
    expect(pieces.join('')).toBe(text)
    expect(Math.max(...pieces.slice(1, -1).map((piece) => piece.length))).toBe(4)
  })

  it('are never cut between a letter and its mark', () => {
    const pieces = cutLongWords('سَ'.repeat(20), 10)
    expect(pieces.every((piece) => !/^\p{M}/u.test(piece))).toBe(true)
  })

  it('leave ordinary sentences whole', () => {
    expect(cutLongWords('Personne déléguée', 34)).toEqual(['Personne déléguée'])
  })
})
