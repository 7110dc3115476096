import type { Tx } from '../platform/db/database.ts'
import { saveRefusal } from './store/debit-mandates.ts'

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
  const mandateId = String(letter.data['debitMandateId'])
  await saveRefusal(tx, letter.employerId, mandateId, app.clock.now())
}
