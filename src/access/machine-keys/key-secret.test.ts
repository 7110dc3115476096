import { describe, expect, it } from 'vitest'
import { isAllowedFrom, readAddress } from './key-address.ts'
import { isSecret, newSecret, startOfSecret } from './key-secret.ts'

describe('the secret of a key', () => {
  it('begins so that programs that look for secrets know it, and says whether it is of a demonstration', () => {
    expect(newSecret({ isTrial: false })).toMatch(/^guichet_[0-9A-Za-z]{46}$/)
    expect(newSecret({ isTrial: true })).toMatch(/^guichet_essai_[0-9A-Za-z]{46}$/)
  })

  it('is another one each time, and shows four of its forty letters', () => {
    const secrets = Array.from({ length: 100 }, () => newSecret({ isTrial: false }))
    expect(new Set(secrets).size).toBe(100)
    const [one = ''] = secrets
    expect(startOfSecret(one)).toBe(one.slice(0, 12))
  })

  it('mistyped, cut or dressed up is known without asking anybody', () => {
    const secret = newSecret({ isTrial: false })
    expect(isSecret(secret)).toBe(true)
    const swapped = secret.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
    for (const wrong of [swapped, secret.slice(1), `${secret}0`, `"${secret}"`, '', 'guichet_'])
      expect(isSecret(wrong)).toBe(false)
  })
})

describe('where a key may be used from', () => {
  it.each([
    ['196.200.10.4', '196.200.10.4'],
    [' 196.200.10.0/24 ', '196.200.10.0/24'],
    ['2001:DB8::/32', '2001:db8::/32'],
  ])('reads %s', (typed, read) => {
    expect(readAddress(typed)).toBe(read)
  })

  it.each([
    '300.1.1.1',
    '196.200.10.0/33',
    '0.0.0.0/0',
    '10.0.0.0/x',
    'fe80::1%eth0',
    'exemple.ma',
    '',
  ])('does not take %s', (typed) => {
    expect(readAddress(typed)).toBeUndefined()
  })

  it('is everywhere when nothing is said, and nowhere else when something is', () => {
    expect(isAllowedFrom([], '203.0.113.1')).toBe(true)
    expect(isAllowedFrom(['196.200.10.0/24'], '196.200.10.255')).toBe(true)
    expect(isAllowedFrom(['196.200.10.0/24'], '196.200.11.0')).toBe(false)
    expect(isAllowedFrom(['196.200.10.4'], 'unknown')).toBe(false)
  })
})
