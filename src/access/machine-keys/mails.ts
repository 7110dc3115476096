import { formatDate, type LocalDate } from '../../calendar/index.ts'
import { mailTemplate } from '../../platform/mail/message.ts'
import { paths } from '../../web/paths.ts'
import { wordsIn } from '../../web/words/index.ts'

/** A key ends within thirty days: time to make the next one, before the software stops. */
export const keyEndsMail = mailTemplate<{
  name: string
  employerName: string
  keyName: string
  until: LocalDate
}>('key-ends', ({ name, employerName, keyName, until }, { language, baseUrl }) => {
  const { keys, administration } = wordsIn(language)
  return {
    subject: keys.mail.subject(keyName),
    blocks: [
      { paragraph: administration.mails.hello(name) },
      { paragraph: keys.mail.ends(keyName, employerName, formatDate(until, language)) },
      { paragraph: keys.mail.what },
      { link: { label: keys.mail.see, url: baseUrl + paths.administration.keys() } },
    ],
  }
})

export const machineKeysMails = [keyEndsMail]
