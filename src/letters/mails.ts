import type { Block, MailSurroundings } from '../platform/mail/message.ts'
import { mailTemplate } from '../platform/mail/message.ts'
import { paths } from '../web/paths.ts'
import { wordsIn } from '../web/words/index.ts'
import { letterTitle } from './letter-title.ts'
import type { LetterKind } from './letter.ts'
import { isLetterReason } from './reasons.ts'

type About = { reference: string; kind: LetterKind }
type Answered = About & { reasons: readonly string[]; note: string }

/** An agent registered the signed paper: its 48 hours run, and the applicant knows it. */
export const letterRegisteredMail = mailTemplate<About>('letter-registered', (props, around) => {
  const words = wordsIn(around.language).letters.mails
  return {
    subject: words.registered.subject(props.reference),
    blocks: [
      { paragraph: words.registered.body(titleIn(props, around)) },
      { paragraph: words.registered.next },
      ...followBlocks(props, around),
    ],
  }
})

export const letterToCompleteMail = mailTemplate<Answered>(
  'letter-to-complete',
  (props, around) => {
    const words = wordsIn(around.language).letters.mails
    return {
      subject: words.complete.subject(props.reference),
      blocks: [
        { paragraph: words.complete.body(titleIn(props, around)) },
        ...answerBlocks(props, around),
        { paragraph: words.complete.next },
        ...followBlocks(props, around),
      ],
    }
  },
)

export const letterRefusedMail = mailTemplate<Answered>('letter-refused', (props, around) => {
  const words = wordsIn(around.language).letters.mails
  return {
    subject: words.refused.subject(props.reference),
    blocks: [
      { paragraph: words.refused.body(titleIn(props, around)) },
      ...answerBlocks(props, around),
      { paragraph: words.refused.next },
      ...followBlocks(props, around),
    ],
  }
})

export const lettersMails = [letterRegisteredMail, letterToCompleteMail, letterRefusedMail]

function titleIn({ kind }: About, { language, fundName }: MailSurroundings): string {
  return letterTitle(kind, fundName)[language]
}

function answerBlocks({ reasons, note }: Answered, { language }: MailSurroundings): Block[] {
  const words = wordsIn(language).letters
  return [
    ...reasons.filter(isLetterReason).map((code) => ({ paragraph: `– ${words.reasons[code]}` })),
    ...(note ? [{ paragraph: words.mails.agentNote(note) }] : []),
  ]
}

function followBlocks({ reference }: About, { language, baseUrl }: MailSurroundings): Block[] {
  const words = wordsIn(language).letters.mails
  return [
    { paragraph: words.reference },
    { code: reference },
    { link: { label: words.follow, url: baseUrl + paths.follow.start() } },
  ]
}
