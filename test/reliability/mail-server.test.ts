import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { Installation } from './installation.ts'
import { People } from './people.ts'

let installation: Installation
let people: People
beforeAll(async () => {
  installation = await Installation.open()
  people = await People.on(installation)
})
afterAll(() => installation.close())
afterEach(() => {
  installation.post.mood = 'well'
})

const soon = { timeout: 120_000, interval: 100 }

const states = () =>
  installation.database.ask<{ state: string }>('select state from mails order by queued_at')
const waiting = () =>
  installation.database.ask<{ attempts: number; seconds: number }>(
    `select attempts, extract(epoch from run_at - now())::float as seconds from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'send-mail' and j.locked_at is null`,
  )
/** Time passes: what would be tried again later is due. */
const hurry = () =>
  installation.database.ask(
    `with due as (update graphile_worker._private_jobs set run_at = now() where locked_at is null returning 1)
      select pg_notify('jobs:insert', '{"r":"test","count":1}') from due`,
  )
const arrivals = () => installation.post.arrived.length
const allSent = async () => (await states()).every(({ state }) => state === 'sent')

describe('a mail server', () => {
  it('RE20: away for two hours and more keeps nobody from working; each mail leaves once, when it is back', async () => {
    const { post } = installation
    post.mood = 'away'
    expect(await people.invite()).toBe(true)
    let absence = 0
    for (let tries = 1; absence < 2 * 3_600; tries += 1) {
      const [left] = await expect
        .poll(async () => waiting(), soon)
        .toMatchObject([{ attempts: tries }])
        .then(waiting)
      expect(tries).toBeLessThan(12)
      absence += left?.seconds ?? 0
      if (absence < 2 * 3_600) await hurry()
    }
    expect(arrivals()).toBe(0)
    post.mood = 'well'
    await hurry()
    await expect.poll(allSent, soon).toBe(true)
    expect(arrivals()).toBe(1)
  }, 600_000)

  it.each(['refusing', 'dropping'] as const)(
    'RE20: %s, it hears again later of what it did not take, under the same name',
    async (mood) => {
      const { post } = installation
      post.arrived.length = 0
      post.mood = mood
      expect(await people.invite()).toBe(true)
      await expect.poll(async () => (await waiting())[0]?.attempts ?? 0, soon).toBeGreaterThan(0)
      post.mood = 'well'
      await hurry()
      await expect.poll(allSent, soon).toBe(true)
      expect(new Set(post.arrived.map(({ id }) => id)).size).toBe(1)
    },
    600_000,
  )

  it('RE21: that has taken a mail when its sender is killed gets it once more, word for word, and nobody a second link', async () => {
    const { post, nodes } = installation
    const [node] = nodes
    post.arrived.length = 0
    const killed = new Promise<void>((done) => {
      post.beforeAnswer = async () => {
        post.beforeAnswer = () => undefined
        await node?.end('SIGKILL')
        done()
      }
    })
    // The mail may leave before the invitation is answered: with its program dies the answer, and nothing else.
    await people.invite()
    await killed
    await node?.start()
    // Whoever is alive takes a silent node's work over, then waits its turn like any other try.
    await expect.poll(allSent, { ...soon, timeout: 200_000 }).toBe(true)
    const [first, second, ...more] = post.arrived
    expect(more).toEqual([])
    expect(second?.id).toBe(first?.id)
    expect(linksIn(second?.text)).toEqual(linksIn(first?.text))
    const links = await installation.database.ask(
      `select from links k join mails m on m.link_id = k.id where m.id::text = $1`,
      [first?.id],
    )
    expect(links).toHaveLength(1)
  }, 300_000)

  it('RE20: so slow that every mail takes its time keeps no other job waiting: a file is checked meanwhile', async () => {
    const { post } = installation
    post.arrived.length = 0
    post.mood = 'refusing'
    for (let index = 0; index < 8; index += 1) expect(await people.invite()).toBe(true)
    await expect.poll(async () => (await waiting()).length, soon).toBe(8)
    // As slow as a sender still waits for: all begin at once, and none arrives for most of a minute.
    post.slowMs = 28_000
    post.mood = 'slow'
    await hurry()
    await people.declare('2024T3')
    expect(arrivals(), 'the file is checked before the first of the eight has left').toBe(0)
    expect(await allSent()).toBe(false)
  }, 300_000)
})

const linksIn = (text = '') => text.replaceAll('=\r\n', '').match(/http:\S+\/activation\/\S+/g)
