import { cpSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { settle } from '../chaos/backstage.ts'
import { Journal } from '../chaos/journal.ts'
import { judgeWhatIsLeft } from '../chaos/judge.ts'
import { play } from '../chaos/play.ts'
import { seeded } from '../chaos/random.ts'
import { copyAtWork } from './copy-at-work.ts'
import { Installation, ports } from './installation.ts'
import { PortalNode } from './portal-node.ts'
import { PostgresServer } from './postgres-server.ts'
import { openStage } from './run-nodes.ts'

const images = 2

interface Image {
  readonly folder: string
  readonly dataFolder: string
  readonly journal: Journal
}

let installation: Installation
beforeAll(async () => {
  installation = await Installation.open()
})
afterAll(() => installation.close())

describe('the disk of a running PostgreSQL, as it is at any moment', () => {
  it('RE7: copied under load and started elsewhere, it has everything that was acknowledged, and its invariants hold', async () => {
    const journal = new Journal()
    const random = seeded(7)
    const cast = await openStage(installation, 60)
    const clients = play(installation, journal, cast, { random, only: undefined })
    const taken: Image[] = []
    for (let index = 0; index < images; index += 1) {
      await journal.grownBy(20)
      await wait(random.between(0, 1_000))
      taken.push(await takeImage(installation, journal, index))
    }
    installation.over = true
    await clients
    for (const image of taken) expect(await judgeImage(image)).toEqual({ complaints: [], lost: 0 })
    expect(taken.at(-1)?.journal.entries.length).toBeGreaterThan(10)
  }, 600_000)
})

/** What was acknowledged before stands in the image; documents are on the disk before the rows that speak of them. */
async function takeImage(
  { database, dataFolder, folder: own }: Installation,
  journal: Journal,
  index: number,
): Promise<Image> {
  const before = new Journal()
  for (const entry of journal.entries) before.acknowledge(entry)
  const folder = path.join(own, `image-${index}`)
  await database.frozen(() =>
    cpSync(database.folder, path.join(folder, 'postgres'), {
      recursive: true,
      verbatimSymlinks: true,
    }),
  )
  copyAtWork(dataFolder, path.join(folder, 'data'))
  rmSync(path.join(folder, 'postgres', 'postmaster.pid'))
  return { folder, dataFolder: path.join(folder, 'data'), journal: before }
}

/** The portal goes on from there, as after a power cut: what waited is done. */
async function judgeImage({ folder, dataFolder, journal }: Image) {
  const server = await PostgresServer.on(path.join(folder, 'postgres'), dataFolder)
  const [port = 0] = await ports(1)
  const node = new PortalNode(port, {
    ...installation.environment(),
    GUICHET_DATA: dataFolder,
    DATABASE_URL: server.ownerUrl,
  })
  try {
    await node.start()
    await settle({ adminUrl: server.adminUrl })
    await node.end('SIGTERM')
    const { ownerUrl, appUrl, adminUrl } = server
    const files = path.join(dataFolder, 'files')
    const rows = await server.ask<{ id: string }>('select id from mails')
    const known = new Set(rows.map(({ id }) => id))
    // The portal that went on has written to people of whom the image does not know.
    const mails = new Set(
      installation.post.arrived.map(({ id }) => id).filter((id) => known.has(id)),
    )
    const verdict = await judgeWhatIsLeft({ ownerUrl, appUrl, adminUrl, files, mails }, journal)
    return { complaints: verdict.complaints, lost: verdict.lost }
  } finally {
    await node.end('SIGKILL')
    await server.end('SIGQUIT')
  }
}
