import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type LocalDate, todayIn } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import { listEntries } from '../../direct-debits/store/collections.ts'
import { listCollections } from '../../direct-debits/store/read-collections.ts'
import {
  answerDebits,
  type AskedCollection,
  type BankDay,
  type SentTransfer,
  type Wishes,
} from './answers.ts'
import { type BankFile, bankFiles } from './messages.ts'

export interface Played {
  readonly files: readonly string[]
  readonly settled: number
  readonly rejected: number
  readonly transfers: number
}

/**
 * The invented bank of a demonstration: answers every collection that was handed over and still waits, and brings the transfers
 * that were asked for. It only writes files, as a bank does; the portal takes them in like any other.
 */
export async function playBank(
  app: Pick<AppContext, 'db' | 'clock'>,
  {
    folder,
    on = todayIn(app.clock),
    wishes,
    transfers,
  }: {
    readonly folder: string
    /** The day on which the bank books it all; today unless told. */
    readonly on?: LocalDate | undefined
    readonly wishes: Wishes
    readonly transfers: readonly SentTransfer[]
  },
): Promise<Played> {
  const asked = await listAsked(app)
  const at = app.clock.now()
  const days = asked.map((one): BankDay & { own: string } => ({
    own: one.reference,
    on,
    at,
    collection: { reference: one.reference, answers: answerDebits(one, wishes) },
    transfers: [],
  }))
  const [first] = transfers
  if (first) {
    days.push({ own: `VIR-${first.bankReference}`, on, at, collection: null, transfers })
  }
  const written: BankFile[] = days.flatMap((day) => bankFiles(day, day.own))
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const file of written) await writeWhole(path.join(folder, file.name), file.text)
  const answers = days.flatMap(({ collection }) => collection?.answers ?? [])
  const settled = answers.filter(({ outcome }) => outcome === 'settled').length
  return {
    files: written.map(({ name }) => path.join(folder, name)),
    settled,
    rejected: answers.length - settled,
    transfers: transfers.length,
  }
}

/** What the bank holds and has not answered yet. */
function listAsked({ db }: Pick<AppContext, 'db'>): Promise<AskedCollection[]> {
  return db.transaction({ as: 'system' }, async (tx) => {
    const asked: AskedCollection[] = []
    for (const { id, reference, state } of await listCollections(tx, { limit: 1000, offset: 0 })) {
      if (state !== 'handed_over') continue
      const debits = (await listEntries(tx, id)).filter(({ outcome }) => outcome === null)
      if (debits.length > 0) asked.push({ reference, debits })
    }
    return asked.toReversed()
  })
}

/** Under its name only once it is whole: whoever watches the folder never reads half a file. */
async function writeWhole(file: string, text: string): Promise<void> {
  await writeFile(`${file}.part`, text, { mode: 0o600 })
  await rename(`${file}.part`, file)
}
