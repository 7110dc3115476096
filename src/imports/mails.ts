import { mailTemplate } from '../platform/mail/message.ts'
import { paths } from '../web/paths.ts'
import { wordsIn } from '../web/words/index.ts'

/** To the supervisors who may agree: a file that gives power waits for one of them. */
export const importAskedMail = mailTemplate<{
  name: string
  by: string
  importId: string
  file: string
  delegates: number
}>('import-asked', ({ name, by, importId, file, delegates }, { language, baseUrl }) => {
  const { askedMail: words } = wordsIn(language).imports
  return {
    subject: words.subject,
    blocks: [
      { paragraph: words.hello(name) },
      { paragraph: words.text(by, file, delegates) },
      { paragraph: words.know },
      { link: { label: words.link, url: baseUrl + paths.agency.import({ id: importId }) } },
    ],
  }
})

export const importsMails = [importAskedMail]
