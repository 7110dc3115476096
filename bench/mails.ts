import path from 'node:path'
import { Client } from 'pg'
import { activationMail } from '../src/access/password-mails.ts'
import type { AppContext } from '../src/context.ts'
import { folderMailer, type Mailer } from '../src/platform/mail/mailer.ts'
import { queueMail } from '../src/platform/mail/queue-mail.ts'
import { withConnection } from '../src/platform/db/connection.ts'
import { startWorker } from '../src/worker.ts'
import type { BenchPortal } from './portal.ts'
import { type Row, row } from './row.ts'
import { at } from './timing.ts'

const alone = 120
const together = 1_000

/** ME12: from the commit that queues a mail to its writing, one at a time; then a thousand at once. */
export async function measureMails(portal: BenchPortal): Promise<Row[]> {
  // Mails that other measurements queued are not part of this one.
  await withConnection(portal.adminUrl, (admin) =>
    admin.query('delete from graphile_worker._private_jobs'),
  )
  const watch = watchedMailer(path.join(portal.dataFolder, 'mail'))
  const app: AppContext = { ...portal.app, mailer: watch.mailer }
  const worker = await startWorker(app, { owner: portal.ownerUrl })
  try {
    const latencies: number[] = []
    for (let index = 0; index < alone; index += 1) {
      const sent = watch.next(1)
      await queue(app, 1)
      const committed = performance.now()
      latencies.push((await sent) - committed)
    }
    const sorted = latencies.slice(20).toSorted((one, other) => one - other)
    const notified = await notificationLatency(portal.ownerUrl)
    const began = performance.now()
    const all = watch.next(together)
    await queue(app, together)
    const rate = (together / ((await all) - began)) * 1000
    return [
      row({
        id: 'ME12',
        what: 'mail picked up after its commit, 95 % (limit: NOTIFY heard by a bare connection)',
        ours: at(sorted, 0.95),
        limit: at(notified, 0.95),
        unit: 'ms',
        target: ['<=', 50],
      }),
      row({
        id: 'ME12.p50',
        what: 'mail picked up after its commit, median',
        ours: at(sorted, 0.5),
        limit: at(notified, 0.5),
        unit: 'ms',
        target: ['<=', 20],
      }),
      row({
        id: 'ME12.rate',
        what: 'mails written to the folder, a thousand queued at once',
        ours: rate,
        unit: '/s',
        target: ['>=', 100],
      }),
    ]
  } finally {
    await worker.stop()
  }
}

function queue(app: AppContext, count: number): Promise<void> {
  return app.db.transaction({ as: 'system' }, async (tx) => {
    for (let index = 0; index < count; index += 1) {
      await queueMail(tx, activationMail, {
        to: 'karim@bench.example',
        language: 'fr',
        props: {
          name: 'Karim Bennani',
          employerName: 'Atlas Textile SA',
          login: 'kbennani.decl.005839',
          service: 'declaration_internal',
          hours: 72,
        },
        employerId: null,
        at: app.clock.now(),
      })
    }
  })
}

/** The folder mailer, and when it was asked. */
function watchedMailer(folder: string): { mailer: Mailer; next(count: number): Promise<number> } {
  const inner = folderMailer(folder)
  let awaited: { left: number; resolve: (at: number) => void } | undefined
  return {
    next: (left) => new Promise((resolve) => (awaited = { left, resolve })),
    mailer: {
      close: () => inner.close(),
      async send(envelope) {
        const began = performance.now()
        await inner.send(envelope)
        if (!awaited) return
        awaited.left -= 1
        // One alone is timed from when it was picked up, a thousand until the last is written.
        if (awaited.left === 0) awaited.resolve(began)
      },
    },
  }
}

async function notificationLatency(url: string): Promise<number[]> {
  const [ear, mouth] = [new Client(url), new Client(url)]
  await Promise.all([ear.connect(), mouth.connect()])
  await ear.query('listen bench')
  const each: number[] = []
  for (let index = 0; index < alone; index += 1) {
    const heard = new Promise<number>((resolve) =>
      ear.once('notification', () => resolve(performance.now())),
    )
    const began = performance.now()
    await mouth.query('notify bench')
    each.push((await heard) - began)
  }
  await Promise.all([ear.end(), mouth.end()])
  return each.toSorted((one, other) => one - other)
}
