import type { Service } from '../actors/actor.ts'
import { type Block, mailTemplate } from '../platform/mail/message.ts'
import { doorOf, signInPath } from './doors.ts'
import { paths } from '../web/paths.ts'
import { wordsIn } from '../web/words/index.ts'
import type { Language } from '../web/words/language.ts'
import { admittedMails } from './admitted-mails.ts'
import { delegateMails } from './delegate-mails.ts'
import { lostFactorMails } from './lost-factor-mails.ts'

type Words = ReturnType<typeof wordsIn>['access']

const hello = (words: Words, name: string): Block => ({ paragraph: words.mail.hello(name) })

const wordsOf = (language: Language) => wordsIn(language).access

interface NewUserProps extends Record<string, unknown> {
  name: string
  employerName: string
  login: string
  service: Service
  hours: number
}

/** To a new user: the link by which they choose their own password (product A4). */
export const activationMail = mailTemplate<NewUserProps>(
  'access-activate',
  ({ name, employerName, login, service, hours }, { language, baseUrl, token }) => {
    const words = wordsOf(language)
    const { mail } = words
    return {
      subject: mail.activate.subject(words.services[service]),
      blocks: [
        hello(words, name),
        { paragraph: mail.activate.text(employerName, words.services[service]) },
        ...(service === 'declaration_external'
          ? [{ paragraph: mail.activate.mandate(employerName) }]
          : []),
        { list: [{ label: mail.login, value: login }] },
        { link: { label: mail.activate.link, url: baseUrl + paths.links.activate({ token }) } },
        { paragraph: mail.once(mail.hours(hours)) },
      ],
    }
  },
)

/** After the activation, to the same address: whoever used a forwarded link is noticed. */
export const activatedMail = mailTemplate<{ name: string; login: string; fundEmail: string }>(
  'access-activated',
  ({ name, login, fundEmail }, { language }) => {
    const words = wordsOf(language)
    return {
      subject: words.mail.activated.subject,
      blocks: [
        hello(words, name),
        { paragraph: words.mail.activated.text(login) },
        { paragraph: words.mail.notYou(fundEmail) },
      ],
    }
  },
)

/** The link of a forgotten password, asked for by the user or started by their delegate (product U2, A8). */
export const resetMail = mailTemplate<{
  name: string
  login: string
  hours: number
  by: 'owner' | 'delegate'
}>('access-reset', ({ name, login, hours, by }, { language, baseUrl, token }) => {
  const words = wordsOf(language)
  const { mail } = words
  return {
    subject: mail.reset.subject,
    blocks: [
      hello(words, name),
      { paragraph: by === 'owner' ? mail.reset.own(login) : mail.reset.delegate(login) },
      { link: { label: mail.reset.link, url: baseUrl + paths.links.reset({ token }) } },
      { paragraph: mail.once(mail.hours(hours)) },
      { paragraph: by === 'owner' ? mail.ignore : mail.reset.unexpected },
    ],
  }
})

/** The delegate typed a provisional password: its user is told where it comes from and how long it lives. */
export const provisionalPasswordMail = mailTemplate<NewUserProps>(
  'access-provisional',
  ({ name, employerName, login, service, hours }, { language, baseUrl }) => {
    const words = wordsOf(language)
    const { mail } = words
    return {
      subject: mail.provisional.subject,
      blocks: [
        hello(words, name),
        { paragraph: mail.provisional.text(employerName, words.services[service], hours) },
        { list: [{ label: mail.login, value: login }] },
        {
          link: {
            label: mail.provisional.where,
            url: baseUrl + signInPath(doorOf({ kind: 'profile', service })),
          },
        },
      ],
    }
  },
)

/** The six digits asked beside a provisional password. */
export const firstCodeMail = mailTemplate<{ name: string; login: string }>(
  'access-first-code',
  ({ name, login }, { language, code }) => {
    const words = wordsOf(language)
    const { firstCode } = words.mail
    return {
      subject: firstCode.subject,
      blocks: [
        hello(words, name),
        { paragraph: firstCode.text(login) },
        { code },
        { paragraph: firstCode.warning },
      ],
    }
  },
)

interface NoticeProps extends Record<string, unknown> {
  name: string
  fundEmail: string
}

/** A delegate knows their account by the company's number, anybody else by their login. */
export const passwordChangedMail = mailTemplate<
  NoticeProps & { login: string; isDelegate?: boolean }
>('access-password-changed', ({ name, login, isDelegate = false, fundEmail }, { language }) => {
  const words = wordsOf(language)
  const { subject, text, delegate } = words.mail.passwordChanged
  return {
    subject,
    blocks: [
      hello(words, name),
      { paragraph: isDelegate ? delegate(login) : text(login) },
      { paragraph: words.mail.notYou(fundEmail) },
    ],
  }
})

/** To the new address, which counts only once its owner has opened the link (product U3). */
export const confirmEmailMail = mailTemplate<{ name: string; login: string; hours: number }>(
  'access-confirm-email',
  ({ name, login, hours }, { language, baseUrl, token }) => {
    const words = wordsOf(language)
    const { mail } = words
    return {
      subject: mail.confirmEmail.subject,
      blocks: [
        hello(words, name),
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
    const words = wordsOf(language)
    const { emailChanging } = words.mail
    return {
      subject: emailChanging.subject,
      blocks: [
        hello(words, name),
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
    const words = wordsOf(language)
    return {
      subject: words.mail.emailChanged.subject,
      blocks: [
        hello(words, name),
        { paragraph: words.mail.emailChanged.text(login, newEmail) },
        { paragraph: words.mail.notYou(fundEmail) },
      ],
    }
  },
)

/** After «Garder mon adresse»: the way to a new password, at the address that was kept. */
export const emailRestoredMail = mailTemplate<{ name: string; hours: number }>(
  'access-email-restored',
  ({ name, hours }, { language, baseUrl, token }) => {
    const words = wordsOf(language)
    const { mail } = words
    return {
      subject: mail.emailRestored.subject,
      blocks: [
        hello(words, name),
        { paragraph: mail.emailRestored.text },
        { link: { label: mail.reset.link, url: baseUrl + paths.links.reset({ token }) } },
        { paragraph: mail.once(mail.hours(hours)) },
      ],
    }
  },
)

/** Any change of the second factor is told out of band (quality, MFA). */
export const secondFactorMail = mailTemplate<NoticeProps & SecondFactorChange>(
  'access-second-factor',
  (props, { language }) => {
    const words = wordsOf(language)
    const { subject, recoverySubject } = words.mail.secondFactor
    return {
      subject: props.change === 'recovery' ? recoverySubject : subject,
      blocks: [
        hello(words, props.name),
        { paragraph: sayChange(words, props) },
        { paragraph: words.mail.notYou(props.fundEmail) },
      ],
    }
  },
)

export interface SecondFactorChange {
  readonly change: 'added' | 'removed' | 'codes' | 'recovery' | 'passkey_added' | 'passkey_removed'
  /** How many recovery codes are left, after one was used. */
  readonly left?: number
  /** The name of the passkey concerned. */
  readonly passkey?: string
}

function sayChange(words: Words, { change, left = 0, passkey = '' }: SecondFactorChange): string {
  const { secondFactor } = words.mail
  if (change === 'recovery') return secondFactor.recovery(left)
  if (change === 'passkey_added') return secondFactor.passkeyAdded(passkey)
  if (change === 'passkey_removed') return secondFactor.passkeyRemoved(passkey)
  return secondFactor[change]
}

const notice = (
  name: string,
  pick: (words: Words) => { readonly subject: string; readonly text: string },
) =>
  mailTemplate<NoticeProps>(name, (props, { language }) => {
    const words = wordsOf(language)
    const { subject, text } = pick(words)
    return {
      subject,
      blocks: [
        hello(words, props.name),
        { paragraph: text },
        { paragraph: words.mail.notYou(props.fundEmail) },
      ],
    }
  })

export const questionsChangedMail = notice(
  'access-questions-changed',
  ({ mail }) => mail.questionsChanged,
)
export const delegateReplacedMail = notice(
  'access-delegate-replaced',
  ({ mail }) => mail.delegateReplaced,
)
export const delegateSuspendedMail = notice(
  'access-delegate-suspended',
  ({ mail }) => mail.delegateSuspended,
)

export const delegateReactivatedMail = notice(
  'access-delegate-reactivated',
  ({ mail }) => mail.delegateReactivated,
)

export const accessMails = [
  activationMail,
  activatedMail,
  resetMail,
  ...admittedMails,
  ...delegateMails,
  ...lostFactorMails,
  provisionalPasswordMail,
  firstCodeMail,
  passwordChangedMail,
  confirmEmailMail,
  emailChangingMail,
  emailChangedMail,
  emailRestoredMail,
  secondFactorMail,
  questionsChangedMail,
  delegateReplacedMail,
  delegateSuspendedMail,
  delegateReactivatedMail,
]
