import { formatDateTime } from '../calendar/index.ts'
import { mailTemplate } from '../platform/mail/message.ts'
import { paths } from '../web/paths.ts'
import { wordsIn } from '../web/words/index.ts'

/** To the address in use: which one replaces it, when, and how to say no. */
export const emailWillChangeMail = mailTemplate<{
  name: string
  reference: string
  newEmail: string
  until: string
}>('email-will-change', (props, { language, baseUrl, token }) => {
  const words = wordsIn(language).agency.mails.emailWillChange
  const until = formatDateTime(new Date(props.until), language)
  return {
    subject: words.subject,
    blocks: [
      { paragraph: words.body(props.name, props.newEmail, until) },
      { paragraph: words.notYou },
      { link: { label: words.link, url: baseUrl + paths.links.object({ token }) } },
      { paragraph: words.reference },
      { code: props.reference },
    ],
  }
})

/** To whoever objected: what the supervisor decided. */
export const objectionDecidedMail = mailTemplate<{
  name: string
  reference: string
  decision: 'upheld' | 'dismissed'
  note: string
  /** Dismissed once the letter was accepted, from when it takes effect; mails of before do not say it. */
  effectAt?: string | null
}>('objection-decided', (props, { language }) => {
  const { agency, letters } = wordsIn(language)
  const words = agency.mails.objectionDecided
  const from = (at: string) => letters.mails.accepted.from(formatDateTime(new Date(at), language))
  return {
    subject: words.subject(props.reference),
    blocks: [
      { paragraph: words[props.decision](props.name) },
      ...(props.effectAt ? [{ paragraph: from(props.effectAt) }] : []),
      { paragraph: words.note(props.note) },
    ],
  }
})

export const agencyMails = [emailWillChangeMail, objectionDecidedMail]
