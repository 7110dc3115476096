import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import type { Upload } from '../../platform/files/upload.ts'
import { arrive } from './arrive.ts'
import { beginDeposit, type DepositCommand } from './begin-deposit.ts'
import { type Depositor, scopeOf } from './depositor.ts'
import { lockDeposit } from './store/deposits.ts'
import { findSameReceived } from './store/same-deposits.ts'

/**
 * A whole file has come in one request, without script: kept, and to be checked. Sent twice at the same time it is
 * one deposit, and both are told what became of it.
 */
export async function receiveFile(
  app: AppContext,
  actor: Depositor,
  command: DepositCommand,
  upload: Pick<Upload, 'temporary' | 'size' | 'sha256'>,
): Promise<string> {
  if (upload.size === 0) return refuse('declarations.empty_file')
  const begun = await beginDeposit(app, actor, command)
  await app.files.keepCopy(upload.temporary, upload.sha256)
  const { id, period } = begun
  return app.db.transaction(scopeOf(actor, period !== null), async (tx) => {
    const twin = await findSameReceived(tx, begun, upload.sha256)
    if (twin) return twin
    const deposit = await lockDeposit(tx, period?.employerId ?? null, id)
    // Finished or given up by another request meanwhile: its page says so.
    if (deposit?.state === 'receiving') await arrive(tx, app, actor, { deposit, file: upload })
    return id
  })
}
