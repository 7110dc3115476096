import type { AgentActor } from '../actors/actor.ts'
import { record } from '../audit/record.ts'
import type { AppContext } from '../context.ts'
import { awaitsDecision } from '../letters/objection.ts'
import type { Letter } from '../letters/letter.ts'
import { lockLetter, saveTaker } from '../letters/store/letters.ts'
import { findObjection } from '../letters/store/objections.ts'
import type { Tx } from '../platform/db/database.ts'
import { refuseOwnCompany } from './refuse-own-company.ts'
import { findAgentName } from './store/case-history.ts'
import { holderOf, refuseTakenMeanwhile, refuseToRelease, refuseToTake } from './case-in-hand.ts'

/** The agent says «this one is mine», or gives it back to the queue (product G1). */
export async function takeCase(
  app: AppContext,
  actor: AgentActor,
  asked: {
    readonly letterId: string
    readonly release: boolean
    /** Who had it in hand on the page. */
    readonly holder: string | null
  },
): Promise<void> {
  await app.db.transaction({ as: 'agency' }, async (tx) => {
    const letter = await lockLetter(tx, asked.letterId)
    const now = app.clock.now()
    const holder = holderOf(letter, now)
    const name = holder ? await findAgentName(tx, holder) : ''
    if (asked.release) refuseToRelease(letter, actor, now)
    else {
      await refuseOwnCompany(tx, actor, letter.employerNumber)
      refuseToTake(letter, actor, now, { opposed: await isOpposed(tx, letter), name })
    }
    refuseTakenMeanwhile(letter, actor, now, { shown: asked.holder, name })
    await saveTaker(tx, letter.id, asked.release ? null : actor.id, now)
    await record(tx, actor, now, {
      action: asked.release ? 'letter.released' : 'letter.taken',
      subject: { kind: 'letter', id: letter.id },
      employerId: letter.employerId,
      details: { reference: letter.reference },
    })
  })
}

async function isOpposed(tx: Tx, letter: Letter): Promise<boolean> {
  return awaitsDecision(await findObjection(tx, letter.id), letter)
}
