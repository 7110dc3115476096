import { describe, expect, it } from 'vitest'
import { runNodes } from './run-nodes.ts'

/** One blow of each kind at every run of the suite; the large counts are `npm run chaos -- --nodes` by hand. */
const plan = { seed: 20_261_125, blows: 5 }

/** Each worker has so many mails on their way at once: they may have left when it is killed, and leave again. */
const mailsAtOnce = 4

describe('two nodes on one PostgreSQL, under load', () => {
  it(`RE3, RE4, RE5, RE29: killed, restarted, their PostgreSQL killed and stopped, they lose nothing and do nothing twice (seed ${plan.seed})`, async () => {
    const outcome = await runNodes(plan)
    expect(outcome.complaints).toEqual([])
    expect(outcome.lost).toBe(0)
    expect(Object.entries(outcome.invariants).filter(([, holds]) => holds === false)).toEqual([])
    // A rolling restart breaks no request off; nor does an absent database, which is answered for.
    expect(outcome.brokenOff).toMatchObject({ restart: 0, backend: 0, postmaster: 0, outage: 0 })
    expect(outcome.mailsTwice).toBeLessThanOrEqual(plan.blows * mailsAtOnce)
    expect(outcome.mailsThatDiffer).toBe(0)
    // A run in which nobody could work would prove nothing.
    expect(outcome.acknowledged).toBeGreaterThan(20)
  }, 600_000)
})
