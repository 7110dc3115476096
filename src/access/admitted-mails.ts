import { mailTemplate } from '../platform/mail/message.ts'
import { paths } from '../web/paths.ts'
import { wordsIn } from '../web/words/index.ts'

/** To a delegate whom the fund knew from paper, once two supervisors agreed: the link to choose a password (product G5). */
export const delegateAdmittedMail = mailTemplate<{
  name: string
  company: string
  employerNumber: string
  hours: number
  fundEmail: string
}>(
  'access-delegate-admitted',
  ({ name, company, employerNumber, hours, fundEmail }, { language, baseUrl, token }) => {
    const { mail } = wordsIn(language).access
    return {
      subject: mail.delegateAdmitted.subject(company),
      blocks: [
        { paragraph: mail.hello(name) },
        { paragraph: mail.delegateAdmitted.text(company) },
        { list: [{ label: mail.employerNumber, value: employerNumber }] },
        { link: { label: mail.reset.link, url: baseUrl + paths.links.reset({ token }) } },
        { paragraph: mail.once(mail.hours(hours)) },
        { paragraph: mail.delegateAdmitted.late },
        { paragraph: mail.delegateAdmitted.notYou(fundEmail) },
      ],
    }
  },
)

/** To the company's own address: who was put in office in its name. */
export const delegateAdmittedNotice = mailTemplate<{
  name: string
  company: string
  employerNumber: string
  fundEmail: string
}>(
  'access-delegate-admitted-notice',
  ({ name, company, employerNumber, fundEmail }, { language }) => {
    const { mail } = wordsIn(language).access
    return {
      subject: mail.delegateAdmitted.noticeSubject(company),
      blocks: [
        { paragraph: mail.delegateAdmitted.notice(name, company) },
        { list: [{ label: mail.employerNumber, value: employerNumber }] },
        { paragraph: mail.delegateAdmitted.stranger(fundEmail) },
      ],
    }
  },
)

export const admittedMails = [delegateAdmittedMail, delegateAdmittedNotice]
