import type { Tx } from '../../platform/db/database.ts'

/** A check that was set aside; one that was sent meanwhile stays. */
export async function markAbandoned(tx: Tx, employerId: string, id: string): Promise<void> {
  await tx
    .updateTable('declarations')
    .set({ state: 'abandoned' })
    .where('id', '=', id)
    .where('employer_id', '=', employerId)
    .where('state', '=', 'checked')
    .execute()
}

interface Sent {
  readonly receiptNumber: string
  readonly sentBy: string
  readonly at: Date
}

export async function markSent(
  tx: Tx,
  employerId: string,
  id: string,
  { receiptNumber, sentBy, at }: Sent,
): Promise<void> {
  await tx
    .updateTable('declarations')
    .set((to) => ({
      state: 'sent',
      receipt_number: receiptNumber,
      sent_by: sentBy,
      sent_at: at,
      version: to('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('employer_id', '=', employerId)
    .execute()
}
