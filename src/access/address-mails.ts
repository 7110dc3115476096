import { mailTemplate } from '../platform/mail/message.ts'
import { paths } from '../web/paths.ts'
import { wordsIn } from '../web/words/index.ts'
import type { NoticeProps } from './notice-mail.ts'

/** To the new address, which counts only once its owner has opened the link (product U3). */
export const confirmEmailMail = mailTemplate<{ name: string; login: string; hours: number }>(
  'access-confirm-email',
  ({ name, login, hours }, { language, baseUrl, token }) => {
    const { mail } = wordsIn(language).access
    return {
      subject: mail.confirmEmail.subject,
      blocks: [
        { paragraph: mail.hello(name) },
        { paragraph: mail.confirmEmail.text(login) },
        {
          link: {
            label: mail.confirmEmail.link,
            url: baseUrl + paths.links.confirmEmail({ token }),
          },
        },
        { paragraph: mail.once(mail.hours(hours)) },
        { paragraph: mail.ignore },
      ],
    }
  },
)

/** To the old address, at once: it may cancel the change, even after it took effect (quality AT32, AT63). */
export const emailChangingMail = mailTemplate<{ name: string; newEmail: string }>(
  'access-email-changing',
  ({ name, newEmail }, { language, baseUrl, token }) => {
    const { mail } = wordsIn(language).access
    const { emailChanging } = mail
    return {
      subject: emailChanging.subject,
      blocks: [
        { paragraph: mail.hello(name) },
        { paragraph: emailChanging.text(newEmail) },
        { paragraph: emailChanging.keep },
        { link: { label: emailChanging.link, url: baseUrl + paths.links.keepEmail({ token }) } },
      ],
    }
  },
)

export const emailChangedMail = mailTemplate<NoticeProps & { login: string; newEmail: string }>(
  'access-email-changed',
  ({ name, login, newEmail, fundEmail }, { language }) => {
    const { mail } = wordsIn(language).access
    return {
      subject: mail.emailChanged.subject,
      blocks: [
        { paragraph: mail.hello(name) },
        { paragraph: mail.emailChanged.text(login, newEmail) },
        { paragraph: mail.notYou(fundEmail) },
      ],
    }
  },
)

/** After «Garder mon adresse»: the way to a new password, at the address that was kept. */
export const emailRestoredMail = mailTemplate<{ name: string; hours: number }>(
  'access-email-restored',
  ({ name, hours }, { language, baseUrl, token }) => {
    const { mail } = wordsIn(language).access
    return {
      subject: mail.emailRestored.subject,
      blocks: [
        { paragraph: mail.hello(name) },
        { paragraph: mail.emailRestored.text },
        { link: { label: mail.reset.link, url: baseUrl + paths.links.reset({ token }) } },
        { paragraph: mail.once(mail.hours(hours)) },
      ],
    }
  },
)

export const addressMails = [
  confirmEmailMail,
  emailChangingMail,
  emailChangedMail,
  emailRestoredMail,
]
