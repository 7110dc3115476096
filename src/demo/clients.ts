import {
  firstDay,
  nextQuarter,
  previousQuarter,
  type Quarter,
  quarterOf,
  todayIn,
} from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { type DemoCompany, workers } from './company.ts'

/** Where a client of the firm stands for the open quarter. */
type Standing = 'to_declare' | 'late' | 'sent' | 'ready' | 'begun' | 'doubtful'

export interface DemoClient {
  readonly number: string
  readonly ice: string
  readonly name: string
  readonly city: string
  readonly members: number
  readonly standing: Standing
}

/** Clients of the demonstration's firm, each with something else to do; the first has forty members to type. */
export const clients: readonly DemoClient[] = [
  {
    number: '008101',
    ice: '001738204000002',
    name: 'Menuiserie du Gharb SARL',
    city: 'Kénitra',
    members: 40,
    standing: 'to_declare',
  },
  {
    number: '008102',
    ice: '001894417000005',
    name: 'Pharmacie Al Farah',
    city: 'Salé',
    members: 4,
    standing: 'sent',
  },
  {
    number: '008103',
    ice: '002047731000002',
    name: 'Transit Al Bahr SARL',
    city: 'Tanger',
    members: 7,
    standing: 'late',
  },
  {
    number: '008104',
    ice: '002210368000090',
    name: 'Clinique Les Oliviers',
    city: 'Meknès',
    members: 9,
    standing: 'ready',
  },
  {
    number: '008105',
    ice: '001655902000080',
    name: 'Boulangeries du Souss SARL',
    city: 'Agadir',
    members: 12,
    standing: 'begun',
  },
  {
    number: '008106',
    ice: '002301175000073',
    name: 'Imprimerie Chellah SARL',
    city: 'Rabat',
    members: 6,
    standing: 'doubtful',
  },
]

export const quartersShown = 3

/** The quarters of the demonstration's clients: two that have passed, and the one that is open. */
export function quartersOf(app: Pick<AppContext, 'clock'>): Quarter[] {
  const open = previousQuarter(quarterOf(todayIn(app.clock)))
  const first = previousQuarter(previousQuarter(open))
  return Array.from({ length: quartersShown }, (_, step) =>
    step === 0 ? first : step === 1 ? nextQuarter(first) : open,
  )
}

export function companyOf(app: Pick<AppContext, 'clock'>, client: DemoClient): DemoCompany {
  const [first] = quartersOf(app)
  return {
    number: client.number,
    name: client.name,
    ice: client.ice,
    address: '5, rue du Marché',
    city: client.city,
    paymentOption: 'transfer',
    confirmationsRequired: 1,
    services: ['declaration', 'employer_account'],
    categories: [workers],
    declaresFrom: firstDay(first ?? quarterOf(todayIn(app.clock))),
    rib: null,
  }
}
