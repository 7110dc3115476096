import { mailTemplate } from '../platform/mail/message.ts'
import { paths } from '../web/paths.ts'
import { wordsIn } from '../web/words/index.ts'

/** A new quarter: who still works there? */
export const reviewUsersMail = mailTemplate<{ employerName: string; users: number }>(
  'review-users',
  ({ employerName, users }, { language, baseUrl }) => {
    const { mails } = wordsIn(language).administration
    return {
      subject: mails.reviewSubject,
      blocks: [
        { paragraph: mails.review(employerName, users) },
        { paragraph: mails.reviewWhy },
        {
          link: { label: mails.reviewAction, url: baseUrl + paths.administration.departures() },
        },
      ],
    }
  },
)

export const departuresMails = [reviewUsersMail]
