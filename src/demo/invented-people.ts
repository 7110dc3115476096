import { addDays, localDate } from '../calendar/index.ts'
import { centimes, type Dirhams } from '../money/index.ts'
import type { DemoClient } from './clients.ts'

/** A member of an invented company. */
export interface InventedMember {
  readonly number: string
  readonly lastName: string
  readonly firstName: string
  /** Of a quarter. */
  readonly salary: Dirhams
  readonly bornOn: string
}

const lastNames = [
  'ALAMI',
  'BENJELLOUN',
  'CHERKAOUI',
  'DRISSI',
  'EL FASSI',
  'GHALLAB',
  'HADDAD',
  'IDRISSI',
]
const firstNames = ['AMINE', 'BOUCHRA', 'DOUNIA', 'HAMZA', 'IKRAM', 'MERYEM', 'SAMIR', 'WAFAE']

/** The few people of a client: everybody was born on one day, which nothing of it shows. */
export function membersOf({
  number,
  members,
}: Pick<DemoClient, 'number' | 'members'>): InventedMember[] {
  return Array.from({ length: members }, (_, index) => ({
    number: `${number.slice(2)}${String(index + 1).padStart(5, '0')}`,
    lastName: lastNames[index % 8] ?? '',
    firstName: firstNames[(index + Math.floor(index / 8)) % 8] ?? '',
    salary: salaryOf(index),
    bornOn: '1988-04-12',
  }))
}

const familyNames = [
  ...lastNames,
  'JAAFARI',
  'KETTANI',
  'LAHLOU',
  'MANSOURI',
  'NACIRI',
  'OUHADI',
  'QADIRI',
  'RAHMOUNI',
  'SEFRIOUI',
  'TAZI',
  'WAHBI',
  'YACOUBI',
  'ZAHIRI',
  'AIT OMAR',
  'BEN SALAH',
  'EL KHATIB',
]
const givenNames = [
  ...firstNames,
  'ADIL',
  'ASMAE',
  'DRISS',
  'FADWA',
  'GHALI',
  'HOUDA',
  'ILYAS',
  'JIHANE',
  'KAMAL',
  'LAMIAE',
  'MOUNIR',
  'NAIMA',
  'OTHMANE',
  'RAJAE',
  'SOUAD',
  'TARIK',
  'YASSINE',
  'ZINEB',
]

const women = new Set(
  'ASMAE BOUCHRA DOUNIA FADWA HOUDA IKRAM JIHANE LAMIAE MERYEM NADIA NAIMA RAJAE SOUAD WAFAE ZINEB'.split(
    ' ',
  ),
)

/** As the first name says. */
export const sexOf = ({ firstName }: Pick<InventedMember, 'firstName'>): 'F' | 'M' =>
  women.has(firstName) ? 'F' : 'M'

/** The people of one company of a whole fund, by the place of the first of them in it: of every age from 22 to 64. */
export function peopleFrom(first: number, count: number): InventedMember[] {
  return Array.from({ length: count }, (_, index) => {
    const place = first + index
    return {
      number: String(200_000_000 + place),
      lastName: pick(familyNames, place * 31),
      firstName: pick(givenNames, place * 17 + Math.floor(place / familyNames.length)),
      salary: salaryOf(place),
      bornOn: addDays(localDate('1962-06-01'), (place * 7919) % 15_300),
    }
  })
}

/** A quarter's, between 13 500 and 25 500 DH. */
function salaryOf(place: number): Dirhams {
  return centimes(1_350_000 + ((place * 7919) % 1_200_000))
}

function pick(names: readonly string[], place: number): string {
  return names[place % names.length] ?? ''
}
