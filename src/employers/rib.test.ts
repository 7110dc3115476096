import { describe, expect, it } from 'vitest'
import { ibanOf, maskedRib, parseRib, ribKey } from './rib.ts'

describe('a bank account number', () => {
  it.each([
    '001810007800020110620318',
    '011519000001205000534921',
    '007780000123456789012396',
    '011780000012345678901296',
    '022780000100000000000118',
    '013810000000000000009794',
    '230780000000000000000039',
  ])('%s is accepted', (rib) => {
    expect(parseRib(rib)).toEqual({ ok: true, value: rib })
  })

  it('has a key from 01 to 97, on two digits', () => {
    expect(parseRib('007780000000000000002197').ok).toBe(true)
    expect(parseRib('007780000000000000005301').ok).toBe(true)
    expect(parseRib('007780000000000000001809').ok).toBe(true)
    expect(ribKey('2308103503105221011200')).toBe('50')
  })

  it('is refused when its key does not hold', () => {
    expect(parseRib('230810350310522101120034')).toEqual({ ok: false, reason: 'key' })
    expect(parseRib('007780000123456789012345')).toEqual({ ok: false, reason: 'key' })
  })

  it('is refused when two digits were swapped', () => {
    expect(parseRib('007780000123456798012396')).toEqual({ ok: false, reason: 'key' })
  })

  it('may be pasted with spaces, dashes, or as an IBAN', () => {
    const rib = { ok: true, value: '011519000001205000534921' }
    expect(parseRib(' 011 519 0000012050005349 21 ')).toEqual(rib)
    expect(parseRib('MA64 0115 1900 0001 2050 0053 4921')).toEqual(rib)
  })

  it('says what is wrong: letters, or a digit too few', () => {
    expect(parseRib('01151900000120500053492I')).toEqual({ ok: false, reason: 'characters' })
    expect(parseRib('01151900000120500053492')).toEqual({ ok: false, reason: 'length' })
    expect(parseRib('')).toEqual({ ok: false, reason: 'length' })
  })

  it('gives the IBAN of the registry sample, and is shown without its middle', () => {
    const parsed = parseRib('011519000001205000534921')
    if (!parsed.ok) throw new Error('a good RIB')
    expect(ibanOf(parsed.value)).toBe('MA64011519000001205000534921')
    expect(maskedRib(parsed.value)).toBe('011 519 •••• 5349 21')
  })
})
