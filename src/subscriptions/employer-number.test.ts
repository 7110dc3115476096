import { describe, expect, it } from 'vitest'
import { parseEmployerNumber } from './employer-number.ts'

describe('the N° Adhérent', () => {
  it.each([
    ['005839', '005839', false],
    [' 005 839 ', '005839', false],
    ['5839', '005839', true],
    ['٥٨٣٩', '005839', true],
    ['00-58-39', '005839', false],
  ])('reads «%s» as %s', (typed, value, completed) => {
    expect(parseEmployerNumber(typed)).toEqual({ ok: true, value, completed })
  })

  it.each([
    ['', 'missing'],
    ['  ', 'missing'],
    ['58O9', 'characters'],
    ["1' or 1=1", 'characters'],
    ['0058390', 'too_long'],
  ])('refuses «%s»', (typed, reason) => {
    expect(parseEmployerNumber(typed)).toEqual({ ok: false, reason })
  })
})
