import type { Service } from '../actors/actor.ts'
import { mailTemplate } from '../platform/mail/message.ts'
import { paths } from '../web/paths.ts'
import { wordsIn } from '../web/words/index.ts'
import { doorOf, signInPath } from './doors.ts'
import { noticeMail, type NoticeProps } from './notice-mail.ts'

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
    const { mail, services } = wordsIn(language).access
    return {
      subject: mail.activate.subject(services[service]),
      blocks: [
        { paragraph: mail.hello(name) },
        { paragraph: mail.activate.text(employerName, services[service]) },
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
    const { mail } = wordsIn(language).access
    return {
      subject: mail.activated.subject,
      blocks: [
        { paragraph: mail.hello(name) },
        { paragraph: mail.activated.text(login) },
        { paragraph: mail.notYou(fundEmail) },
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
  const { mail } = wordsIn(language).access
  return {
    subject: mail.reset.subject,
    blocks: [
      { paragraph: mail.hello(name) },
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
    const { mail, services } = wordsIn(language).access
    return {
      subject: mail.provisional.subject,
      blocks: [
        { paragraph: mail.hello(name) },
        { paragraph: mail.provisional.text(employerName, services[service], hours) },
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
    const { mail } = wordsIn(language).access
    const { firstCode } = mail
    return {
      subject: firstCode.subject,
      blocks: [
        { paragraph: mail.hello(name) },
        { paragraph: firstCode.text(login) },
        { code },
        { paragraph: firstCode.warning },
      ],
    }
  },
)

/** A delegate knows their account by the company's number, anybody else by their login. */
export const passwordChangedMail = mailTemplate<
  NoticeProps & { login: string; isDelegate?: boolean }
>('access-password-changed', ({ name, login, isDelegate = false, fundEmail }, { language }) => {
  const { mail } = wordsIn(language).access
  const { subject, text, delegate } = mail.passwordChanged
  return {
    subject,
    blocks: [
      { paragraph: mail.hello(name) },
      { paragraph: isDelegate ? delegate(login) : text(login) },
      { paragraph: mail.notYou(fundEmail) },
    ],
  }
})

export const questionsChangedMail = noticeMail(
  'access-questions-changed',
  ({ mail }) => mail.questionsChanged,
)

export const passwordMails = [
  activationMail,
  activatedMail,
  resetMail,
  provisionalPasswordMail,
  firstCodeMail,
  passwordChangedMail,
  questionsChangedMail,
]
