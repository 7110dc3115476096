import {
  array,
  assert,
  boolean,
  constant,
  constantFrom,
  nat,
  oneof,
  property,
  record,
} from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../actors/refusal.ts'
import {
  answer,
  cancel,
  collect,
  confirm,
  countingConfirmations,
  edit,
  expire,
  mayLeave,
  missingConfirmations,
  type OrderActor,
  type PaymentOrder,
  reconsider,
  refuseOrder,
} from './payment-order.ts'

const monday = new Date('2026-11-23T09:00:00Z')
const later = new Date('2027-01-01T00:00:00Z')

function anOrder(over: Partial<PaymentOrder> = {}): PaymentOrder {
  return {
    state: 'awaiting_confirmation',
    revision: 1,
    digest: 'd1',
    kind: 'case_by_case',
    confirmationsRequired: 2,
    selfConfirmation: false,
    makers: ['maker'],
    confirmations: [],
    expiresAt: later,
    ...over,
  }
}

const validator = (person: string): OrderActor => ({ person, isMaker: false, isValidator: true })
const maker = (person: string): OrderActor => ({ person, isMaker: true, isValidator: false })
const both = (person: string): OrderActor => ({ person, isMaker: true, isValidator: true })
/** They have held the power all along. */
const holding = (names: readonly string[]) => new Map(names.map((name) => [name, new Date(0)]))
const seen = (digest: string, ...people: string[]) => ({
  digest,
  at: monday,
  validators: holding(people),
})
const code = (run: () => unknown) => {
  try {
    run()
  } catch (error) {
    return (error as { code?: string }).code
  }
  return 'accepted'
}

describe('an order to pay', () => {
  it('E2: leaves the desk when two people other than its maker have confirmed it', () => {
    const once = confirm(anOrder(), validator('amina'), seen('d1', 'amina', 'badr'))
    expect(once.state).toBe('awaiting_confirmation')
    expect(missingConfirmations(once, holding(['amina', 'badr']))).toBe(1)
    expect(confirm(once, validator('badr'), seen('d1', 'amina', 'badr')).state).toBe('confirmed')
  })

  it('E2: is not confirmed twice by one person, whatever their logins', () => {
    const once = confirm(anOrder(), validator('amina'), seen('d1', 'amina'))
    expect(code(() => confirm(once, validator('amina'), seen('d1', 'amina')))).toBe(
      'payments.already_confirmed',
    )
  })

  it('E2: with two confirmations, is never confirmed by whoever drew it up', () => {
    const order = anOrder({ selfConfirmation: true })
    expect(code(() => confirm(order, both('maker'), seen('d1', 'maker')))).toBe(
      'payments.maker_cannot_confirm',
    )
  })

  it('E2: with one, its maker confirms it only where the company allowed that when it was drawn up', () => {
    const alone = anOrder({ confirmationsRequired: 1 })
    expect(code(() => confirm(alone, both('maker'), seen('d1', 'maker')))).toBe(
      'payments.maker_cannot_confirm',
    )
    const allowed = { ...alone, selfConfirmation: true }
    expect(confirm(allowed, both('maker'), seen('d1', 'maker')).state).toBe('confirmed')
  })

  it('E3: a change voids what was confirmed, and whoever made it cannot confirm it', () => {
    const once = confirm(anOrder(), validator('amina'), seen('d1', 'amina', 'badr'))
    const changed = edit(once, both('badr'), 'd2')
    expect(countingConfirmations(changed, holding(['amina', 'badr']))).toEqual([])
    expect(code(() => confirm(changed, validator('amina'), seen('d1', 'amina')))).toBe(
      'payments.changed_since_shown',
    )
    expect(code(() => confirm(changed, both('badr'), seen('d2', 'badr')))).toBe(
      'payments.maker_cannot_confirm',
    )
  })

  it('E3: the same wording again changes nothing', () => {
    const once = confirm(anOrder(), validator('amina'), seen('d1', 'amina'))
    expect(edit(once, maker('maker'), 'd1')).toEqual(once)
  })

  it('decision 7: a person who lost the power takes their confirmation with them', () => {
    const order = confirm(
      confirm(anOrder(), validator('amina'), seen('d1', 'amina', 'badr')),
      validator('badr'),
      seen('d1', 'amina', 'badr'),
    )
    expect(mayLeave(order, holding(['amina']))).toBe(false)
    expect(reconsider(order, holding(['amina'])).state).toBe('awaiting_confirmation')
    expect(code(() => collect(order, holding(['amina'])))).toBe('payments.not_confirmed')
  })

  it('A9: whoever lost the power and got it back has to confirm again, and that is enough', () => {
    const by = validator('amina')
    const once = confirm(anOrder(), by, seen('d1', 'amina', 'badr'))
    const back = {
      ...seen('d1'),
      at: later,
      validators: new Map([
        ['badr', new Date(0)],
        ['amina', later],
      ]),
    }
    const order = {
      ...confirm(once, validator('badr'), seen('d1', 'badr')),
      expiresAt: new Date(later.getTime() + 1),
    }
    expect(order.state).toBe('awaiting_confirmation')
    expect(missingConfirmations(order, back.validators)).toBe(1)
    const again = confirm(order, by, back)
    expect(again.state).toBe('confirmed')
    expect(mayLeave(again, back.validators)).toBe(true)
  })

  it('AT80: a state without its confirmations does not leave', () => {
    expect(mayLeave(anOrder({ state: 'confirmed' }), holding(['amina', 'badr']))).toBe(false)
  })

  it('E4: expires unless confirmed, and then refuses everybody', () => {
    const order = anOrder({ expiresAt: monday })
    expect(expire(order, monday).state).toBe('expired')
    expect(code(() => confirm(order, validator('amina'), seen('d1', 'amina')))).toBe(
      'payments.expired',
    )
  })

  it('E5: what was refused, cancelled or never left has no answer of a bank', () => {
    const order = anOrder()
    for (const ended of [
      refuseOrder(order, validator('a')),
      cancel(order, maker('maker')),
      order,
    ]) {
      expect(code(() => answer(ended, 'settled'))).toBe('payments.never_collected')
    }
  })
})

const people = ['amina', 'badr', 'chama'] as const
type Step =
  | { readonly do: 'confirm' | 'refuse' | 'cancel' | 'collect' | 'expire'; readonly who: number }
  | { readonly do: 'edit'; readonly who: number; readonly wording: number }
  | {
      readonly do: 'rights'
      readonly who: number
      readonly maker: boolean
      readonly validator: boolean
    }

const who = nat({ max: people.length - 1 })
const steps = array(
  oneof(
    record({
      do: constantFrom(
        'confirm' as const,
        'refuse' as const,
        'cancel' as const,
        'collect' as const,
        'expire' as const,
      ),
      who,
    }),
    record({ do: constant('edit' as const), who, wording: nat({ max: 3 }) }),
    record({
      do: constant('rights' as const),
      who,
      maker: boolean(),
      validator: boolean(),
    }),
  ),
  { maxLength: 100 },
)

/** RE34: three people whose rights change at random, against what a reader of the rule would keep on paper. */
function play(required: 1 | 2, self: boolean, script: readonly Step[]): void {
  const rights = people.map(() => ({ maker: true, validator: true }))
  let order = anOrder({
    confirmationsRequired: required,
    selfConfirmation: self && required === 1,
    makers: ['amina'],
  })
  const paper = {
    wording: 'd1',
    writers: new Set<string>(['amina']),
    signed: new Map<string, string>(),
  }
  for (const step of script) {
    const person = people[step.who] ?? 'amina'
    const own = rights[step.who]
    if (!own) continue
    const actor = { person, isMaker: own.maker, isValidator: own.validator }
    const validators = holding(people.filter((_, index) => rights[index]?.validator))
    const before = order
    try {
      if (step.do === 'rights') {
        rights[step.who] = { maker: step.maker, validator: step.validator }
      } else if (step.do === 'confirm') {
        order = confirm(order, actor, { digest: order.digest, at: monday, validators })
        paper.signed.set(person, paper.wording)
      } else if (step.do === 'edit') {
        const digest = `d${step.wording}`
        order = edit(order, actor, digest)
        if (digest !== paper.wording) {
          paper.wording = digest
          paper.writers.add(person)
          paper.signed.clear()
        }
      } else if (step.do === 'refuse') order = refuseOrder(order, actor)
      else if (step.do === 'cancel') order = cancel(order, actor)
      else if (step.do === 'expire') order = expire(order, monday)
      else {
        order = collect(order, validators)
        const good = [...paper.signed].filter(
          ([name, wording]) =>
            wording === paper.wording &&
            validators.has(name) &&
            (!paper.writers.has(name) || (self && required === 1)),
        )
        if (good.length < required) throw new Error(`left on the word of ${good.length}`)
      }
    } catch (error) {
      const isRefusal = error instanceof Refusal && error.code.startsWith('payments.')
      if (!isRefusal || order !== before) throw error
    }
  }
}

describe('RE34, invariant I4', () => {
  it('nothing is ever collected without enough distinct people, none of them its maker, on the same wording', () => {
    assert(property(constantFrom(1 as const, 2 as const), boolean(), steps, play), {
      seed: 20261125,
      numRuns: Number(process.env['ORDER_RUNS'] ?? 10_000),
    })
  })
})
