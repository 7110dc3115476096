import { formatQuarterInWords, quarterFrom } from '../calendar/index.ts'
import { mailTemplate } from '../platform/mail/message.ts'
import { paths } from '../web/paths.ts'
import { wordsIn } from '../web/words/index.ts'

/** To whoever prepared a declaration that somebody else sent (product D9). */
export const declarationSentMail = mailTemplate<{
  name: string
  employerName: string
  category: string
  quarter: string
  receipt: string
  by: string
  /** The sender's firm; empty for somebody of the company. */
  firm: string
  declarationId: string
}>('declaration-sent', (props, { language, baseUrl }) => {
  const { sentMail } = wordsIn(language).declarations
  const quarter = formatQuarterInWords(quarterFrom(props.quarter), language)
  return {
    subject: sentMail.subject(props.employerName, quarter),
    blocks: [
      { paragraph: sentMail.hello(props.name) },
      {
        paragraph: sentMail.sent(
          props.firm ? sentMail.ofFirm(props.by, props.firm) : props.by,
          quarter,
          props.category,
        ),
      },
      { list: [{ label: sentMail.receipt, value: props.receipt }] },
      {
        link: {
          label: sentMail.open,
          url: baseUrl + paths.declarations.receipt({ id: props.declarationId }),
        },
      },
      { paragraph: sentMail.next },
    ],
  }
})

export const declarationsMails = [declarationSentMail]
