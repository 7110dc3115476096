import { mailTemplate } from '../platform/mail/message.ts'
import { paths } from '../web/paths.ts'
import { wordsIn } from '../web/words/index.ts'
import { noticeMail } from './notice-mail.ts'

/** To the delegate, once the signed letter is accepted (leaflet, «Oubli de mot de passe»). */
export const delegateResetMail = mailTemplate<{
  name: string
  employerNumber: string
  reference: string
  hours: number
  fundEmail: string
  /** What became of it: still asked, taken off by this letter, or there was none. */
  secondFactor: 'kept' | 'ended' | 'none'
}>('access-delegate-reset', (props, { language, baseUrl, token }) => {
  const { name, employerNumber, reference, hours, fundEmail, secondFactor } = props
  const { mail } = wordsIn(language).access
  return {
    subject: mail.delegateReset.subject,
    blocks: [
      { paragraph: mail.hello(name) },
      { paragraph: mail.delegateReset.text(reference) },
      { list: [{ label: mail.employerNumber, value: employerNumber }] },
      { link: { label: mail.reset.link, url: baseUrl + paths.links.reset({ token }) } },
      { paragraph: mail.once(mail.hours(hours)) },
      ...(secondFactor === 'none'
        ? []
        : [{ paragraph: mail.delegateReset.secondFactor[secondFactor] }]),
      { paragraph: mail.delegateFactorEnded.notYou(fundEmail) },
    ],
  }
})

/** To both addresses of a delegate, once a signed letter changed theirs: which company it is about, and which letter. */
export const delegateEmailChangedMail = mailTemplate<{
  name: string
  newEmail: string
  company: string
  employerNumber: string
  reference: string
  fundEmail: string
}>('access-delegate-email-changed', (props, { language }) => {
  const { mail } = wordsIn(language).access
  const { delegateEmailChanged: words } = mail
  return {
    subject: words.subject(props.employerNumber),
    blocks: [
      { paragraph: mail.hello(props.name) },
      { paragraph: words.text(props.reference, props.newEmail) },
      {
        list: [
          { label: mail.company, value: props.company },
          { label: mail.employerNumber, value: props.employerNumber },
        ],
      },
      { paragraph: mail.delegateFactorEnded.notYou(props.fundEmail) },
    ],
  }
})

export const delegateReplacedMail = noticeMail(
  'access-delegate-replaced',
  ({ mail }) => mail.delegateReplaced,
)

export const delegateSuspendedMail = noticeMail(
  'access-delegate-suspended',
  ({ mail }) => mail.delegateSuspended,
)

export const delegateReactivatedMail = noticeMail(
  'access-delegate-reactivated',
  ({ mail }) => mail.delegateReactivated,
)

export const delegateMails = [
  delegateResetMail,
  delegateEmailChangedMail,
  delegateReplacedMail,
  delegateSuspendedMail,
  delegateReactivatedMail,
]
