import { describe, expect, it } from 'vitest'
import { newCode, parseCode } from './code.ts'

describe('a code to copy from paper', () => {
  it('is read back, in groups of four, whatever its length', () => {
    for (const symbols of [8, 12]) {
      const code = newCode('AT', symbols)
      expect(code).toMatch(symbols === 8 ? /^AT(-\w{4}){2}$/ : /^AT(-\w{4}){3}$/)
      expect(parseCode(code.toLowerCase().replaceAll('-', ' '), ['AT'], symbols)).toBe(code)
      expect(parseCode(code, ['TR'], symbols)).toBeUndefined()
      expect(parseCode(code, ['AT'], symbols + 1)).toBeUndefined()
    }
  })

  it('begins with letters that cannot be taken for others', () => {
    expect(() => newCode('VI', 8)).toThrow(RangeError)
  })
})
