import { fullName } from '../../access/accounts.ts'
import { getDelegate } from '../../access/store/delegates.ts'
import type { DelegateActor } from '../../actors/actor.ts'
import type { AppContext } from '../../context.ts'
import { getEmployer } from '../../employers/store/employers.ts'
import { drawUpLetter } from '../../letters/draw-up-letter.ts'
import type { Language } from '../../web/words/language.ts'
import { type RequestedKind, requestedLetter } from '../requested-letter.ts'

export interface LetterWishes {
  readonly kind: RequestedKind
  readonly signatoryName: string
  readonly signatoryCapacity: string
  /** For «Mise à jour de l'e-mail»: the new address. */
  readonly newEmail: string | null
  /** For «Réinitialisation»: the second factor goes too. */
  readonly lostFactor: boolean
  readonly language: Language
}

/**
 * Draws up one of the two short letters with what the fund already knows of the company and its delegate; only the
 * signatory, and the new address, are asked (product A10; decision: letters).
 */
export async function prepareLetter(
  app: AppContext,
  actor: DelegateActor,
  wishes: LetterWishes,
): Promise<{ readonly id: string; readonly reference: string }> {
  const { employerId } = actor
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const employer = await getEmployer(tx, employerId)
    const delegate = await getDelegate(tx, employerId, actor.id)
    const letter = requestedLetter(
      {
        kind: wishes.kind,
        employerNumber: employer.number,
        companyName: employer.name,
        delegateName: fullName(delegate),
        signatoryName: wishes.signatoryName,
        signatoryCapacity: wishes.signatoryCapacity,
        email: wishes.newEmail ?? delegate.email,
        lostFactor: wishes.lostFactor,
      },
      employerId,
      wishes.language,
    )
    const data = { ...letter.data, preparedBy: actor.id }
    return drawUpLetter(tx, actor, app.clock.now(), { ...letter, data })
  })
}
