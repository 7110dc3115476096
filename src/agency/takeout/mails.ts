import { mailTemplate } from '../../platform/mail/message.ts'
import { paths } from '../../web/paths.ts'
import { wordsIn } from '../../web/words/index.ts'

/** To the supervisor who asked for everything of a company: what another one decided. */
export const takeoutDecidedMail = mailTemplate<{
  name: string
  takeoutId: string
  company: string
  number: string
  verdict: 'agreed' | 'declined'
  because: string
}>('takeout-decided', (props, { language, baseUrl }) => {
  const { name, takeoutId, company, number, verdict, because } = props
  const { mail } = wordsIn(language).takeout
  return {
    subject: mail.subject[verdict](company),
    blocks: [
      { paragraph: mail.hello(name) },
      { paragraph: mail.text[verdict](company, number) },
      ...(because === '' ? [] : [{ paragraph: mail.because(because) }]),
      { link: { label: mail.open, url: baseUrl + paths.agency.takeout({ id: takeoutId }) } },
    ],
  }
})

export const takeoutMails = [takeoutDecidedMail]
