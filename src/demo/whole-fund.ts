import { addDays, lastDay, type Quarter, startOfDay } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { postPayment } from '../ledger/post-payment.ts'
import { add, type Dirhams } from '../money/index.ts'
import type { Tx } from '../platform/db/database.ts'
import { paths } from '../web/paths.ts'
import {
  type DemoAccount,
  type DemoSecret,
  insertDelegate,
  insertProfile,
  newSecret,
} from './accounts.ts'
import { insertMembers, insertSent } from './client-history.ts'
import { companyOf, type DemoClient, quartersOf } from './clients.ts'
import { insertCompany, workers } from './company.ts'
import { peopleFrom } from './invented-people.ts'

/** As many companies and members as a fund has, the usual demonstration's not counted. */
export interface FundSize {
  readonly employers: number
  readonly members: number
}

const mostEmployers = 900_000
const mostMembers = 700_000_000
const atOnce = 3

export function isFundSize({ employers, members }: FundSize): boolean {
  const isWhole = Number.isSafeInteger(employers) && Number.isSafeInteger(members)
  return (
    isWhole &&
    employers >= 1 &&
    employers <= mostEmployers &&
    members >= employers &&
    members <= mostMembers
  )
}

/**
 * Fills the demonstration with a whole fund: a few large companies and thousands of small ones, each with a delegate and a
 * person who declares, two quarters declared, the first one paid, and the third one open. One secret opens them all; the
 * accounts of the largest are returned.
 */
export async function makeWholeFund(
  app: AppContext,
  size: FundSize,
  told: (made: number) => void,
): Promise<DemoAccount[]> {
  const secret = await newSecret(app)
  const companies = companiesOf(size)
  let made = 0
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let next = companies.next(); !next.done; next = companies.next()) {
        const company = next.value
        await app.db.transaction({ as: 'system' }, (tx) => insertWhole(app, tx, company, secret))
        made += 1
        told(made)
      }
    }),
  )
  return accountsOf(app, secret)
}

/** Falling sizes: the first few employ thousands, half of them fewer than twenty. Everybody has at least one person. */
export function sizesOf({ employers, members }: FundSize): number[] {
  const weights = Array.from({ length: employers }, (_, place) => 1 / (place + 20))
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const spare = members - employers
  const sizes = weights.map((weight) => 1 + Math.floor((spare * weight) / whole))
  const missing = members - sizes.reduce((sum, size) => sum + size, 0)
  return sizes.map((size, place) => (place < missing ? size + 1 : size))
}

interface InventedCompany {
  readonly client: DemoClient
  /** The place in the fund of the first of its people. */
  readonly first: number
}

function* companiesOf(size: FundSize): Generator<InventedCompany> {
  let first = 0
  for (const [place, members] of sizesOf(size).entries()) {
    const number = numberAt(place)
    yield {
      first,
      client: {
        number,
        ice: iceOf(number),
        name: nameAt(place),
        city: pick(cities, place),
        members,
        standing: 'to_declare',
      },
    }
    first += members
  }
}

/** One each, whose control digits are right: told from one another as real ones are. */
function iceOf(number: string): string {
  const entity = BigInt(`9${number}`) * 1_000_000n
  return String(entity + ((97n - (entity % 97n)) % 97n)).padStart(15, '0')
}

async function insertWhole(
  app: AppContext,
  tx: Tx,
  { client, first }: InventedCompany,
  secret: DemoSecret,
): Promise<void> {
  const employerId = await insertCompany(tx, companyOf(app, client), app.clock.now())
  await insertDelegate(app, tx, employerId, { ...nobodyReal, secret, cin: `DA${client.number}` })
  const declarer = {
    ...nobodyReal,
    secret,
    cin: `DB${client.number}`,
    service: 'declaration_internal',
    login: loginOf(client),
    mandates: [{ employerId, categories: [workers.category] }],
  } as const
  const { id: profileId } = await insertProfile(app, tx, employerId, declarer)
  const members = peopleFrom(first, client.members)
  await insertMembers(tx, employerId, members)
  const [paid, due] = quartersOf(app)
  if (!paid || !due) return
  const sent = { employerId, profileId, client, members }
  const { employee, employer } = await insertSent(tx, { ...sent, quarter: paid })
  await pay(tx, {
    employerId,
    quarter: paid,
    amount: add(employee, employer),
    number: client.number,
  })
  await insertSent(tx, { ...sent, quarter: due })
}

interface FirstPayment {
  readonly employerId: string
  readonly number: string
  readonly quarter: Quarter
  readonly amount: Dirhams
}

/** By transfer, in time. */
async function pay(tx: Tx, { employerId, number, quarter, amount }: FirstPayment): Promise<void> {
  const on = addDays(lastDay(quarter), 25)
  const reference = `VIR ${number}`
  await postPayment(tx, {
    employerId,
    cause: { kind: 'transfer', id: reference },
    channel: 'transfer',
    reference,
    amount,
    into: 'bank',
    dues: [{ category: workers.category, quarter, part: 'contributions', amount }],
    occurredOn: on,
    recordedAt: startOfDay(on),
  })
}

function accountsOf({ config }: AppContext, { password }: DemoSecret): DemoAccount[] {
  const number = numberAt(0)
  const { administration, service } = paths.signIn
  return [
    {
      role: 'delegate_of_the_largest',
      signInUrl: config.url + administration(),
      identifier: number,
      password,
    },
    {
      role: 'declaration_of_the_largest',
      signInUrl: config.url + service({ service: 'teledeclaration' }),
      identifier: loginOf({ number }),
      password,
    },
  ]
}

const nobodyReal = { firstName: 'Personne', lastName: 'Inventée', jobTitle: 'Gestionnaire de paie' }

const trades = [
  'Textile',
  'Transports',
  'Bâtiment',
  'Agrumes',
  'Imprimerie',
  'Menuiserie',
  'Clinique',
  'Hôtellerie',
  'Conserves',
]
const cities = [
  'Casablanca',
  'Rabat',
  'Fès',
  'Tanger',
  'Agadir',
  'Marrakech',
  'Meknès',
  'Oujda',
  'Kénitra',
  'Safi',
  'Laâyoune',
]

/** After the numbers of the usual demonstration. */
const numberAt = (place: number) => String(10_001 + place).padStart(6, '0')
const nameAt = (place: number) =>
  `${pick(trades, place)} ${pick(cities, place * 7)} ${place + 1} SARL`
const loginOf = ({ number }: Pick<DemoClient, 'number'>) => `paie.${number}`

function pick(from: readonly string[], place: number): string {
  return from[place % from.length] ?? ''
}
