import type { Database } from '../platform/db/database.ts'
import { verifyKeptAssertion } from './passkeys/verify-kept-assertion.ts'
import { statementDigest } from './statement.ts'
import { listSignedStatements, type SignedStatement } from './store/signed-statements.ts'

/** An agreement that a passkey signed and that does not hold, and why. */
export interface StatementBreak {
  readonly employerId: string | null
  readonly signedAt: Date
  readonly what: 'wording' | 'trail' | 'signature' | 'key'
}

const pageSize = 500
const first = '00000000-0000-0000-0000-000000000000'

/**
 * Verifies again every agreement that a passkey signed: that the text is the one that was signed, by this key, which its
 * owner had added, and that the trail tells of it (quality AT70).
 */
export async function verifyStatements(
  db: Database,
): Promise<{ readonly statements: number; readonly breaks: readonly StatementBreak[] }> {
  const breaks: StatementBreak[] = []
  let statements = 0
  for (let after = first; ; ) {
    const found = await db.transaction({ as: 'system' }, (tx) =>
      listSignedStatements(tx, after, pageSize),
    )
    for (const one of found) {
      const what = await whatIsWrong(one)
      if (what) breaks.push({ employerId: one.employerId, signedAt: one.signedAt, what })
    }
    statements += found.length
    const last = found.at(-1)
    if (!last) return { statements, breaks }
    after = last.id
  }
}

/** The first thing that does not hold; null when everything does. */
async function whatIsWrong(one: SignedStatement): Promise<StatementBreak['what'] | null> {
  if (!statementDigest(one.wording).equals(one.digest)) return 'wording'
  if (!one.isInTrail) return 'trail'
  if (!(await verifyKeptAssertion(one, one.digest))) return 'signature'
  return one.isKeyInTrail ? null : 'key'
}
