import { randomUUID } from 'node:crypto'
import type { Language } from '../../web/words/language.ts'
import type { Tx } from '../db/database.ts'
import { enqueue, jobKind } from '../jobs/enqueue.ts'
import type { MailTemplate } from './message.ts'

const sendMailJob = jobKind<{ mailId: string }>('send-mail')

export interface MailIntent<Props> {
  readonly to: string
  readonly language: Language
  readonly props: Props
  readonly employerId: string | null
  /** The single-use link that the mail carries; its token is derived when the mail is written. */
  readonly linkId?: string
  readonly at: Date
}

/** Records the intent to write, in the business transaction: no effect without its mail, no mail without its effect. */
export async function queueMail<Props extends Record<string, unknown>>(
  tx: Tx,
  template: MailTemplate<Props>,
  intent: MailIntent<Props>,
): Promise<void> {
  // Chosen here: whoever writes may not read what was written.
  const id = randomUUID()
  const mail = tx.insertInto('mails').values({
    id,
    employer_id: intent.employerId,
    recipient: intent.to,
    language: intent.language,
    template: template.name,
    props: JSON.stringify(intent.props),
    link_id: intent.linkId ?? null,
    queued_at: intent.at,
    sent_at: null,
    last_error: null,
  })
  await Promise.all([mail.execute(), enqueue(tx, sendMailJob, { mailId: id })])
}
