import { hourMs } from '../calendar/index.ts'
import { getDelegateIdentity } from '../access/store/delegates.ts'
import { findDelegateConcernedBy } from '../access/delegate-concerned.ts'
import { throttle, type TryLimit } from '../access/throttle.ts'
import type { AgentActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import type { AppContext } from '../context.ts'
import { bearsHandwrittenNumber, isInReview } from '../letters/letter.ts'
import { findLetter } from '../letters/store/letters.ts'
import { identityKey } from '../platform/secrets/identity.ts'
import { refuseOwnCompany } from './refuse-own-company.ts'

/** A misread digit or two may be typed again; nobody finds a number by trying. */
const triesOfOneAgent: TryLimit = { free: 5, windowMs: hourMs, delayMs: () => hourMs }
const triesOnOneLetter: TryLimit = { free: 15, windowMs: hourMs, delayMs: () => hourMs }

export type Comparison = 'same' | 'other' | 'too_many'

/**
 * Says whether the number that an agent reads on the paper is the delegate's, and never what it is: compared by its keyed
 * hash, a few times an hour, each try in the employer's trail (product P5; decision: a person).
 */
export async function compareIdentity(
  app: AppContext,
  actor: AgentActor,
  read: { readonly letterId: string; readonly number: string },
): Promise<Comparison> {
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const letter = (await findLetter(tx, read.letterId)) ?? refuse('web.not_found')
    if (!bearsHandwrittenNumber(letter) || !isInReview(letter)) return refuse('web.not_found')
    await refuseOwnCompany(tx, actor, letter.employerNumber)
    const delegate = (await findDelegateConcernedBy(tx, letter)) ?? refuse('web.not_found')
    const now = app.clock.now()
    const key = `identity ${letter.id}`
    const mine = await throttle(tx, `${key} ${actor.id}`, triesOfOneAgent, now)
    const all = await throttle(tx, key, triesOnOneLetter, now)
    if (!mine.allowed || !all.allowed) return 'too_many'
    const known = await getDelegateIdentity(tx, delegate.employerId, delegate.id)
    const typed = identityKey(app.keyring, { kind: known.identity_kind, number: read.number })
    const isSame = typed.equals(known.identity_key)
    await record(tx, actor, now, {
      action: isSame ? 'letter.identity_same' : 'letter.identity_other',
      subject: { kind: 'letter', id: letter.id },
      employerId: letter.employerId,
      details: { reference: letter.reference },
    })
    return isSame ? 'same' : 'other'
  })
}
