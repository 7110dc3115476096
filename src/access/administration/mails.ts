import type { Service } from '../../actors/actor.ts'
import { formatDateTime } from '../../calendar/index.ts'
import { centimes, formatDirhams } from '../../money/index.ts'
import { mailTemplate } from '../../platform/mail/message.ts'
import { paths } from '../../web/paths.ts'
import { wordsIn } from '../../web/words/index.ts'
import type { Language } from '../../web/words/language.ts'

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
  hours: number
}>(
  'email-change-asked',
  ({ name, employerName, newEmail, hours }, { language, baseUrl, token }) => {
    const { access, administration } = wordsIn(language)
    const { mails } = administration
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
        { paragraph: access.mail.once(access.mail.hours(hours)) },
        { paragraph: mails.emailChangeUnknown },
      ],
    }
  },
)

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

export const renamedMail = mailTemplate<{ former: string; name: string; employerName: string }>(
  'user-renamed',
  ({ former, name, employerName }, { language }) => {
    const { mails } = wordsIn(language).administration
    return {
      subject: mails.renamedSubject,
      blocks: [
        { paragraph: mails.hello(former) },
        { paragraph: mails.renamed(name, employerName) },
        { paragraph: mails.emailReplacedUnknown },
      ],
    }
  },
)

/** To every Validateur: the next orders are asked something else, at once or from a day on. */
export const paymentSettingsMail = mailTemplate<{
  name: string
  employerName: string
  confirmations: 1 | 2
  selfConfirmation: boolean
  perOrder: string | null
  perDay: string | null
  by: string
  takesEffectAt: string | null
}>('payment-settings', (props, { language, baseUrl }) => {
  const { mails } = wordsIn(language).administration
  const { employerName, takesEffectAt } = props
  const amount = (centimesText: string | null) =>
    centimesText === null ? null : formatDirhams(centimes(BigInt(centimesText)), language)
  return {
    subject: mails.settingsSubject(employerName),
    blocks: [
      { paragraph: mails.hello(props.name) },
      { paragraph: mails.settings(employerName, props.by) },
      { paragraph: mails.confirmations(props.confirmations) },
      ...(props.selfConfirmation ? [{ paragraph: mails.selfConfirmation }] : []),
      { paragraph: mails.perOrder(amount(props.perOrder)) },
      { paragraph: mails.perDay(amount(props.perDay)) },
      { paragraph: mails.confirmationsKept },
      ...waiting(takesEffectAt, language, baseUrl),
    ],
  }
})

/** To the other Validateurs: somebody more will be able to confirm. */
export const validatorNamedMail = validatorMail('validator-named', {
  subject: 'validatorSubject',
  said: 'validatorNamed',
})

/** The same of a Validateur who draws up from now on, where one may confirm one's own orders. */
export const validatorMakesMail = validatorMail('validator-makes', {
  subject: 'validatorMakesSubject',
  said: 'validatorMakes',
})

/** The same, when a file that two supervisors agreed to named them. */
export const validatorAdmittedMail = validatorMail('validator-admitted', {
  subject: 'validatorSubject',
  said: 'validatorAdmitted',
})

/** One of them signs in with less than before, until a new factor is chosen. */
export const validatorFactorMail = validatorMail('validator-factor-reset', {
  subject: 'validatorFactorSubject',
  said: 'validatorFactor',
})

/** To the delegate: who was created in their company by a file of the agency, to look through (product G5, A12). */
export const usersAdmittedMail = mailTemplate<{
  name: string
  employerName: string
  users: { name: string; login: string; service: Service }[]
  fundEmail: string
}>('users-admitted', ({ name, employerName, users, fundEmail }, { language, baseUrl }) => {
  const { mails, services } = wordsIn(language).administration
  return {
    subject: mails.usersAdmittedSubject(employerName),
    blocks: [
      { paragraph: mails.hello(name) },
      { paragraph: mails.usersAdmitted(employerName, users.length) },
      {
        list: users.map((user) => ({
          label: `${user.name}, ${services[user.service]}`,
          value: user.login,
        })),
      },
      { paragraph: mails.usersAdmittedCheck },
      {
        link: { label: mails.usersAdmittedLink, url: baseUrl + paths.administration.departures() },
      },
      { paragraph: mails.usersAdmittedStranger(fundEmail) },
    ],
  }
})

/** To a firm's person: who asks, until when they may show that nothing is lost, and whom to tell. */
export const factorResetAskedMail = mailTemplate<{
  name: string
  employerName: string
  endsAt: string
  fundEmail: string
}>('factor-reset-asked', ({ name, employerName, endsAt, fundEmail }, { language }) => {
  const { mails } = wordsIn(language).administration
  return {
    subject: mails.factorAskedSubject,
    blocks: [
      { paragraph: mails.hello(name) },
      { paragraph: mails.factorAsked(employerName, formatDateTime(new Date(endsAt), language)) },
      { paragraph: mails.factorAskedNotLost },
      { paragraph: mails.factorAskedUnknown(fundEmail) },
    ],
  }
})

/** What the other Validateurs of a company are told of one of them: by whom, and from when it counts. */
function validatorMail(
  name: string,
  words: {
    readonly subject: 'validatorSubject' | 'validatorMakesSubject' | 'validatorFactorSubject'
    readonly said: 'validatorNamed' | 'validatorMakes' | 'validatorAdmitted' | 'validatorFactor'
  },
) {
  return mailTemplate<{
    name: string
    employerName: string
    validator: string
    by: string
    confirmsFrom: string
  }>(name, (told, { language, baseUrl }) => {
    const { mails } = wordsIn(language).administration
    return {
      subject: mails[words.subject](told.employerName),
      blocks: [
        { paragraph: mails.hello(told.name) },
        { paragraph: mails[words.said](told.by, told.validator, told.employerName) },
        ...waiting(told.confirmsFrom, language, baseUrl),
      ],
    }
  })
}

/** From when it counts, how to agree sooner, and whom to tell when it is a surprise. */
function waiting(from: string | null, language: Language, baseUrl: string) {
  const { mails } = wordsIn(language).administration
  if (from === null) return [{ paragraph: mails.atOnce }]
  const url = baseUrl + paths.payments.agreements()
  return [
    { paragraph: mails.waitsUntil(formatDateTime(new Date(from), language)) },
    { link: { label: mails.agree, url } },
    { paragraph: mails.surprised },
  ]
}

export const administrationMails = [
  mandateOfferedMail,
  emailChangeAskedMail,
  emailReplacedMail,
  renamedMail,
  paymentSettingsMail,
  validatorNamedMail,
  validatorMakesMail,
  validatorAdmittedMail,
  usersAdmittedMail,
  validatorFactorMail,
  factorResetAskedMail,
]
