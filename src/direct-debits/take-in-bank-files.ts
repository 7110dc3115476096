import { mkdir, readdir, readFile, rename, stat } from 'node:fs/promises'
import path from 'node:path'
import { Refusal } from '../actors/refusal.ts'
import { systemActor } from '../actors/actor.ts'
import { record } from '../audit/record.ts'
import type { AppContext } from '../context.ts'
import { receiveBankMessage } from './receive-bank-message.ts'

const actor = systemActor('bank')

/** As on the page where an agent gives one. */
const mostBytes = 20 * 1024 * 1024

/**
 * Takes in what the bank, or who carries its files, left in the inbox: whole files, named «….xml» only once they are. Each goes to
 * `done` or to `refused`. Killed in between, it is read again and known: nothing counts twice.
 */
export async function takeInBankFiles(
  app: AppContext,
): Promise<{ readonly taken: number; readonly refused: number }> {
  const inbox = app.config.bankInbox
  const counts = { taken: 0, refused: 0 }
  if (inbox === null) return counts
  for (const name of await filesIn(inbox)) {
    const outcome = await takeIn(app, path.join(inbox, name))
    if (outcome) counts[outcome] += 1
  }
  return counts
}

/** In the order of their names, which banks number or date; nothing when there is no folder yet. */
async function filesIn(inbox: string): Promise<string[]> {
  const entries = await readdir(inbox, { withFileTypes: true }).catch(ignoreAbsence)
  return (entries ?? [])
    .filter((entry) => entry.isFile() && /^[^.].*\.xml$/i.test(entry.name))
    .map((entry) => entry.name)
    .sort()
}

async function takeIn(app: AppContext, file: string): Promise<'taken' | 'refused' | undefined> {
  const name = path.basename(file)
  try {
    // Another worker may have taken it meanwhile.
    const size = (await stat(file).catch(ignoreAbsence))?.size
    if (size === undefined) return undefined
    if (size > mostBytes) throw new Refusal('debits.message_too_many')
    await receiveBankMessage(app, actor, { name, bytes: await readFile(file) })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code !== 'debits.message_known') {
      await noteRefused(app, name, error)
      await put(app, file, 'refused')
      return 'refused'
    }
  }
  await put(app, file, 'done')
  return 'taken'
}

/** The agents read it in the fund's trail; the operator in the log. */
async function noteRefused(app: AppContext, name: string, { code }: Refusal): Promise<void> {
  app.log.warn({ file: name, reason: code }, 'a file of the bank was refused')
  await app.db.transaction({ as: 'system' }, (tx) =>
    record(tx, actor, app.clock.now(), {
      action: 'bank_message.refused',
      subject: { kind: 'bank_message', id: name.slice(0, 100) },
      employerId: null,
      details: { name: name.slice(0, 100), reason: code },
    }),
  )
}

/** Beside the inbox, under the instant: two files of one name are both kept. */
async function put(app: AppContext, file: string, where: 'done' | 'refused'): Promise<void> {
  const folder = path.join(path.dirname(file), where)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const at = app.clock.now().toISOString().replace(/[:.]/g, '')
  await rename(file, path.join(folder, `${at}-${path.basename(file)}`)).catch(ignoreAbsence)
}

function ignoreAbsence(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
