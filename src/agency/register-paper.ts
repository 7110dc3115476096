import type { AgentActor } from '../actors/actor.ts'
import type { AppContext } from '../context.ts'
import type { Letter } from '../letters/letter.ts'
import { receiveSignedLetter, type SignedLetter } from '../subscriptions/receive-signed-letter.ts'
import { refuseOwnCompany } from './refuse-own-company.ts'

/**
 * An agent registers a signed form that came on paper (product P4, G2): what the others then read and decide on, so never
 * that of one's own company (quality AT67).
 */
export async function registerPaper(
  app: AppContext,
  actor: AgentActor,
  signed: SignedLetter,
): Promise<Letter> {
  return receiveSignedLetter(app, actor, {
    ...signed,
    before: async (tx, letter) => {
      await refuseOwnCompany(tx, actor, letter.employerNumber)
      await signed.before?.(tx, letter)
    },
  })
}
