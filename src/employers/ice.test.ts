import { describe, expect, it } from 'vitest'
import { hasRightControl, parseIce } from './ice.ts'

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
