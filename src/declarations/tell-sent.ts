import type { CompanyActor } from '../actors/actor.ts'
import { formatQuarter, localDateAt } from '../calendar/index.ts'
import type { Tx } from '../platform/db/database.ts'
import { queueMail } from '../platform/mail/queue-mail.ts'
import { declarationSentMail } from './mails.ts'
import type { Declaration } from './store/declarations.ts'
import { findFirmOf, listWorkers } from './store/hands.ts'

interface Sent {
  readonly declaration: Declaration
  readonly employerName: string
  readonly receipt: string
  readonly at: Date
}

/** Whoever prepared, corrected or confirmed a declaration hears that somebody else sent it, and by whom, while they may read it (product D9). */
export async function tellWhoPrepared(
  tx: Tx,
  actor: CompanyActor,
  { declaration, employerName, receipt, at }: Sent,
): Promise<void> {
  const { employerId } = actor
  const { id: declarationId, category } = declaration
  const mandate = { category, on: localDateAt(at) }
  const workers = await listWorkers(tx, { declarationId, employerId }, mandate)
  const others = workers.filter(({ id }) => id !== actor.id)
  if (others.length === 0) return
  const firm = await findFirmOf(tx, actor.id)
  for (const { name, email, language } of others) {
    await queueMail(tx, declarationSentMail, {
      to: email,
      language,
      props: {
        name,
        employerName,
        category,
        quarter: formatQuarter(declaration.quarter),
        receipt,
        by: actor.name,
        firm,
        declarationId,
      },
      employerId,
      at,
    })
  }
}
