import path from 'node:path'
import { type LocalDate, parseLocalDate } from '../calendar/index.ts'
import { decideConfig, readEnvironment } from '../config.ts'
import { referenceFrom, type SentTransfer, type Wishes } from '../demo/bank/answers.ts'
import { type Played, playBank } from '../demo/bank/play-bank.ts'
import { parseRib } from '../employers/rib.ts'
import { parseDirhams } from '../money/index.ts'
import { type Given, UsageError } from './command.ts'
import { mustBeDemonstration } from './installation.ts'
import { Closing, openContext, openFound } from './platform.ts'
import { writeOut } from './write-out.ts'

type Options = Given['options']

/** Plays the bank of a demonstration: the files it answers with, to be given to the portal as an agent would. */
export async function runDemoBank({ env, options }: Given): Promise<number> {
  const wishes = wishesOf(options)
  const transfers = transfersOf(options, new Date())
  const on = dayOf(options)
  const closing = new Closing()
  try {
    const config = decideConfig(readEnvironment(env), 'demonstration')
    const server = await openFound(config, closing)
    await mustBeDemonstration(server.ownerUrl)
    const app = await openContext(config, server, closing)
    const folder = textOf(options, 'to') ?? config.bankInbox ?? config.dataFolder
    const where = path.resolve(folder)
    const played = await playBank(app, { folder: where, on, wishes, transfers })
    await writeOut(report(played, folder === config.bankInbox))
    return 0
  } finally {
    await closing.all()
  }
}

function report({ files, settled, rejected, transfers }: Played, isInbox: boolean): string {
  if (files.length === 0) return NOTHING
  return [
    `Debits settled: ${settled}, rejected: ${rejected}; transfers: ${transfers}.`,
    ...files.map((file) => `  ${file}`),
    isInbox
      ? 'The portal takes them in within a minute, when it runs.'
      : 'Give them to the portal: Agence Virtuelle, «Prélèvements», «Messages de la banque».',
    '',
  ].join('\n')
}

const NOTHING =
  'No collection waits for the bank. As an agent, prepare the file of the day under «Prélèvements» and note that the bank has it.\n'

function wishesOf(options: Options): Wishes {
  const rejected = Number(textOf(options, 'rejected') ?? '20')
  if (!(rejected >= 0 && rejected <= 100)) {
    throw new UsageError('--rejected is a share from 0 to 100.')
  }
  const reason = textOf(options, 'reason') ?? null
  if (reason !== null && !/^[A-Z]{2}\d{2}$/.test(reason)) {
    throw new UsageError('--reason is a code of the bank, such as AM04.')
  }
  return {
    seed: textOf(options, 'seed') ?? '1',
    rejected,
    reason,
    accept: listOf(options, 'accept'),
    reject: listOf(options, 'reject'),
  }
}

function transfersOf(options: Options, now: Date): SentTransfer[] {
  const typed = textOf(options, 'transfer')
  if (typed === undefined) return []
  const amount = parseDirhams(typed)
  if (!amount.ok || amount.value <= 0n) {
    throw new UsageError('--transfer is an amount in dirhams, such as 1200.00.')
  }
  const rib = textOf(options, 'from') ?? null
  if (rib !== null && !parseRib(rib).ok) throw new UsageError('--from is a RIB of 24 digits.')
  const reference = textOf(options, 'reference') ?? ''
  return [
    {
      amount: amount.value,
      reference,
      payerName: textOf(options, 'payer') ?? 'Donneur d’ordre',
      payerRib: rib,
      label: textOf(options, 'label') ?? reference,
      // Each time it is asked is another transfer, even of the same amount.
      bankReference: referenceFrom(`${typed} ${reference} ${now.toISOString()}`),
    },
  ]
}

/** Today unless told. */
function dayOf(options: Options): LocalDate | undefined {
  const typed = textOf(options, 'on')
  if (typed === undefined) return undefined
  const day = parseLocalDate(typed)
  if (!day.ok) throw new UsageError('--on is a day, such as 2026-11-24.')
  return day.value
}

function textOf(options: Options, name: string): string | undefined {
  const value = options[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

function listOf(options: Options, name: string): string[] {
  return (textOf(options, name) ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)
}
