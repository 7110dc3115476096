import {
  addDays,
  addMonths,
  firstDay,
  type LocalDate,
  nextQuarter,
  previousQuarter,
  quarterOf,
} from '../calendar/index.ts'
import { centimes } from '../money/index.ts'
import type { DemoMember } from './members.ts'

/** Managers of Atlas Textile who near retirement, whatever the day the demonstration begins: what e-Liquidation@ shows. */
export function retiringMembers(today: LocalDate): DemoMember[] {
  const quarter = quarterOf(today)
  const next = nextQuarter(quarter)
  const afterNext = nextQuarter(next)
  return [
    {
      ...person,
      ...bornFor(previousQuarter(quarter)),
      number: '000098003',
      lastName: 'BOUAYAD',
      firstName: 'SAADIA',
      sex: 'F',
      salary: centimes(5_400_000),
    },
    {
      ...person,
      ...bornFor(next),
      number: '000098004',
      lastName: 'NEJJAR',
      firstName: 'MUSTAPHA',
      sex: 'M',
      salary: centimes(7_850_000),
      absentIn: '2025T2',
    },
    {
      ...person,
      ...bornFor(afterNext),
      number: '000098005',
      lastName: 'HARAKAT',
      firstName: 'RACHIDA',
      sex: 'F',
      salary: centimes(6_210_050),
    },
    {
      ...person,
      ...bornFor(nextQuarter(nextQuarter(afterNext))),
      number: '000098006',
      lastName: 'ZOUITEN',
      firstName: 'ABDELLAH',
      sex: 'M',
      salary: centimes(4_980_000),
    },
  ]
}

const person = { category: '02', joinedOn: '1994-09-01' }

/** Sixty in the quarter before: the whole pension begins with this one. */
function bornFor(quarter: Parameters<typeof firstDay>[0]): Pick<DemoMember, 'bornOn'> {
  return { bornOn: addMonths(addDays(firstDay(quarter), -40), -12 * 60) }
}
