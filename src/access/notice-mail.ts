import { mailTemplate } from '../platform/mail/message.ts'
import { type Words, wordsIn } from '../web/words/index.ts'

export interface NoticeProps extends Record<string, unknown> {
  name: string
  fundEmail: string
}

/** Tells somebody what was done to their account, and whom to write to when it was not they who did it. */
export const noticeMail = (
  template: string,
  pick: (words: Words['access']) => { readonly subject: string; readonly text: string },
) =>
  mailTemplate<NoticeProps>(template, ({ name, fundEmail }, { language }) => {
    const words = wordsIn(language).access
    const { subject, text } = pick(words)
    return {
      subject,
      blocks: [
        { paragraph: words.mail.hello(name) },
        { paragraph: text },
        { paragraph: words.mail.notYou(fundEmail) },
      ],
    }
  })
