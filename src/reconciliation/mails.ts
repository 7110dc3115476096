import { mailTemplate } from '../platform/mail/message.ts'
import { paths } from '../web/paths.ts'
import { wordsIn } from '../web/words/index.ts'

/** To each supervisor, the morning after: what is kept in several places does not agree. */
export const faultsFoundMail = mailTemplate<{ name: string; faults: number }>(
  'faults-found',
  ({ name, faults }, { language, baseUrl }) => {
    const { mails } = wordsIn(language).reconciliation
    return {
      subject: mails.subject,
      blocks: [
        { paragraph: mails.hello(name) },
        { paragraph: mails.found(faults) },
        { link: { label: mails.read, url: baseUrl + paths.agency.reconciliation() } },
        { paragraph: mails.next },
      ],
    }
  },
)

export const reconciliationMails = [faultsFoundMail]
