import { mailTemplate } from '../platform/mail/message.ts'
import { paths } from '../web/paths.ts'
import { type Words, wordsIn } from '../web/words/index.ts'
import type { NoticeProps } from './notice-mail.ts'

export interface SecondFactorChange {
  readonly change: 'added' | 'removed' | 'codes' | 'recovery' | 'passkey_added' | 'passkey_removed'
  /** How many recovery codes are left, after one was used. */
  readonly left?: number
  /** The name of the passkey concerned. */
  readonly passkey?: string
}

/** Any change of the second factor is told out of band (quality, MFA). */
export const secondFactorMail = mailTemplate<NoticeProps & SecondFactorChange>(
  'access-second-factor',
  (props, { language }) => {
    const { mail } = wordsIn(language).access
    const { subject, recoverySubject } = mail.secondFactor
    return {
      subject: props.change === 'recovery' ? recoverySubject : subject,
      blocks: [
        { paragraph: mail.hello(props.name) },
        { paragraph: sayChange(mail, props) },
        { paragraph: mail.notYou(props.fundEmail) },
      ],
    }
  },
)

function sayChange(
  { secondFactor }: Words['access']['mail'],
  { change, left = 0, passkey = '' }: SecondFactorChange,
): string {
  if (change === 'recovery') return secondFactor.recovery(left)
  if (change === 'passkey_added') return secondFactor.passkeyAdded(passkey)
  if (change === 'passkey_removed') return secondFactor.passkeyRemoved(passkey)
  return secondFactor[change]
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

export const factorMails = [secondFactorMail, delegateFactorEndedMail, factorEndedMail]
