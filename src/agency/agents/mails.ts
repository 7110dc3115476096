import { mailTemplate } from '../../platform/mail/message.ts'
import { paths } from '../../web/paths.ts'
import { wordsIn } from '../../web/words/index.ts'
import { type Language, ltr } from '../../web/words/language.ts'
import type { RequestKind } from './agent.ts'

const wordsOf = (language: Language) => wordsIn(language).agents.mails

/** Kept left to right in Arabic; nothing invisible to copy in French. */
const plain = (text: string, language: Language) => (language === 'ar' ? ltr(text) : text)

type Told = { name: string; fundEmail: string }

/** To a new agent, once two people agreed: the link by which they choose their own password. */
export const agentActivationMail = mailTemplate<{ name: string; login: string; hours: number }>(
  'agent-activate',
  ({ name, login, hours }, { language, baseUrl, token, fundName }) => {
    const words = wordsOf(language)
    return {
      subject: words.activate.subject,
      blocks: [
        { paragraph: words.hello(name) },
        { paragraph: words.activate.text(fundName) },
        { list: [{ label: words.login, value: plain(login, language) }] },
        { link: { label: words.activate.link, url: baseUrl + paths.links.activate({ token }) } },
        { paragraph: words.activate.next(hours) },
      ],
    }
  },
)

/** To the other supervisors: something waits for one of them. */
export const requestMail = mailTemplate<{
  name: string
  what: RequestKind
  agent: string
  agentId: string
  by: string
  reason: string
}>('agent-request', ({ name, what, agent, agentId, by, reason }, { language, baseUrl }) => {
  const words = wordsOf(language)
  return {
    subject: words.request.subject[what](agent),
    blocks: [
      { paragraph: words.hello(name) },
      { paragraph: words.request.text[what](by, agent) },
      { paragraph: words.request.reason(reason) },
      { paragraph: words.request.know },
      { link: { label: words.request.link, url: baseUrl + paths.agency.agent({ id: agentId }) } },
    ],
  }
})

/** To the agent, as soon as a reset is asked for: it may be somebody else's wish. */
export const secondFactorAskedMail = mailTemplate<Told & { by: string }>(
  'agent-second-factor-asked',
  ({ name, by, fundEmail }, { language }) => {
    const words = wordsOf(language)
    return {
      subject: words.resetAsked.subject,
      blocks: [
        { paragraph: words.hello(name) },
        { paragraph: words.resetAsked.text(by) },
        { paragraph: words.notYou(plain(fundEmail, language)) },
      ],
    }
  },
)

/** To the agent, once it is done: what ended, and what the next sign-in asks. */
export const secondFactorResetMail = mailTemplate<Told>(
  'agent-second-factor-reset',
  ({ name, fundEmail }, { language, baseUrl }) => {
    const words = wordsOf(language)
    return {
      subject: words.reset.subject,
      blocks: [
        { paragraph: words.hello(name) },
        { paragraph: words.reset.text },
        { paragraph: words.reset.next },
        { link: { label: words.signIn, url: baseUrl + paths.signIn.agency() } },
        { paragraph: words.notYou(plain(fundEmail, language)) },
      ],
    }
  },
)

export const suspendedMail = mailTemplate<Told>(
  'agent-suspended',
  ({ name, fundEmail }, { language }) => {
    const words = wordsOf(language)
    return {
      subject: words.suspended.subject,
      blocks: [
        { paragraph: words.hello(name) },
        { paragraph: words.suspended.text },
        { paragraph: words.notYou(plain(fundEmail, language)) },
      ],
    }
  },
)

export const reactivatedMail = mailTemplate<Told>(
  'agent-reactivated',
  ({ name, fundEmail }, { language, baseUrl }) => {
    const words = wordsOf(language)
    return {
      subject: words.reactivated.subject,
      blocks: [
        { paragraph: words.hello(name) },
        { paragraph: words.reactivated.text },
        { link: { label: words.signIn, url: baseUrl + paths.signIn.agency() } },
        { paragraph: words.notYou(plain(fundEmail, language)) },
      ],
    }
  },
)

/** To every supervisor: what the operator did on the command line. */
export const operatorActedMail = mailTemplate<{
  name: string
  what: RequestKind
  agent: string
  agentId: string
}>('agent-operator-acted', ({ name, what, agent, agentId }, { language, baseUrl }) => {
  const words = wordsOf(language)
  return {
    subject: words.operator.subject(agent),
    blocks: [
      { paragraph: words.hello(name) },
      { paragraph: words.operator.text[what](agent) },
      { paragraph: words.operator.check },
      { link: { label: words.request.link, url: baseUrl + paths.agency.agent({ id: agentId }) } },
    ],
  }
})

export const agentsMails = [
  agentActivationMail,
  requestMail,
  secondFactorAskedMail,
  secondFactorResetMail,
  suspendedMail,
  reactivatedMail,
  operatorActedMail,
]
