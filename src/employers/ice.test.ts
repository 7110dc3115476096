import { describe, expect, it } from 'vitest'
import { differenceOfIce, hasRightControl, parseIce } from './ice.ts'

function controlOf(text: string): boolean | undefined {
  const ice = parseIce(text)
  return ice && hasRightControl(ice)
}

describe('the ICE of a company', () => {
  it.each(['001561191000066', '002136093000040', '001527456000081', '002968168000088'])(
    '%s is right',
    (ice) => {
      expect(controlOf(ice)).toBe(true)
    },
  )

  it('is to be confirmed when its control digits do not match', () => {
    expect(controlOf('001561191000065')).toBe(false)
    expect(controlOf('001526374000085')).toBe(false)
  })

  it('has 15 digits, and may be typed with spaces', () => {
    expect(parseIce('001 561 191 0000 66')).toBe('001561191000066')
    expect(parseIce('00156119100006')).toBeUndefined()
    expect(parseIce('00156119100006A')).toBeUndefined()
  })
})

describe('an ICE beside the one on file', () => {
  const known = parseIce('001561191000066')

  it.each([
    ['001561191000066', undefined],
    ['001561197000066', { kind: 'digit', position: 9 }],
    ['001516191000066', { kind: 'exchanged', position: 5 }],
    ['001561191000082', { kind: 'control' }],
    ['001561191000163', { kind: 'establishment' }],
    ['002136093000040', { kind: 'company' }],
    // Two digits far apart are not a slip: another company has such a number.
    ['061561191000067', { kind: 'company' }],
  ] as const)('%s differs as %o', (text, difference) => {
    const typed = parseIce(text)
    expect(typed && known && differenceOfIce(typed, known)).toEqual(difference)
  })
})
