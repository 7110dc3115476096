import { formatDate, localDate } from '../calendar/index.ts'
import { mailTemplate } from '../platform/mail/message.ts'
import { paths } from '../web/paths.ts'
import { wordsIn } from '../web/words/index.ts'
import { parameterOf, type ParameterKey } from './parameter-catalogue.ts'

/** To the agent who proposed another value: what a supervisor decided, and why not. */
export const proposalDecidedMail = mailTemplate<{
  name: string
  proposalId: string
  parameter: ParameterKey
  validFrom: string
  verdict: 'approve' | 'refuse'
  because: string
}>('proposal-decided', (props, { language, baseUrl }) => {
  const { mail, names } = wordsIn(language).parameters
  const { name, proposalId, parameter, validFrom, verdict, because } = props
  const title = names[parameter]
  const from = parameterOf(parameter).undated ? null : formatDate(localDate(validFrom), language)
  return {
    subject: mail.subject[verdict](title),
    blocks: [
      { paragraph: mail.hello(name) },
      { paragraph: verdict === 'approve' ? mail.approved(title, from) : mail.refused(title) },
      ...(because === '' ? [] : [{ paragraph: mail.because(because) }]),
      { link: { label: mail.open, url: baseUrl + paths.agency.proposal({ id: proposalId }) } },
    ],
  }
})

export const parametersMails = [proposalDecidedMail]
