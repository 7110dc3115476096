import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { letterKinds } from './letter.ts'
import { newReference, parseReference } from './reference.ts'

const aReference = fc.constantFrom(...letterKinds).map((kind) => newReference(kind))
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

describe('the code of a letter', () => {
  it('is two letters and twice four symbols, without I, L, O or U', () => {
    fc.assert(
      fc.property(aReference, (reference) => {
        expect(reference).toMatch(/^[A-Z]{2}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
        expect(parseReference(reference)).toBe(reference)
      }),
    )
  })

  it('is read as people type it', () => {
    fc.assert(
      fc.property(aReference, (reference) => {
        const typed = ` ${reference.toLowerCase().replaceAll('-', ' ')} `
        expect(parseReference(typed)).toBe(reference)
        const confused = reference.slice(0, 3) + reference.slice(3).replaceAll('0', 'o')
        expect(parseReference(confused.replaceAll('1', 'l'))).toBe(reference)
        const arabic = reference.replace(/\d/g, (digit) =>
          String.fromCharCode(0x0660 + Number(digit)),
        )
        expect(parseReference(arabic)).toBe(reference)
      }),
    )
  })

  it('one wrong symbol is noticed, wherever it is', () => {
    const place = fc.constantFrom(3, 4, 5, 6, 8, 9, 10, 11)
    fc.assert(
      fc.property(aReference, place, fc.nat(31), (reference, at, index) => {
        const wrong = alphabet[index] ?? ''
        fc.pre(wrong !== reference[at])
        expect(parseReference(reference.slice(0, at) + wrong + reference.slice(at + 1))).toBe(
          undefined,
        )
      }),
    )
  })

  it('two exchanged symbols are noticed', () => {
    fc.assert(
      fc.property(aReference, fc.nat(6), (reference, at) => {
        const bare = [...reference.replaceAll('-', '')]
        const [a, b] = [bare[at + 2] ?? '', bare[at + 3] ?? '']
        fc.pre(a !== b)
        bare[at + 2] = b
        bare[at + 3] = a
        expect(parseReference(bare.join(''))).toBe(undefined)
      }),
    )
  })

  it('nothing else is taken for one', () => {
    for (const typed of ['', 'AB', 'ZZ-0000-0000', "AB-0000-000'", 'AB-0000-0000-0', '005839']) {
      expect(parseReference(typed)).toBe(undefined)
    }
  })
})
