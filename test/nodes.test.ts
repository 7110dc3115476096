import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { activationMail } from '../src/access/password-mails.ts'
import { createApp } from '../src/app.tsx'
import { type AppContext, createContext } from '../src/context.ts'
import { withConnection } from '../src/platform/db/connection.ts'
import { queueMail } from '../src/platform/mail/queue-mail.ts'
import { startWorker } from '../src/worker.ts'
import { aDelegate, anEmployer, aProfile, signedIn, type TestPerson } from './support/factories.ts'
import { openSite, type TestSite } from './support/site.ts'
import { Visitor } from './support/visitor.ts'

let first: TestSite
let second: AppContext
let atSecond: (request: Request) => Promise<Response>
let user: TestPerson
const sentBySecond: string[] = []

beforeAll(async () => {
  first = await openSite()
  const { config, clock } = first.app
  const mailer = {
    send: async ({ id }: { id: string }) => void sentBySecond.push(id),
    close: () => undefined,
  }
  second = await createContext(
    config,
    { app: first.database.appUrl },
    { clock, mailer, log: first.app.log },
  )
  const { fetch } = await createApp(second)
  atSecond = async (request) => fetch(request)
  const employer = await anEmployer(first)
  await aDelegate(first, employer)
  user = await aProfile(first, employer, { service: 'employer_account' })
})

afterAll(async () => {
  await second.close()
  await first.close()
})

/** The same browser, sent to the other node by the load balancer. */
function onSecond(browser: Visitor): Visitor {
  const visitor = new Visitor(atSecond, 'http://localhost:3000')
  for (const [name, value] of browser.cookies) visitor.cookies.set(name, value)
  return visitor
}

const account = '/mon-compte'

describe('two nodes on one database', () => {
  it('know each other’s sessions, and end them at once on both', async () => {
    const browser = await signedIn(first, user)
    const other = onSecond(browser)
    expect((await other.raw(account)).status).toBe(200)
    await other.submit(await other.get(account), {}, '/quitter')
    expect((await browser.raw(account)).status).toBe(303)
  })

  it('take a form of one on the other, and shut out on both whoever is suspended', async () => {
    const browser = await signedIn(first, user)
    const other = onSecond(browser)
    await first.database.ownerQuery(`update profiles set state = 'suspended' where id = $1`, [
      user.id,
    ])
    expect((await other.raw(account)).status).not.toBe(200)
    expect((await browser.raw(account)).status).not.toBe(200)
  })

  it('send each mail once, whichever takes it, and go on when one of them stops in the middle', async () => {
    const props = {
      name: 'A',
      employerName: 'Atlas',
      login: 'a',
      service: 'payment',
      hours: 72,
    } as const
    const count = 60
    await first.database.ownerQuery('delete from graphile_worker._private_jobs')
    for (let index = 0; index < count; index += 1)
      await first.app.db.transaction({ as: 'system' }, (tx) =>
        queueMail(tx, activationMail, {
          to: `n${index}@exemple.example`,
          language: 'fr',
          props,
          employerId: null,
          at: first.clock.now(),
        }),
      )
    first.mails.length = 0
    const owner = { owner: first.database.ownerUrl }
    const [one, two] = await Promise.all([
      startWorker(first.app, owner),
      startWorker(second, owner),
    ])
    await expect.poll(() => sentBySecond.length + first.mails.length).toBeGreaterThan(10)
    await one.stop()
    const left = () =>
      withConnection(
        first.database.adminUrl,
        async (admin) => (await admin.query('select from graphile_worker._private_jobs')).rowCount,
      )
    await expect.poll(left).toBe(0)
    await two.stop()
    const ids = [...first.mails.map(({ id }) => id), ...sentBySecond]
    expect(ids).toHaveLength(count)
    expect(new Set(ids).size).toBe(count)
  })
})
