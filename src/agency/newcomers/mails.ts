import { mailTemplate } from '../../platform/mail/message.ts'
import { paths } from '../../web/paths.ts'
import { wordsIn } from '../../web/words/index.ts'

interface Line {
  label: string
  value: string
}

/** What the agency decided of people declared without a number. */
export const newcomersDecidedMail = mailTemplate<{
  name: string
  isDelegate: boolean
  confirmed: Line[]
  refused: Line[]
}>('newcomers-decided', ({ name, isDelegate, confirmed, refused }, { language, baseUrl }) => {
  const { mail } = wordsIn(language).newcomers
  return {
    subject: mail.subject(confirmed.length + refused.length),
    blocks: [
      { paragraph: mail.hello(name) },
      ...(confirmed.length > 0
        ? [
            { paragraph: mail.confirmed(confirmed.length) },
            { list: confirmed },
            { paragraph: mail.next },
          ]
        : []),
      ...(refused.length > 0
        ? [
            { paragraph: mail.refused(refused.length) },
            { list: refused },
            { paragraph: mail.correct },
          ]
        : []),
      ...(isDelegate
        ? []
        : [{ link: { label: mail.open, url: baseUrl + paths.declarations.calendar() } }]),
    ],
  }
})
