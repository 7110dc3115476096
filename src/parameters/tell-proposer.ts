import type { Tx } from '../platform/db/database.ts'
import { queueMail } from '../platform/mail/queue-mail.ts'
import { proposalDecidedMail } from './mails.ts'
import type { Proposal } from './proposal.ts'
import { findProposerAddress } from './store/proposals.ts'

interface Decided {
  readonly verdict: 'approve' | 'refuse'
  readonly because: string
  readonly at: Date
}

/** Whoever proposed hears what was decided, and why it was refused (quality US22). */
export async function tellProposer(
  tx: Tx,
  proposal: Proposal,
  { verdict, because, at }: Decided,
): Promise<void> {
  const to = await findProposerAddress(tx, proposal.proposedBy.id)
  if (!to) return
  await queueMail(tx, proposalDecidedMail, {
    to: to.email,
    language: to.language,
    props: {
      name: proposal.proposedBy.name,
      proposalId: proposal.id,
      parameter: proposal.key,
      validFrom: proposal.validFrom,
      verdict,
      because,
    },
    employerId: null,
    at,
  })
}
