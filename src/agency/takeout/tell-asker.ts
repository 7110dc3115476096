import type { Employer } from '../../employers/employer.ts'
import type { Tx } from '../../platform/db/database.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { findAgent } from '../agents/store.ts'
import { nameOf } from '../agents/agent.ts'
import { takeoutDecidedMail } from './mails.ts'
import type { Takeout } from './takeout.ts'

interface Decided {
  readonly takeout: Takeout
  readonly employer: Employer
  readonly verdict: 'agreed' | 'declined'
  readonly because: string
  readonly at: Date
}

/** Whoever asked hears what was decided, and why it was declined (quality US22). */
export async function tellAsker(
  tx: Tx,
  { takeout, employer, verdict, because, at }: Decided,
): Promise<void> {
  const asker = await findAgent(tx, takeout.askedBy.agentId)
  if (!asker) return
  const { name: company, number } = employer
  await queueMail(tx, takeoutDecidedMail, {
    to: asker.email,
    language: asker.language,
    props: { name: nameOf(asker), takeoutId: takeout.id, company, number, verdict, because },
    employerId: null,
    at,
  })
}
