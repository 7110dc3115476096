import { decideOne } from './agent.ts'
import { type Desk, subscribeOnce } from './applicant.ts'
import type { Cast } from './arrange.ts'
import { Client, live, type Served } from './client.ts'
import { declareOnce, type Progress } from './declarant.ts'
import { createUserOnce } from './delegate.ts'
import type { Journal } from './journal.ts'
import { collectOnce, decideOrderOnce, drawUpOnce } from './payer.ts'
import { type Random, seeded } from './random.ts'

/** Only those who draw up, confirm and collect orders. */
export type Only = 'orders' | undefined

/** Applicants, agents, delegates, declarants and payers, all at once, until the work is over. */
export function play(
  program: Served,
  journal: Journal,
  cast: Cast,
  { random, only }: { readonly random: Random; readonly only?: Only },
): Promise<unknown> {
  const payers = playPayers(program, journal, cast.payers, random)
  return only === 'orders'
    ? Promise.all(payers)
    : Promise.all([...payers, ...playOthers(program, journal, cast, random)])
}

/** Two who draw up, eight who confirm, and the agent who makes the files. */
function playPayers(
  program: Served,
  journal: Journal,
  company: Cast['payers'],
  random: Random,
): Promise<void>[] {
  const people = [
    ...company.makers.map((account) => ({ account, step: drawUpOnce })),
    ...company.validators.map((account) => ({ account, step: decideOrderOnce })),
  ]
  const collector = new Client(program)
  return [
    ...people.map(({ account, step }) => {
      const own = seeded(random.between(0, 2 ** 31))
      const work = { client: new Client(program), journal, company, account, random: own }
      return live(program, journal, 'payer', () => step(work))
    }),
    live(program, journal, 'collector', () => collectOnce({ client: collector, journal, company })),
  ]
}

function playOthers(
  program: Served,
  journal: Journal,
  cast: Cast,
  random: Random,
): Promise<void>[] {
  const desk: Desk = { waiting: [], inForce: [], free: [...cast.unsubscribed] }
  const progress: Progress = new Map()
  const applicants = [1, 2].map((number) =>
    live(program, journal, `applicant ${number}`, () => subscribeOnce(program, journal, desk)),
  )
  const agents = cast.agents.map((account) => {
    const client = new Client(program)
    return live(program, journal, account.role, () => decideOne({ client, journal, desk, account }))
  })
  const delegates = cast.companies.map((company) => {
    const client = new Client(program)
    const own = seeded(random.between(0, 2 ** 31))
    return live(program, journal, 'delegate', () => createUserOnce(client, journal, company, own))
  })
  const declarants = cast.companies.flatMap((company, index) =>
    company.declarants.map((account) => {
      const client = new Client(program)
      const own = seeded(random.between(0, 2 ** 31))
      const meets = index === 0
      const isLarge = index === cast.companies.length - 1
      const work = { client, journal, company, account, progress, meets, isLarge, random: own }
      return live(program, journal, 'declarant', () => declareOnce(work))
    }),
  )
  return [...applicants, ...agents, ...delegates, ...declarants]
}
