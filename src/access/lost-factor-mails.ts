import { mailTemplate } from '../platform/mail/message.ts'
import { paths } from '../web/paths.ts'
import { wordsIn } from '../web/words/index.ts'

interface NoticeProps extends Record<string, unknown> {
  name: string
  fundEmail: string
}

/** To the delegate and to their company, when the letter took the second factor off too. */
export const delegateFactorEndedMail = mailTemplate<
  NoticeProps & { employerNumber: string; reference: string }
>(
  'access-delegate-factor-ended',
  ({ name, employerNumber, reference, fundEmail }, { language }) => {
    const { mail } = wordsIn(language).access
    return {
      subject: mail.delegateFactorEnded.subject,
      blocks: [
        { paragraph: mail.delegateFactorEnded.text(name, reference) },
        { list: [{ label: mail.employerNumber, value: employerNumber }] },
        { paragraph: mail.delegateFactorEnded.notYou(fundEmail) },
      ],
    }
  },
)

/** The delegate took a lost second factor off: the notice, and the way back in. */
export const factorEndedMail = mailTemplate<NoticeProps & { login: string; hours: number }>(
  'access-factor-ended',
  ({ name, login, hours, fundEmail }, { language, baseUrl, token }) => {
    const { mail } = wordsIn(language).access
    return {
      subject: mail.secondFactor.subject,
      blocks: [
        { paragraph: mail.hello(name) },
        { paragraph: mail.factorEnded(login) },
        { link: { label: mail.reset.link, url: baseUrl + paths.links.reset({ token }) } },
        { paragraph: mail.once(mail.hours(hours)) },
        { paragraph: mail.notYou(fundEmail) },
      ],
    }
  },
)

export const lostFactorMails = [delegateFactorEndedMail, factorEndedMail]
