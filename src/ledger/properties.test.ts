import { setImmediate as breathe } from 'node:timers/promises'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Command, commands, Facts } from '../../test/support/ledger-commands.ts'
import { Refusal } from '../actors/refusal.ts'
import { add, type Dirhams, subtract, sum, zeroDirhams } from '../money/index.ts'
import { type AccountKind, dueText, employerSide } from './account.ts'
import { type Books, type DueState, emptyBooks } from './books.ts'
import { amountOf, type Entry, type Fact, isFact } from './entry.ts'
import { lateFractions, totalInterest } from './late-interest.ts'
import { isSettled, openOf, paidOf } from './lots.ts'
import { tell } from './tell.ts'

/** A few sequences with the suite; `LEDGER_RUNS=10000 LEDGER_STEPS=100` for RE33 at full size. */
const { LEDGER_RUNS, LEDGER_STEPS, LEDGER_SEED } = process.env
const runs = Number(LEDGER_RUNS ?? 150)
const steps = Number(LEDGER_STEPS ?? 40)
/** At full size others each time, which the run says. */
const anySeed = LEDGER_RUNS ? Math.floor(Math.random() * 2 ** 31) : 20_261_126
const seed = Number(LEDGER_SEED ?? anySeed)
/** As many as are told of at once; whoever runs the tests is answered in between. */
const slice = 500

/** What an employer owes, kept the simple way: the latest declaration of each due, and the payments that stand. */
class Model {
  readonly declared = new Map<string, Dirhams>()
  readonly payments = new Map<string, Dirhams>()

  learn(fact: Fact): void {
    const payment = `${fact.cause.kind} ${fact.cause.id}`
    if (fact.kind === 'declaration') {
      const { category, quarter, employee, employer } = fact.details
      this.declared.set(`${category} ${quarter}`, add(amountOf(employee), amountOf(employer)))
    } else if (fact.kind === 'payment') {
      this.payments.set(payment, amountOf(fact.details.amount))
    } else if (fact.kind !== 'payment_settled') {
      this.payments.delete(payment)
    }
  }

  due(text: string): Dirhams {
    return this.declared.get(text) ?? zeroDirhams
  }

  owed(): Dirhams {
    return subtract(sum(this.declared.values()), sum(this.payments.values()))
  }
}

interface Lived {
  readonly books: Books
  readonly entries: Entry[]
  readonly model: Model
}

function live(all: readonly Command[], look: (lived: Lived) => void = () => undefined): Lived {
  const lived: Lived = { books: emptyBooks(), entries: [], model: new Model() }
  const facts = new Facts()
  for (const one of all) {
    const fact = facts.next(one)
    const written = fact ? tellOrNot(lived.books, fact) : []
    if (!fact || written.length === 0) continue
    lived.entries.push(...written)
    lived.model.learn(fact)
    expect(tell(lived.books, fact)).toEqual([])
    look(lived)
  }
  return lived
}

function tellOrNot(books: Books, fact: Fact): Entry[] {
  try {
    return tell(books, fact)
  } catch (error) {
    if (error instanceof Refusal) return []
    throw error
  }
}

const balanceOf = (entries: readonly Entry[], is: (kind: AccountKind, due: string) => boolean) =>
  sum(
    entries.flatMap(({ moves }) =>
      moves
        .filter(({ account, due }) => is(account, due ? dueText(due) : ''))
        .map(({ amount }) => amount),
    ),
  )

/**
 * Every run prints its seed when it fails; fast-check shrinks it to the fewest commands. At full size it says after each slice how
 * far the rule held, so that a run that is ended before its verdict has told something.
 */
async function check(rule: string, property: (all: readonly Command[]) => void): Promise<void> {
  for (let done = 0; done < runs; done += slice) {
    const numRuns = Math.min(slice, runs - done)
    fc.assert(fc.property(commands(steps), property), { seed: seed + done, numRuns })
    if (LEDGER_RUNS)
      process.stderr.write(
        `${rule}: holds in ${done + numRuns} of ${runs} sequences of up to ${steps} steps, seed ${seed}
`,
      )
    await breathe()
  }
}

describe('any sequence of declarations, corrections, payments, rejections and reversals (RE33)', () => {
  it('writes entries whose debits equal their credits (I1)', async () => {
    await check('I1', (all) => {
      for (const { moves } of live(all).entries)
        expect(sum(moves.map(({ amount }) => amount))).toBe(0n)
    })
  })

  it('keeps each due and advance equal to what its postings say (I2)', async () => {
    await check('I2', (all) => {
      live(all, ({ books, entries }) => {
        for (const [text, due] of books.dues) {
          const on = (kind: AccountKind) =>
            balanceOf(entries, (one, name) => one === kind && name === text)
          expect(openOf(due.contributions)).toBe(on('contributions_due'))
          expect(openOf(due.interest)).toBe(on('interest_due'))
        }
        expect(-books.advances).toBe(balanceOf(entries, (one) => one === 'advances'))
      })
    })
  })

  it('owes what was declared, less what was paid, and interest (I3)', async () => {
    await check('I3', (all) => {
      live(all, ({ books, entries, model }) => {
        const interest = sum([...books.dues.values()].map((due) => due.interest.amount))
        expect(balanceOf(entries, (one) => employerSide.has(one))).toBe(model.owed() + interest)
        const atTheBank = balanceOf(entries, (one) => one === 'bank' || one === 'bank_in_transit')
        expect(atTheBank).toBe(sum(model.payments.values()))
        expect(balanceOf(entries, (one) => one === 'rejections')).toBe(0n)
        for (const [text, due] of books.dues) expect(due.contributions.amount).toBe(model.due(text))
      })
    })
  })

  it('pays nothing twice, leaves no advance beside an open due, and books the interest that is due', async () => {
    await check('payments', (all) => {
      live(all, ({ books }) => {
        const claims = [...books.dues.values()].flatMap((due) => [due.contributions, due.interest])
        for (const claim of claims) {
          expect(openOf(claim)).toBeGreaterThanOrEqual(0n)
          expect(paidOf(claim)).toBeGreaterThanOrEqual(0n)
        }
        expect(books.advances).toBeGreaterThanOrEqual(0n)
        const open = claims.filter((claim) => openOf(claim) > 0n)
        expect(books.advances > 0n ? open : []).toEqual([])
        for (const due of books.dues.values()) {
          const late = totalInterest(lateFractions(due.contributions.lots, due.terms))
          const least = isSettled(due.contributions) ? late : 0n
          expect(due.interest.amount).toBeGreaterThanOrEqual(least)
          expect(due.interest.amount).toBeLessThanOrEqual(late)
        }
      })
    })
  })

  it('keeps no interest on a due that is open again, unless a correction opened it', async () => {
    await check('settled first', (all) => {
      live(all, ({ books, entries }) => {
        const declared = entries.filter(({ kind }) => kind === 'declaration')
        const uncorrected = ([text]: [string, DueState]) =>
          declared.filter(({ moves }) => moves.some(({ due }) => due && dueText(due) === text))
            .length === 1
        const open = [...books.dues]
          .filter(uncorrected)
          .filter(([, due]) => openOf(due.contributions) > 0n)
        expect(open.filter(([, due]) => due.interest.amount !== 0n)).toEqual([])
      })
    })
  })

  it('is written again, the same, from its facts alone', async () => {
    await check('rewritten', (all) => {
      const { entries } = live(all)
      const again = emptyBooks()
      const rewritten = entries.filter(isFact).flatMap((fact) => tell(again, fact))
      expect(rewritten).toEqual(entries)
    })
  })
})
