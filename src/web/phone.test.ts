import { describe, expect, it } from 'vitest'
import { formatPhone, parseMobile, parsePhone } from './phone.ts'

describe('a telephone number', () => {
  it.each([
    ['06 61 23 45 67', '+212661234567'],
    ['+212 7 61-23-45-67', '+212761234567'],
    ['00212661234567', '+212661234567'],
    ['+33 6 12 34 56 78', '+33612345678'],
  ])('«%s» is the mobile %s', (typed, number) => {
    expect(parseMobile(typed)).toBe(number)
  })

  it.each(['05 22 00 00 00', '12345', '', 'bonjour', '+212 5 22 00 00 00'])(
    '«%s» is no mobile',
    (typed) => {
      expect(parseMobile(typed)).toBeUndefined()
    },
  )

  it('of a company may be a landline, and is shown as it is read aloud', () => {
    expect(formatPhone(parsePhone('0522000000') ?? '')).toBe('+212 5 22 00 00 00')
  })
})
