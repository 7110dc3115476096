import { describe, expect, it } from 'vitest'
import { isOtherName } from './company-name.ts'

describe('the name that was typed', () => {
  it('is the company’s, however it is written', () => {
    for (const typed of [
      'ATLAS TEXTILE',
      'Sté Atlas-Textile S.A.',
      'atlas  textile sa',
      'Textile Atlas',
    ]) {
      expect(isOtherName(typed, 'Atlas Textile SA')).toBe(false)
    }
    expect(isOtherName('Societe Generale des Peches', 'Société Générale des Pêches SARL')).toBe(
      false,
    )
  })

  it('is another’s when a word is missing or differs', () => {
    for (const typed of ['Atlas Confection SA', 'Atlas', 'Clinique Les Oliviers', '']) {
      expect(isOtherName(typed, 'Atlas Textile SA')).toBe(true)
    }
  })
})
