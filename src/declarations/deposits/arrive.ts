import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { saveFile } from '../../platform/files/keep-file.ts'
import type { Measured } from '../../platform/files/open-file.ts'
import { enqueue, jobKind } from '../../platform/jobs/enqueue.ts'
import { isSmall } from '../check-content.ts'
import type { Deposit } from './deposit.ts'
import { aboutDeposit, type Depositor } from './depositor.ts'
import { saveDeposit } from './store/deposits.ts'
import { lockLeft } from './store/same-deposits.ts'

export const checkDepositJob = jobKind<{ depositId: string }>('check-deposit')

/** All of the file is there and kept: it is a file of the company, and will be checked, whatever happens to who sent it. */
export async function arrive(
  tx: Tx,
  app: AppContext,
  actor: Depositor,
  { deposit, file }: { readonly deposit: Deposit; readonly file: Measured },
): Promise<void> {
  const now = app.clock.now()
  const fileId = await saveFile(tx, {
    employerId: deposit.period?.employerId ?? null,
    sha256: file.sha256,
    size: file.size,
    mediaType: 'application/octet-stream',
    name: deposit.fileName,
    purpose: 'declaration',
    storedAt: now,
  })
  await saveDeposit(tx, deposit, {
    state: 'received',
    size_bytes: BigInt(file.size),
    received_bytes: BigInt(file.size),
    file_id: fileId,
    seen_at: now,
    received_at: now,
  })
  await planCheck(tx, deposit.id, file.size)
  await giveUpOthers(tx, actor, now, deposit)
  const sha256 = file.sha256.toString('hex')
  await record(tx, actor, now, aboutDeposit(deposit, 'deposit.received', { sha256 }))
}

/** Large files are checked one after the other; small ones do not wait for them. */
export async function planCheck(tx: Tx, depositId: string, size: number): Promise<void> {
  const queue = isSmall({ size }) ? {} : { queue: 'large-files' }
  await enqueue(tx, checkDepositJob, { depositId }, { key: `check-deposit ${depositId}`, ...queue })
}

/** What the same person left on its way for the same period is not waited for any more. */
// oxlint-disable-next-line max-params -- the transaction, who, when, and what arrived
async function giveUpOthers(tx: Tx, actor: Depositor, now: Date, deposit: Deposit): Promise<void> {
  for (const other of await lockLeft(tx, deposit)) {
    if (other.id === deposit.id) continue
    await saveDeposit(tx, other, { state: 'cancelled', finished_at: now })
    await record(tx, actor, now, aboutDeposit(other, 'deposit.given_up'))
  }
}
