import { describe, expect, it } from 'vitest'
import { frenchSpaces } from './french-spaces.ts'

describe('French spaces', () => {
  it('keep a line from breaking before a high mark or inside quotation marks', () => {
    const words = frenchSpaces({
      question: 'Toujours là ?',
      list: ['« Suivre mon dossier »'],
      rate: (percent: string) => `Taux : ${percent} %`,
    })
    expect(words.question).toBe('Toujours là\u00a0?')
    expect(words.list).toEqual(['«\u00a0Suivre mon dossier\u00a0»'])
    expect(words.rate('6,00')).toBe('Taux\u00a0: 6,00\u00a0%')
  })

  it('leave times, addresses and figures alone', () => {
    const words = { time: 'à 11:05', url: 'https://portail.example/?a=1', list: 'un ; deux' }
    expect(frenchSpaces(words)).toEqual({ ...words, list: 'un\u00a0; deux' })
  })
})
