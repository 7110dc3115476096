import { describe, expect, it } from 'vitest'
import { csvCell, csvFile } from './csv.ts'

describe('AT100: a spreadsheet export', () => {
  it.each(['=1+1', '+212', '-2', '@SUM(A1)', '\t=1', '\r=1', '\0=1', '＝1'])(
    'never lets %j be a formula',
    (value) => {
      expect(csvCell(value)).toMatch(/^"'/)
    },
  )

  it('doubles quotes and encloses separators and line ends', () => {
    expect(csvCell('dit «"oui"»; puis')).toBe('"dit «""oui""»; puis"')
    expect(csvCell('deux\nlignes')).toBe('"deux\nlignes"')
  })

  it('opens with accents in a French spreadsheet', () => {
    expect(
      csvFile([
        ['Qui', 'Prénom'],
        ['a', 'é'],
      ]),
    ).toBe('\ufeffQui;Prénom\r\na;é\r\n')
  })
})
