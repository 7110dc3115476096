import { verifyKeptAssertion } from '../access/passkeys/verify-kept-assertion.ts'
import type { Database } from '../platform/db/database.ts'
import { digestOf } from './order-wording.ts'
import {
  type ConfirmationToVerify,
  listConfirmationsToVerify,
} from './store/confirmations-to-verify.ts'

/** A confirmation that does not hold, and why. */
export interface ConfirmationBreak {
  readonly reference: string
  readonly revision: number
  readonly confirmedAt: Date
  readonly what: 'wording' | 'trail' | 'assertion' | 'signature' | 'key'
}

export interface ConfirmationsVerdict {
  readonly confirmations: number
  readonly byPasskey: number
  readonly breaks: readonly ConfirmationBreak[]
}

const pageSize = 500
const first = '00000000-0000-0000-0000-000000000000'

/**
 * Verifies every confirmation of a payment order again: that it is of the wording that is kept, that the trail tells of it,
 * and, where a passkey confirmed, that this key signed exactly this digest and that its owner had added it (product E3).
 */
export async function verifyConfirmations(db: Database): Promise<ConfirmationsVerdict> {
  const breaks: ConfirmationBreak[] = []
  let confirmations = 0
  let byPasskey = 0
  for (let after = first; ; ) {
    const found = await db.transaction({ as: 'system' }, (tx) =>
      listConfirmationsToVerify(tx, after, pageSize),
    )
    for (const one of found) {
      const what = await whatIsWrong(one)
      if (what) breaks.push(breakOf(one, what))
      if (one.presence === 'passkey') byPasskey += 1
    }
    confirmations += found.length
    const last = found.at(-1)
    if (!last) return { confirmations, byPasskey, breaks }
    after = last.id
  }
}

/** The first thing that does not hold; null when everything does. */
async function whatIsWrong(one: ConfirmationToVerify): Promise<ConfirmationBreak['what'] | null> {
  if (!digestOf(one.wording).equals(one.digest)) return 'wording'
  if (!one.isInTrail) return 'trail'
  if (one.presence === 'password') return null
  if (!one.assertion) return 'assertion'
  if (!(await verifyKeptAssertion(one.assertion, one.digest))) return 'signature'
  return one.assertion.isKeyInTrail ? null : 'key'
}

function breakOf(
  { reference, revision, confirmedAt }: ConfirmationToVerify,
  what: ConfirmationBreak['what'],
): ConfirmationBreak {
  return { reference, revision, confirmedAt, what }
}
