import { rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { systemActor } from '../actors/actor.ts'
import { writeTakeout } from '../agency/takeout/write-takeout.ts'
import { record } from '../audit/record.ts'
import { systemClock } from '../calendar/index.ts'
import { decideConfig, readEnvironment } from '../config.ts'
import { type DataContext, openDataContext } from '../data-context.ts'
import { findEmployerId } from '../employers/find-employer.ts'
import { type Given, UsageError } from './command.ts'
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
    const { appUrl } = await openExisting(config, closing)
    const app = await openDataContext(config, { app: appUrl }, systemClock)
    closing.add(() => app.close())
    await exportTo(app, { number, place, reason: reason.trim().slice(0, 500) })
    const { size } = await stat(place)
    process.stdout.write(
      `${place}: everything of employer ${number} (${(size / 1_048_576).toFixed(1)} MB). Salaries and identity numbers are readable in it: keep it like a password.\n`,
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

/** It takes its name once it is whole. */
export async function exportTo(app: DataContext, { number, place, reason }: Wanted): Promise<void> {
  const at = app.clock.now()
  const employerId = await app.db.transaction({ as: 'system' }, async (tx) => {
    const id = await findEmployerId(tx, number)
    if (id === null) throw new UsageError(`No employer has the number ${number}.`)
    await record(tx, actor, at, {
      action: 'employer.taken_out',
      subject: { kind: 'employer', id },
      employerId: id,
      details: { reason },
    })
    return id
  })
  const draft = `${place}.part-${process.pid}`
  const facts = { fund: app.config.fund.name, by: actor.name, reason, at }
  try {
    await writeTakeout(app, { employerId, place: draft, facts })
    await rename(draft, place)
  } finally {
    await rm(draft, { force: true })
  }
}

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
