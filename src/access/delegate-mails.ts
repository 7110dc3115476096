import { mailTemplate } from '../platform/mail/message.ts'
import { wordsIn } from '../web/words/index.ts'

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
