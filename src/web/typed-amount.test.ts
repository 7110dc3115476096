import * as fc from 'fast-check'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { centimes, formatDirhamsBare, largestDirhams, parseTypedDirhams } from '../money/index.ts'
import { findProjectRoot } from '../platform/project-root.ts'

interface BrowserAmount {
  readonly centimes: (typed: string) => bigint | null
  readonly written: (amount: bigint) => string
}

const file = path.join(findProjectRoot(), 'public/enhance/amount.js')
const browser: BrowserAmount = await import(pathToFileURL(file).href)

const byPortal = (typed: string) => {
  const read = parseTypedDirhams(typed)
  return read.ok ? read.value : null
}

it.each([
  '14 490,11',
  '14\u202f490,11\u00a0DH',
  '1.234,56',
  '1.234.567',
  '1234.5',
  '1.234',
  '1,234.56',
  '1,234,567',
  '1,234',
  '12 34',
  '٣٦٠٠٠٫٢٥',
  '۳۶۰۰۰٫۲۵',
  '\u2066٣٦٬٠٠٠٫٢٥ درهم\u2069',
  '３６０００',
  '0',
  '',
  '   ',
  '-5',
  'mille',
  '999 999 999 999,99',
  '1 000 000 000 000,00',
])('«%s» is read in the browser as the portal reads it', (typed) => {
  expect(browser.centimes(typed)).toBe(byPortal(typed))
})

it('reads whatever is typed, and writes every amount, as the portal does', () => {
  const keys = [...'0123456789٠٥۹,.٫٬ -DHMAD', '\u00a0', '\u202f', '\u200f', '\t']
  const typed = fc.string({ unit: fc.constantFrom(...keys), maxLength: 12 })
  fc.assert(
    fc.property(typed, (text) => {
      expect(browser.centimes(text)).toBe(byPortal(text))
    }),
  )
  const amount = fc.bigInt({ min: 0n, max: largestDirhams }).map((one) => centimes(one))
  fc.assert(
    fc.property(amount, (one) => {
      expect(browser.written(one)).toBe(formatDirhamsBare(one))
      expect(browser.centimes(browser.written(one))).toBe(one)
    }),
  )
})
