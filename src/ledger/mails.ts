import { mailTemplate } from '../platform/mail/message.ts'
import { wordsIn } from '../web/words/index.ts'

/** The nightly check found an account that is not what its facts make of it. */
export const ledgerBrokenMail = mailTemplate<{ employers: string[]; breaks: number }>(
  'ledger-broken',
  ({ employers, breaks }, { language }) => {
    const { mails } = wordsIn(language).ledger
    return {
      subject: mails.brokenSubject,
      blocks: [
        { paragraph: mails.broken(breaks) },
        { list: employers.map((value) => ({ label: mails.account, value })) },
        { paragraph: mails.brokenNext },
        { code: 'guichet verify-ledger' },
      ],
    }
  },
)

export const ledgerMails = [ledgerBrokenMail]
