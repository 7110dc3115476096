import * as fc from 'fast-check'
import { addDays, localDate } from '../../src/calendar/index.ts'
import type { Fact } from '../../src/ledger/entry.ts'

/** What may happen to an employer's account, drawn at random. Payments and dues are named by small numbers. */
export type Command =
  | {
      readonly do: 'declare'
      readonly due: number
      readonly employee: number
      readonly surcharge: number
    }
  | {
      readonly do: 'pay'
      readonly amount: number
      readonly inTransit: boolean
      readonly named:
        | readonly { readonly due: number; readonly interest: boolean; readonly amount: number }[]
        | null
    }
  | { readonly do: 'settle' | 'reject' | 'reverse_payment'; readonly payment: number }
  | { readonly do: 'wait'; readonly days: number }

const due = fc.nat({ max: 4 })
const amount = fc.oneof(fc.nat({ max: 50 }), fc.nat({ max: 10_000_000 }))

const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('declare'), due, employee: amount, surcharge: amount }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('pay'),
      amount: amount.map((one) => one + 1),
      inTransit: fc.boolean(),
      named: fc.option(
        fc.array(fc.record({ due, interest: fc.boolean(), amount }), {
          minLength: 1,
          maxLength: 3,
        }),
      ),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('settle'), payment: fc.nat({ max: 12 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reject'), payment: fc.nat({ max: 12 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('reverse_payment'), payment: fc.nat({ max: 12 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('wait'), days: fc.integer({ min: 1, max: 70 }) }),
  },
)

export function commands(most: number): fc.Arbitrary<readonly Command[]> {
  return fc.array(command, { minLength: 1, maxLength: most, size: 'max' })
}

export const dueNames = [
  ['01', '2024T3'],
  ['01', '2024T4'],
  ['02', '2024T4'],
  ['01', '2025T1'],
  ['02', '2025T1'],
] as const

const ends = { '2024T3': '2024-09-30', '2024T4': '2024-12-31', '2025T1': '2025-03-31' } as const

/** Turns commands into facts, one day after another. */
export class Facts {
  #today = localDate('2024-09-01')
  #told = 0

  next(one: Command): Fact | undefined {
    if (one.do === 'wait') {
      this.#today = addDays(this.#today, one.days)
      return undefined
    }
    this.#told += 1
    const occurredOn = this.#today
    const recordedAt = new Date(Date.UTC(2025, 0, 1, 0, 0, this.#told))
    const at = { occurredOn, recordedAt }
    switch (one.do) {
      case 'declare': {
        const [category, quarter] = dueNames[one.due] ?? dueNames[0]
        const terms = { dueOn: ends[quarter], graceDays: 45, yearlyRate: 1200, yearDays: 365 }
        const employer = String(one.employee + one.surcharge)
        const details = {
          category,
          quarter,
          reference: '',
          employee: String(one.employee),
          employer,
          terms,
        }
        return { ...at, kind: 'declaration', cause: this.#cause('declaration'), details }
      }
      case 'pay': {
        const dues =
          one.named?.map((share) => {
            const [category, quarter] = dueNames[share.due] ?? dueNames[0]
            const part = share.interest ? ('interest' as const) : ('contributions' as const)
            return { category, quarter, part, amount: String(share.amount) }
          }) ?? null
        const into = one.inTransit ? ('bank_in_transit' as const) : ('bank' as const)
        const channel = 'transfer' as const
        const details = { channel, reference: '', amount: String(one.amount), into, dues }
        return { ...at, kind: 'payment', cause: payment(this.payments++), details }
      }
      case 'settle':
        return {
          ...at,
          kind: 'payment_settled',
          cause: payment(one.payment),
          details: { reference: '' },
        }
      case 'reject':
        return {
          ...at,
          kind: 'payment_rejected',
          cause: payment(one.payment),
          details: { reference: '', reason: 'AM04' },
        }
      case 'reverse_payment':
        return {
          ...at,
          kind: 'payment_reversed',
          cause: payment(one.payment),
          details: { reason: 'x' },
        }
    }
  }

  payments = 0

  #cause(kind: string) {
    return { kind, id: String(this.#told), version: 1 }
  }
}

function payment(number: number) {
  return { kind: 'transfer', id: String(number), version: 1 }
}
