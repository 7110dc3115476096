import { describe, expect, it } from 'vitest'
import { formatSize } from './format-size.ts'

describe('the size of a file', () => {
  it.each([
    [1, '1 octet'],
    [41, '41 octets'],
    [999, '999 octets'],
    [1000, '1 ko'],
    [12_540, '12,5 ko'],
    [3_210_000, '3,2 Mo'],
  ])('of %i bytes is said as %s, never as nothing', (bytes, said) => {
    expect(formatSize(bytes, 'fr').replace(/[\u00a0\u202f]/g, ' ')).toBe(said)
    expect(formatSize(bytes, 'ar')).toMatch(/^[\d,]+\D/)
  })
})
