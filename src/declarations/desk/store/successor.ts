import type { Declarant } from '../../declarant.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { type Declaration, findDeclarant } from '../../store/declarations.ts'

/** What took the place of a check that is over: a newer one, or the declaration that was sent. */
export interface Successor {
  readonly id: string
  readonly state: 'checked' | 'sent'
  readonly fileName: string
  readonly receiptNumber: string
  readonly by: Declarant
  readonly at: Date
}

export async function findSuccessor(
  tx: Tx,
  employerId: string,
  { category, quarter }: Pick<Declaration, 'category' | 'quarter'>,
): Promise<Successor | undefined> {
  const row = await tx
    .selectFrom('declarations as one')
    .select([
      'one.id',
      'one.state',
      'one.file_name',
      'one.receipt_number',
      'one.uploaded_at',
      'one.sent_at',
      'one.uploaded_by',
      'one.sent_by',
    ])
    .where('one.employer_id', '=', employerId)
    .where('one.category', '=', category)
    .where('one.year', '=', quarter.year)
    .where('one.quarter', '=', quarter.quarter)
    .where('one.state', 'in', ['checked', 'sent'])
    // A correction in progress is nearer than what was sent.
    .orderBy('one.revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const isSent = row.state === 'sent'
  return {
    id: row.id,
    state: isSent ? 'sent' : 'checked',
    fileName: row.file_name,
    receiptNumber: row.receipt_number ?? '',
    by: await findDeclarant(tx, (isSent ? row.sent_by : null) ?? row.uploaded_by),
    at: (isSent ? row.sent_at : null) ?? row.uploaded_at,
  }
}
