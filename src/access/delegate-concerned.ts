import { systemActor } from '../actors/actor.ts'
import { record } from '../audit/record.ts'
import type { AppContext } from '../context.ts'
import type { Letter } from '../letters/letter.ts'
import type { Tx } from '../platform/db/database.ts'
import type { Delegate } from './delegates.ts'
import { findDelegateInFunction } from './store/delegates.ts'

/** The delegate in function, if they were when the letter was drawn up. */
export async function findDelegateConcernedBy(
  tx: Tx,
  letter: Pick<Letter, 'employerId' | 'createdAt'>,
): Promise<Delegate | undefined> {
  const delegate = letter.employerId
    ? await findDelegateInFunction(tx, letter.employerId)
    : undefined
  return delegate && delegate.createdAt <= letter.createdAt ? delegate : undefined
}

/**
 * Whom a letter about the delegate is about: the one in function when it was drawn up. If another has taken the
 * function since, it concerns nobody any more; the trail says so and nothing is changed.
 */
export async function findDelegateConcerned(
  tx: Tx,
  app: AppContext,
  letter: Letter,
): Promise<Delegate | undefined> {
  const delegate = await findDelegateConcernedBy(tx, letter)
  if (delegate) return delegate
  await record(tx, systemActor('letters'), app.clock.now(), {
    action: 'letter.without_object',
    subject: { kind: 'letter', id: letter.id },
    employerId: letter.employerId,
    details: { letter: letter.reference, kind: letter.kind },
  })
  return undefined
}
