import { describe, expect, it } from 'vitest'
import { killDuringUploads } from './upload-kills.ts'

/** A few kills at every run of the suite; the large counts are `npm run chaos -- --uploads` by hand. */
const plan = { seed: 20_261_125, kills: 4, lines: 20_000 }

describe('the program killed while large files are sent and checked', () => {
  it(`RE1: keeps each whole or not at all, goes on where it stopped, and leaves nothing behind (seed ${plan.seed})`, async () => {
    const { files, resumed, complaints } = await killDuringUploads(plan)
    expect(complaints).toEqual([])
    expect(files).toBeGreaterThan(0)
    expect(resumed).toBeLessThanOrEqual(plan.kills * files)
  }, 600_000)
})
