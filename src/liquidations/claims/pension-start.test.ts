import { describe, expect, it } from 'vitest'
import { localDate } from '../../calendar/index.ts'
import { ageAt } from '../pension.ts'
import { doubtOf, pensionStart, soonestStart } from './pension-start.ts'

const bornOn = localDate('1966-07-01')
const ages = { fullAge: 60, earliestAge: 50, soonest: localDate('2027-01-01') }

describe('the age of a pension, for a birthday on the first day of a quarter', () => {
  it('is the one that its coefficient reads', () => {
    const dates = { endedOn: localDate('2026-05-31'), askedOn: localDate('2026-05-20') }
    const start = pensionStart('early', { bornOn, ...dates }, 60)
    expect(start).toEqual({ from: '2026-07-01', age: 59 })
    expect(start.age).toBe(ageAt(bornOn, start.from))
    expect(doubtOf('early', start, ages)).toBeNull()
  })

  it('is too young for a pension until the quarter after', () => {
    const young = localDate('1976-07-01')
    const dates = { endedOn: localDate('2026-05-31'), askedOn: localDate('2026-05-20') }
    const start = pensionStart('early', { bornOn: young, ...dates }, 60)
    expect(doubtOf('early', start, ages)).toBe('too_young')
  })

  it('is still the age of the whole pension a quarter late', () => {
    const dates = { endedOn: localDate('2027-06-30'), askedOn: localDate('2026-11-25') }
    expect(doubtOf('normal', pensionStart('normal', { bornOn, ...dates }, 60), ages)).toBeNull()
  })

  it('of a whole pension that is years away is told, for whoever meant an early one', () => {
    const dates = { endedOn: localDate('2026-12-31'), askedOn: localDate('2026-11-25') }
    const soonest = soonestStart(dates)
    expect(soonest).toBe('2027-01-01')
    const doubtFor = (born: string) => {
      const start = pensionStart('normal', { bornOn: localDate(born), ...dates }, 60)
      return doubtOf('normal', start, { ...ages, soonest })
    }
    expect([doubtFor('1976-01-30'), doubtFor('1967-12-15')]).toEqual(['waits', null])
    expect(doubtFor('1968-01-15')).toBe('waits')
    const late = soonestStart({ ...dates, askedOn: localDate('2027-02-01') })
    expect(late).toBe('2027-04-01')
  })

  it('of a single payment waits for no age, and is told when there is none yet', () => {
    const young = localDate('1979-03-05')
    const dates = { endedOn: localDate('2026-10-31'), askedOn: localDate('2026-11-25') }
    const start = pensionStart('single_payment', { bornOn: young, ...dates }, 60)
    expect(start).toEqual({ from: '2027-01-01', age: 47 })
    expect(doubtOf('single_payment', start, ages)).toBe('too_young')
    const old = pensionStart('single_payment', { bornOn, ...dates }, 60)
    expect(old.from).toBe('2027-01-01')
  })
})
