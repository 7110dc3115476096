import { describe, expect, it } from 'vitest'
import { killDuringScans } from './claim-kills.ts'

/** A few kills at every run of the suite. */
const plan = { seed: 20_261_126, kills: 4 }

describe('the program killed while scans are added to a claim', () => {
  it(`RE1: each is a page or is nowhere, those told are kept, and nothing is left behind (seed ${plan.seed})`, async () => {
    const { told, cut, complaints } = await killDuringScans(plan)
    expect(complaints).toEqual([])
    expect(told).toBeGreaterThan(0)
    // Otherwise nothing was tried: a kill must have fallen between the first byte of a file and its answer.
    expect(cut).toBeGreaterThan(0)
  }, 600_000)
})
