import { addressKey } from '../../access/locks.ts'
import { doubling, throttle, type TryLimit } from '../../access/throttle.ts'
import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import { type Attestation, parseAttestationCode } from './attestation.ts'
import { findAttestationByCode } from './store.ts'

const hour = 3_600_000

/** A counter that checks all day never waits; a program that guesses does. */
const checksByAddress: TryLimit = { free: 60, windowMs: hour, delayMs: doubling(hour / 4) }

/** What the holder of a code may know of its attestation; tries are limited by address, right or wrong (product C6). */
export async function verifyAttestation(
  app: AppContext,
  typed: string,
  address: string,
): Promise<Attestation | undefined> {
  const turn = await app.db.transaction({ as: 'public' }, (tx) =>
    throttle(tx, `attestation ${addressKey({ address })}`, checksByAddress, app.clock.now()),
  )
  if (!turn.allowed) refuse('web.too_many')
  const code = parseAttestationCode(typed)
  if (!code) return undefined
  return app.db.transaction({ as: 'public', code }, (tx) => findAttestationByCode(tx, code))
}
