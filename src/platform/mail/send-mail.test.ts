import { afterAll, beforeAll, expect, it } from 'vitest'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import { letterWithoutObjectMail } from '../../letters/mails.ts'
import type { Envelope } from './mailer.ts'
import { queueMail } from './queue-mail.ts'

let site: TestSite
let sent: Envelope[] = []
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

/** The mail server answers so from now on. */
function server(error?: Error): void {
  sent = []
  site.app.mailer.send = async (mail) => {
    sent.push(mail)
    if (error) throw error
  }
}

const refusedForGood = Object.assign(new Error('no such mailbox'), { responseCode: 550 })
const busy = Object.assign(new Error('try again later'), { responseCode: 451 })

async function aMail(): Promise<void> {
  await site.database.ownerQuery('delete from mails')
  await site.database.ownerQuery('delete from graphile_worker._private_jobs')
  await site.app.db.transaction({ as: 'system' }, (tx) =>
    queueMail(tx, letterWithoutObjectMail, {
      to: 'k.lahlou@atlas.example',
      language: 'fr',
      props: { reference: 'RM-4K7P-2RTX', kind: 'password_reset' },
      employerId: null,
      at: site.clock.now(),
    }),
  )
}

const states = () => site.database.ownerQuery('select state, last_error from mails')
const jobs = () => site.database.ownerQuery('select attempts from graphile_worker._private_jobs')

it('a mail that left is said sent', async () => {
  server()
  await aMail()
  await site.runJobs()
  expect(sent).toHaveLength(1)
  expect(await states()).toEqual([{ state: 'sent', last_error: null }])
})

it('an address refused for good is said bounced, and not tried again', async () => {
  server(refusedForGood)
  await aMail()
  await site.runJobs()
  expect(sent).toHaveLength(1)
  expect(await states()).toEqual([{ state: 'bounced', last_error: 'Error: no such mailbox' }])
  expect(await jobs()).toEqual([])
})

it('a server that is busy is asked again; the mail is said failed with the last try', async () => {
  server(busy)
  await aMail()
  await site.database.ownerQuery('update graphile_worker._private_jobs set attempts = 10')
  await site.runJobs()
  expect(sent.length).toBeGreaterThan(0)
  expect(await jobs()).toEqual([{ attempts: 12 }])
  expect(await states()).toEqual([{ state: 'failed', last_error: 'Error: try again later' }])
})

it('a mail whose words are not known is said failed too', async () => {
  server()
  await aMail()
  await site.database.ownerQuery("update mails set template = 'forgotten'")
  await site.runJobs()
  expect(await states()).toMatchObject([{ state: 'queued' }])
  await site.database.ownerQuery('update graphile_worker._private_jobs set attempts = 11')
  await site.runJobs()
  expect(await states()).toMatchObject([{ state: 'failed' }])
})
