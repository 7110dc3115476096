import { describe, expect, it } from 'vitest'
import { wordsIn } from '../../../web/words/index.ts'
import { parseCeilings } from './ceilings-form.ts'

const words = wordsIn('fr').administration.ceilings

describe('the two ceilings', () => {
  it('name each its own mistake', () => {
    const form = parseCeilings({ perOrder: 'douze', perDay: '-5' }, words)
    expect(form).toMatchObject({ ok: false, errors: words.wrong })
    expect(words.wrong.perOrder).not.toBe(words.wrong.perDay)
  })

  it('are none when left empty, and a day takes at least one order', () => {
    expect(parseCeilings({ perOrder: '', perDay: ' ' }, words)).toEqual({
      ok: true,
      value: { orderCeiling: null, dailyCeiling: null },
    })
    const less = parseCeilings({ perOrder: '100', perDay: '50' }, words)
    expect(less).toMatchObject({ ok: false, errors: { perDay: words.dayUnderOrder } })
  })
})
