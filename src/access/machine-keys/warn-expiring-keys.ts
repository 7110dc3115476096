import { addDays, localDateAt } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { warnedBeforeMs } from './machine-key.ts'
import { keyEndsMail } from './mails.ts'
import { takeKeysToWarn } from './store/keys-to-warn.ts'

/** Thirty days before a key ends, the delegate is told, once (a job; run twice, it writes once). */
export async function warnExpiringKeys(app: Pick<AppContext, 'db' | 'clock'>): Promise<void> {
  const now = app.clock.now()
  const endsBefore = new Date(now.getTime() + warnedBeforeMs)
  await app.db.transaction({ as: 'system' }, async (tx) => {
    for (const key of await takeKeysToWarn(tx, { now, endsBefore })) {
      await queueMail(tx, keyEndsMail, {
        to: key.delegate.email,
        language: key.delegate.language,
        props: {
          name: key.delegate.name,
          employerName: key.employerName,
          keyName: key.name,
          until: addDays(localDateAt(key.expiresAt), -1),
        },
        employerId: key.employerId,
        at: now,
      })
    }
  })
}
