import { describe, expect, it } from 'vitest'
import { mailPieces } from './mail-text.ts'

const origin = 'http://localhost:3000'

describe('the text of a mail', () => {
  it('has the portal’s own addresses as links, by their path', () => {
    const pieces = mailPieces('Ouvrez\nhttp://localhost:3000/suivi?x=1\nMerci', origin)
    expect(pieces).toEqual([
      { text: 'Ouvrez\n' },
      { text: 'http://localhost:3000/suivi?x=1', href: '/suivi?x=1' },
      { text: '\nMerci' },
    ])
  })

  it.each([
    'https://ailleurs.example/suivi',
    'http://localhost:3000@ailleurs.example/',
    'http://localhost:3000.ailleurs.example/',
    'javascript:alert(1)',
    'http://',
  ])('leaves %s as plain text', (address) => {
    expect(mailPieces(address, origin).every(({ href }) => href === undefined)).toBe(true)
  })
})
