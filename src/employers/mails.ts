import { formatDate, localDate } from '../calendar/index.ts'
import { mailTemplate } from '../platform/mail/message.ts'
import { paths } from '../web/paths.ts'
import { wordsIn } from '../web/words/index.ts'

/** The signed debit mandate was validated: from when the account may be used. */
export const debitMandateActiveMail = mailTemplate<{ account: string; usableFrom: string }>(
  'debit-mandate-active',
  ({ account, usableFrom }, { language, baseUrl }) => {
    const { mails } = wordsIn(language).administration
    const day = formatDate(localDate(usableFrom), language)
    return {
      subject: mails.mandateActiveSubject,
      blocks: [
        { paragraph: mails.mandateActive(account, day) },
        { paragraph: mails.mandateActiveUnknown },
        {
          link: {
            label: mails.openAdministration,
            url: baseUrl + paths.administration.information(),
          },
        },
      ],
    }
  },
)

export const employersMails = [debitMandateActiveMail]
