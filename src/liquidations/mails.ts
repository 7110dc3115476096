import { formatDate, type LocalDate } from '../calendar/index.ts'
import { mailTemplate } from '../platform/mail/message.ts'
import { paths } from '../web/paths.ts'
import { wordsIn } from '../web/words/index.ts'

/** Who has reached twelve, six or four months before a whole pension. */
export const retirementsMail = mailTemplate<{
  name: string
  count: number
  members: { name: string; pensionOn: LocalDate }[]
}>('retirements-near', ({ name, count, members }, { language, baseUrl }) => {
  const { mail } = wordsIn(language).liquidations
  return {
    subject: mail.subject(count),
    blocks: [
      { paragraph: mail.hello(name) },
      { paragraph: mail.near(count) },
      {
        list: members.map((member) => ({
          label: member.name,
          value: formatDate(member.pensionOn, language),
        })),
      },
      ...(count > members.length ? [{ paragraph: mail.more(count - members.length) }] : []),
      { paragraph: mail.next },
      { link: { label: mail.open, url: baseUrl + paths.liquidations.nearing() } },
    ],
  }
})

export const liquidationsMails = [retirementsMail]
