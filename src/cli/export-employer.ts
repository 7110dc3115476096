import { open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { systemActor } from '../actors/actor.ts'
import { type TakeoutTold, tellTakeout } from '../agency/takeout/tell-takeout.ts'
import {
  type TakeoutOrder,
  writeTakeout,
  type WrittenTakeout,
} from '../agency/takeout/write-takeout.ts'
import { decideConfig, readEnvironment } from '../config.ts'
import { type DataContext, openDataContext } from '../data-context.ts'
import { findEmployerId } from '../employers/store/employers.ts'
import { type Given, UsageError } from './command.ts'
import { refuseOtherKey } from './key-of-installation.ts'
import { Closing, openExisting } from './platform.ts'

const actor = systemActor('guichet export-employer')

/** Everything of one company in one archive, as two supervisors would collect it; it is in the company's trail. */
export async function runExportEmployer({ env, files, options }: Given): Promise<number> {
  const { number, place } = whatOf(files)
  const reason = options['reason']
  if (typeof reason !== 'string' || reason.trim() === '')
    throw new UsageError('Say why with --reason: the company reads it in its trail.')
  if (await exists(place))
    throw new UsageError(`${place} is there already. Give the name of a new file.`)
  const closing = new Closing()
  try {
    const config = decideConfig(readEnvironment(env), 'demonstration')
    const { ownerUrl, appUrl } = await openExisting(config, closing)
    await refuseOtherKey(ownerUrl, config.dataFolder)
    const app = await openDataContext(config, { app: appUrl })
    closing.add(() => app.close())
    const { fingerprint } = await exportTo(app, {
      number,
      place,
      reason: reason.trim().slice(0, 500),
    })
    const { size } = await stat(place)
    process.stdout.write(
      `${place}: everything of employer ${number} (${(size / 1_048_576).toFixed(1)} MB). Salaries and identity numbers are readable in it: keep it like a password.\nFingerprint ${fingerprint}: \`guichet verify-export\` proves the archive with it; it is in the trail of the company.\n`,
    )
    return 0
  } finally {
    await closing.all()
  }
}

interface Wanted {
  readonly number: string
  readonly place: string
  readonly reason: string
}

/** It takes its name once it is whole, and the trail of the company says what became of it. */
export async function exportTo(
  app: DataContext,
  { number, place, reason }: Wanted,
): Promise<WrittenTakeout> {
  const at = app.clock.now()
  const employerId = await app.db.transaction({ as: 'system' }, async (tx) => {
    const id = await findEmployerId(tx, number)
    if (id === null) throw new UsageError(`No employer has the number ${number}.`)
    await tellTakeout(tx, actor, at, { ...told(id, reason), action: 'employer.takeout_begun' })
    return id
  })
  const draft = `${place}.part-${process.pid}`
  const tell = (end: Pick<TakeoutTold, 'action' | 'fingerprint'>) =>
    app.db.transaction({ as: 'system' }, (tx) =>
      tellTakeout(tx, actor, app.clock.now(), { ...told(employerId, reason), ...end }),
    )
  try {
    const facts = { fund: app.config.fund.name, by: actor.name, reason, at }
    const written = await writeTo(app, draft, { employerId, facts })
    await tell({ action: 'employer.taken_out', fingerprint: written.fingerprint })
    await rename(draft, place)
    return written
  } catch (error) {
    await rm(draft, { force: true })
    await tell({ action: 'employer.takeout_failed' })
    throw error
  }
}

async function writeTo(
  app: DataContext,
  draft: string,
  order: Omit<TakeoutOrder, 'descriptor'>,
): Promise<WrittenTakeout> {
  const file = await open(draft, 'wx', 0o600)
  try {
    const written = await writeTakeout(app, { ...order, descriptor: file.fd })
    await file.sync()
    return written
  } finally {
    await file.close()
  }
}

const told = (id: string, reason: string) => ({
  subject: { kind: 'employer', id },
  employerId: id,
  reason,
})

function whatOf(files: Given['files']): { number: string; place: string } {
  const [number, place] = files
  if (number === undefined || place === undefined || files.length > 2 || !/^\d{6}$/.test(number))
    throw new UsageError('Give the N° Adhérent, six digits, and the archive to make.')
  return { number, place: path.resolve(place) }
}

function exists(place: string): Promise<boolean> {
  return stat(place).then(
    () => true,
    () => false,
  )
}
