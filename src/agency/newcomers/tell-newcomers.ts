import { findDelegateInFunction } from '../../access/store/delegates.ts'
import { fullName } from '../../access/accounts.ts'
import type { AppContext } from '../../context.ts'
import { moveTyped } from '../../declarations/entry/store/rows.ts'
import { lockUntold, saveTold, type Untold } from '../../members/store/decisions.ts'
import type { Tx } from '../../platform/db/database.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { newcomersDecidedMail } from './mails.ts'
import { findDeclarant, type Reader } from './store.ts'

/** What was decided since the last mail, once, to whoever declared the people and to the delegate. */
export async function tellNewcomers(
  app: Pick<AppContext, 'db' | 'clock'>,
  { employerId }: { readonly employerId: string },
): Promise<void> {
  await app.db.transaction({ as: 'system' }, async (tx) => {
    const untold = await lockUntold(tx, employerId)
    if (untold.length === 0) return
    for (const { id, mergedInto } of untold)
      if (mergedInto) await moveTyped(tx, employerId, { from: id, to: mergedInto })
    const at = app.clock.now()
    for (const reader of await readersOf(tx, employerId, untold)) {
      await queueMail(tx, newcomersDecidedMail, {
        to: reader.email,
        language: reader.language,
        props: {
          name: reader.name,
          isDelegate: reader.isDelegate,
          confirmed: linesOf(untold, 'confirmed'),
          refused: linesOf(untold, 'refused'),
        },
        employerId,
        at,
      })
    }
    const ids = untold.map(({ id }) => id)
    await saveTold(tx, ids, at)
  })
}

async function readersOf(tx: Tx, employerId: string, untold: readonly Untold[]): Promise<Reader[]> {
  const delegate = await findDelegateInFunction(tx, employerId)
  const readers: Reader[] = []
  for (const id of new Set(untold.flatMap(({ declarantId }) => declarantId ?? []))) {
    const declarant = await findDeclarant(tx, id)
    if (declarant) readers.push(declarant)
  }
  if (delegate?.state === 'active')
    readers.push({
      name: fullName(delegate),
      email: delegate.email,
      language: delegate.language,
      isDelegate: true,
    })
  return readers
}

/** One line a person: somebody in two categories is told once. */
function linesOf(untold: readonly Untold[], outcome: Untold['outcome']) {
  const lines = untold
    .filter((one) => one.outcome === outcome)
    .map(
      ({ lastName, firstName, memberNumber, note }): [string, { label: string; value: string }] => [
        memberNumber,
        {
          label: `${lastName} ${firstName}`,
          value: outcome === 'refused' ? note : memberNumber,
        },
      ],
    )
  return [...new Map(lines).values()]
}
