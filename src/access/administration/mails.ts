import { mailTemplate } from '../../platform/mail/message.ts'
import { paths } from '../../web/paths.ts'
import { wordsIn } from '../../web/words/index.ts'

/** To somebody of a firm who already has a login: one more company asks them to declare. */
export const mandateOfferedMail = mailTemplate<{ employerName: string; employerNumber: string }>(
  'mandate-offered',
  ({ employerName, employerNumber }, { language, baseUrl }) => {
    const { mails } = wordsIn(language).administration
    return {
      subject: mails.mandateOfferedSubject(employerName),
      blocks: [
        { paragraph: mails.mandateOffered(employerName, employerNumber) },
        { paragraph: mails.mandateOfferedUnknown },
        { link: { label: mails.answerMandate, url: baseUrl + paths.declarations.board() } },
      ],
    }
  },
)

/** The delegate asks for another address: the user decides, from the one in use (quality AT32). */
export const emailChangeAskedMail = mailTemplate<{
  name: string
  employerName: string
  newEmail: string
}>('email-change-asked', ({ name, employerName, newEmail }, { language, baseUrl, token }) => {
  const { mails } = wordsIn(language).administration
  return {
    subject: mails.emailChangeSubject,
    blocks: [
      { paragraph: mails.hello(name) },
      { paragraph: mails.emailChangeAsked(employerName) },
      { code: newEmail },
      {
        link: {
          label: mails.confirmEmailChange,
          url: baseUrl + paths.links.confirmEmail({ token }),
        },
      },
      { paragraph: mails.emailChangeUnknown },
    ],
  }
})

/** Nobody had used the login yet: the old address is told that another one has taken its place. */
export const emailReplacedMail = mailTemplate<{ name: string; employerName: string }>(
  'email-replaced',
  ({ name, employerName }, { language }) => {
    const { mails } = wordsIn(language).administration
    return {
      subject: mails.emailReplacedSubject,
      blocks: [
        { paragraph: mails.hello(name) },
        { paragraph: mails.emailReplaced(employerName) },
        { paragraph: mails.emailReplacedUnknown },
      ],
    }
  },
)

/** To every validator: orders drawn up from now on need another number of confirmations. */
export const confirmationsChangedMail = mailTemplate<{
  name: string
  employerName: string
  confirmations: 1 | 2
  selfConfirmation: boolean
  by: string
}>(
  'confirmations-changed',
  ({ name, employerName, confirmations, selfConfirmation, by }, { language }) => {
    const { mails } = wordsIn(language).administration
    return {
      subject: mails.confirmationsSubject(employerName),
      blocks: [
        { paragraph: mails.hello(name) },
        { paragraph: mails.confirmations(employerName, confirmations, by) },
        ...(selfConfirmation ? [{ paragraph: mails.selfConfirmation }] : []),
        { paragraph: mails.confirmationsKept },
      ],
    }
  },
)

export const administrationMails = [
  mandateOfferedMail,
  emailChangeAskedMail,
  emailReplacedMail,
  confirmationsChangedMail,
]
