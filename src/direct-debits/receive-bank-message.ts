import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { AgentActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import { todayIn } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import type { Tx } from '../platform/db/database.ts'
import { isUniqueViolation } from '../platform/db/errors.ts'
import { saveFile } from '../platform/files/keep-file.ts'
import type { Upload } from '../platform/files/upload.ts'
import { answerDebit } from './answer-debit.ts'
import type { BankMessage, Movement } from './bank-messages/movement.ts'
import { placeMovement } from './bank-messages/place-movement.ts'
import { readBankMessage } from './bank-messages/read-message.ts'
import { lockEntry } from './store/collections.ts'
import { hasMessage, insertMessage, insertMovement } from './store/messages.ts'

export interface Received {
  readonly movements: number
  readonly applied: number
  readonly parked: number
}

/**
 * Takes in what a bank sent (product E5): every movement is applied, known already, or parked for an agent, all in one transaction;
 * the same file again is refused and changes nothing.
 */
export async function receiveBankMessage(
  app: AppContext,
  actor: AgentActor,
  upload: Pick<Upload, 'name' | 'size' | 'sha256' | 'temporary'>,
): Promise<Received> {
  const read = readBankMessage(await readFile(upload.temporary))
  if (!read.ok) return refuse(`debits.message_${read.reason}`)
  const { message } = read
  await app.files.keep(upload.temporary, upload.sha256)
  try {
    return await app.db.transaction({ as: 'agency' }, async (tx) => {
      if (await hasMessage(tx, upload.sha256)) return refuse('debits.message_known')
      return takeIn(app, tx, actor, upload, message)
    })
  } catch (error) {
    if (isUniqueViolation(error, 'bank_messages_sha256_key')) refuse('debits.message_known')
    throw error
  }
}

// oxlint-disable-next-line max-params -- where, by whom, which file, and what it says
async function takeIn(
  app: AppContext,
  tx: Tx,
  actor: AgentActor,
  upload: Pick<Upload, 'name' | 'size' | 'sha256'>,
  message: BankMessage,
): Promise<Received> {
  const now = app.clock.now()
  const id = randomUUID()
  const fileId = await saveFile(tx, {
    employerId: null,
    sha256: upload.sha256,
    size: upload.size,
    mediaType: 'application/xml',
    name: upload.name.slice(0, 200),
    purpose: 'bank_message',
    storedAt: now,
  })
  await insertMessage(tx, {
    id,
    message,
    sha256: upload.sha256,
    fileId,
    fileName: upload.name.slice(0, 200),
    receivedBy: actor.id,
    receivedAt: now,
  })
  let applied = 0
  let parked = 0
  for (const movement of message.movements) {
    const state = await place(app, tx, { id, message, movement })
    if (state === 'applied') applied += 1
    if (state === 'parked') parked += 1
  }
  await record(tx, actor, now, {
    action: 'bank_message.received',
    subject: { kind: 'bank_message', id },
    employerId: null,
    details: { kind: message.kind, movements: message.movements.length, applied, parked },
  })
  return { movements: message.movements.length, applied, parked }
}

interface Placed {
  readonly id: string
  readonly message: BankMessage
  readonly movement: Movement
}

async function place(app: AppContext, tx: Tx, { id, message, movement }: Placed) {
  const entry = movement.endToEndId ? await lockEntry(tx, movement.endToEndId) : undefined
  const placement = placeMovement(movement, entry)
  if (placement.does === 'park' || !entry) {
    const note = placement.does === 'park' ? placement.because : ''
    const state = placement.does === 'park' ? 'parked' : 'known'
    await insertMovement(tx, id, movement, { state, note })
    return state
  }
  if (placement.does === 'nothing') {
    await insertMovement(tx, id, movement, { state: 'known', note: '' })
    return 'known'
  }
  await answerDebit(app, tx, entry, {
    outcome: placement.does === 'settle' ? 'settled' : 'rejected',
    reason: movement.reason,
    on: movement.bookedOn ?? todayIn(app.clock),
    reference: movement.bankReference || message.messageId,
  })
  await insertMovement(tx, id, movement, { state: 'applied', note: '' })
  return 'applied'
}
