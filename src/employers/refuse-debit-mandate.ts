import type { Tx } from '../platform/db/database.ts'

interface RefusedLetter {
  readonly employerId: string | null
  readonly data: Readonly<Record<string, unknown>>
}

/** The signed mandate was refused: the account asks for another one, and is debited under none (product E6). */
export async function refuseDebitMandate(
  tx: Tx,
  app: { readonly clock: { now(): Date } },
  letter: RefusedLetter,
): Promise<void> {
  if (!letter.employerId) return
  await tx
    .updateTable('debit_mandates')
    .set({ state: 'refused', ended_at: app.clock.now() })
    .where('id', '=', String(letter.data['debitMandateId']))
    .where('employer_id', '=', letter.employerId)
    .where('state', '=', 'requested')
    .execute()
}
