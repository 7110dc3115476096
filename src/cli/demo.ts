import { rm } from 'node:fs/promises'
import path from 'node:path'
import { type Config, decideConfig, readEnvironment } from '../config.ts'
import type { AppContext } from '../context.ts'
import type { DemoAccount } from '../demo/accounts.ts'
import { seedDemonstration } from '../demo/seed.ts'
import { type FundSize, isFundSize, makeWholeFund } from '../demo/whole-fund.ts'
import { withConnection } from '../platform/db/connection.ts'
import type { PreparedDatabase } from '../platform/db/prepare-database.ts'
import { startWorker } from '../worker.ts'
import { type Given, UsageError } from './command.ts'
import { findAccounts, forgetAccounts, keepAccounts, showAccounts } from './demo-accounts.ts'
import {
  eraseDemonstration,
  holdsEmployers,
  isSeeded,
  markInstallation,
  markSeeded,
} from './installation.ts'
import { listen } from './listen.ts'
import { listenForMetrics } from './listen-metrics.ts'
import { Closing, migrateAgain, openContext, openPrepared } from './platform.ts'
import { stopSignal } from './stop-signals.ts'

export async function runDemo({ env, options }: Given): Promise<number> {
  const config = decideConfig(readEnvironment(env), 'demonstration')
  const closing = new Closing()
  const stopping = stopSignal()
  try {
    const prepared = await openPrepared(config, closing)
    await markInstallation(prepared.ownerUrl, true)
    if (options['reset'] === true || (await isHalfMade(prepared)))
      await beginAgain(config, prepared)
    const app = await openContext(config, prepared, closing)
    await seedWhenEmpty(app, prepared, fundSizeFrom(options))
    await listenForMetrics(app, closing)
    // Before the pages open: a script that waits for them reads today's addresses.
    const hello = await greeting(config)
    const stopListening = await listen(app)
    const worker = await startWorker(app, { owner: prepared.ownerUrl })
    closing.add(() => worker.stop())
    closing.add(stopListening)
    process.stdout.write(hello)
    await stopping
    process.stdout.write('\nStopping. Everything is kept for next time.\n')
    return 0
  } finally {
    await closing.all()
  }
}

/** The keys stay: they belong to the installation, not to what was tried in it. */
async function beginAgain(config: Config, prepared: PreparedDatabase): Promise<void> {
  await eraseDemonstration(prepared.ownerUrl)
  for (const folder of ['mail', 'files']) {
    await rm(path.join(config.dataFolder, folder), { recursive: true, force: true })
  }
  await forgetAccounts(config.dataFolder)
  await migrateAgain(prepared)
  await markInstallation(prepared.ownerUrl, true)
}

/** Killed while it was made: nobody has opened it yet, and the rest of it is not there. */
async function isHalfMade({ ownerUrl }: PreparedDatabase): Promise<boolean> {
  return (await holdsEmployers(ownerUrl)) && !(await isSeeded(ownerUrl))
}

async function seedWhenEmpty(
  app: AppContext,
  { ownerUrl }: PreparedDatabase,
  size: FundSize | null,
): Promise<void> {
  if (await isSeeded(ownerUrl)) {
    if (size) throw new UsageError(MADE_ALREADY)
    return
  }
  let accounts: readonly DemoAccount[] = []
  await seedDemonstration(app, async (made) => {
    accounts = made
    await keepAccounts(app.config, made)
  })
  if (size) {
    const largest = await makeWholeFund(app, size, progress(size))
    await withConnection(ownerUrl, (owner) => owner.query('analyze'))
    await keepAccounts(app.config, [...accounts, ...largest])
  }
  await markSeeded(ownerUrl)
}

/** Both or neither: `--employers 7000 --members 430000` is a fund of the usual size. */
function fundSizeFrom({ employers, members }: Given['options']): FundSize | null {
  if (employers === undefined && members === undefined) return null
  const size = { employers: Number(employers), members: Number(members) }
  if (!isFundSize(size)) throw new UsageError(NO_SIZE)
  return size
}

function progress({ employers }: FundSize): (made: number) => void {
  return (made) => {
    if (made % 500 === 0 || made === employers)
      process.stdout.write(`${made} companies of ${employers} are made.\n`)
  }
}

const NO_SIZE =
  '--employers and --members go together, two whole numbers: at least one member for each employer, such as --employers 7000 --members 430000.'

const MADE_ALREADY =
  'This demonstration is made already. Add --reset to begin again with a fund of that size; what was done in this one is lost.'

async function greeting(config: Config): Promise<string> {
  const accounts = await findAccounts(config)
  return [
    '',
    `Guichet ${config.version} of ${config.fund.name}`,
    '',
    `  ${config.url}`,
    '',
    ...(accounts ? showAccounts(accounts) : [LOST]),
    '',
    config.smtpUrl === null ? `Mail is kept, not sent: ${config.url}/courriels` : 'Mail is sent.',
    `Everything is in ${config.dataFolder}. Ctrl-C stops; \`npm run demo\` begins again.`,
    ...config.warnings.map((warning) => `Note: ${warning}`),
    '',
    '',
  ].join('\n')
}

const LOST =
  'The file of the accounts is no longer there, and their passwords are written nowhere else: `npm run demo` makes new ones.'
