import { setTimeout as wait } from 'node:timers/promises'
import type { Visitor } from '../test/support/visitor.ts'
import { declarationFile } from './declaration-file.ts'
import { declarantOf } from './deposit.ts'
import { type Row, row } from './row.ts'
import type { Stage } from './stage.ts'
import { at } from './timing.ts'
import { copySameRows, costOf, mustHaveKept } from './upload.ts'

const lines = 1_000_000
const period = { category: '01', quarter: '2024T3' }
const restMs = 50

/** ME3: a million lines in one file, while somebody of another company goes from page to page. */
export async function measureMillion(stage: Stage): Promise<Row[]> {
  const { company, program, others } = stage
  const visitor = await declarantOf(company, program)
  const [other] = others
  if (!other) throw new Error('nobody else is there')
  const reader = new Reader(await declarantOf(other, program))
  await reader.readFor(2_000)
  await stage.loopDelay()
  const reading = reader.read()
  const cost = await costOf(stage, visitor, declarationFile(company.number, lines), period)
  const loop = await stage.loopDelay()
  reader.stop()
  const pages = (await reading).toSorted((one, next) => one - next)
  await mustHaveKept(stage, { accepted: lines, blocking: 0 })
  const limit = await copySameRows(stage, lines)
  const what = 'a million lines, part by part, to «checked»'
  const seconds = { unit: 's', target: ['<=', 20] } as const
  const milliseconds = (most: number) => ({ unit: 'ms', target: ['<=', most] }) as const
  return [
    row({
      id: 'ME3',
      what: `${what}, wall (limit: COPY of the same rows)`,
      ours: cost.wall,
      limit,
      ...seconds,
    }),
    row({ id: 'ME3.cpu', what: `${what}, CPU of the program`, ours: cost.program, ...seconds }),
    row({
      id: 'ME3.database',
      what: `${what}, CPU of PostgreSQL`,
      ours: cost.database,
      ...seconds,
    }),
    row({
      id: 'ME3.memory',
      what: `${what}, most memory of the program`,
      ours: cost.megabytes,
      unit: 'MB',
      target: ['<=', 512],
    }),
    row({
      id: 'ME3.pages',
      what: 'RE28: pages of another company meanwhile, 95 %',
      ours: at(pages, 0.95),
      ...milliseconds(300),
    }),
    row({
      id: 'ME3.loop',
      what: 'RE28: delay of the thread of requests meanwhile, 99 %',
      ours: loop.p99,
      ...milliseconds(100),
    }),
  ]
}

/** Somebody who opens the calendar and the page of a quarter, again and again. */
class Reader {
  readonly #visitor: Visitor
  #isOver = false

  constructor(visitor: Visitor) {
    this.#visitor = visitor
  }

  async readFor(milliseconds: number): Promise<void> {
    const reading = this.read()
    await wait(milliseconds)
    this.stop()
    await reading
  }

  /** How long each page took, in milliseconds. */
  async read(): Promise<number[]> {
    this.#isOver = false
    const each: number[] = []
    const { category, quarter } = period
    while (!this.#isOver) {
      for (const address of [
        '/teledeclaration',
        `/teledeclaration/periodes/${category}/${quarter}`,
      ]) {
        const began = performance.now()
        const page = await this.#visitor.get(address)
        if (page.status !== 200) throw new Error(`${address} answered ${page.status}`)
        each.push(performance.now() - began)
        await wait(restMs)
      }
    }
    return each
  }

  stop(): void {
    this.#isOver = true
  }
}
