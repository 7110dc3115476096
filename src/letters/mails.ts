import { formatDate, formatDateTime, localDateAt } from '../calendar/index.ts'
import type { Block, MailSurroundings } from '../platform/mail/message.ts'
import { mailTemplate } from '../platform/mail/message.ts'
import { paths } from '../web/paths.ts'
import { wordsIn } from '../web/words/index.ts'
import { type Language, ltr } from '../web/words/language.ts'
import { letterTitle } from './letter-title.ts'
import type { LetterKind } from './letter.ts'
import { isLetterReason } from './reasons.ts'

type About = { reference: string; kind: LetterKind }
type Answered = About & { reasons: readonly string[]; note: string }
/** With the last day on which the request waits for what is missing. */
type ToComplete = Answered & { until: string | null }

type Received = About & {
  employerNumber: string
  by: 'upload' | 'post' | 'counter'
  /** Until when the agency answers; null while its clock stands still. */
  dueAt: string | null
}

/** The signed form arrived, on line or on paper: who acts now, until when, and where to see it. */
export const letterReceivedMail = mailTemplate<Received>('letter-received', (props, around) => {
  const { language, baseUrl } = around
  const { mails, receivedBy } = wordsIn(language).letters
  const { received: words } = mails
  return {
    subject: words.subject(props.reference),
    blocks: [
      { paragraph: words.body(titleIn(props, around), receivedBy[props.by]) },
      { paragraph: words.next },
      {
        list: [
          { label: mails.referenceLabel, value: figures(props.reference, language) },
          { label: words.employerNumber, value: figures(props.employerNumber, language) },
          { label: words.answer, value: answerBefore(props.dueAt, language) },
        ],
      },
      { paragraph: words.follow },
      { link: { label: mails.follow, url: baseUrl + paths.follow.start() } },
      { paragraph: words.unknown },
    ],
  }
})

function answerBefore(due: string | null, language: Language): string {
  const { before, paused } = wordsIn(language).letters.mails.received
  return due ? before(formatDateTime(new Date(due), language)) : paused
}

function dayOf(date: string, language: Language): string {
  return formatDate(localDateAt(new Date(date)), language)
}

/** Kept left to right in Arabic; nothing invisible to copy in French. */
function figures(text: string, language: Language): string {
  return language === 'ar' ? ltr(text) : text
}

export const letterToCompleteMail = mailTemplate<ToComplete>(
  'letter-to-complete',
  (props, around) => {
    const words = wordsIn(around.language).letters.mails
    return {
      subject: words.complete.subject(props.reference),
      blocks: [
        { paragraph: words.complete.body(titleIn(props, around)) },
        ...answerBlocks(props, around),
        { paragraph: words.complete.next },
        ...(props.until
          ? [{ paragraph: words.complete.before(dayOf(props.until, around.language)) }]
          : []),
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

type Accepted = About & {
  /** From when; nothing while something still stands in between, such as an objection. */
  effectAt: string | null
  /** Somebody who was warned may stop it until then. */
  mayBeOpposed: boolean
  /** How long the link lives that a reset sends to the delegate. */
  linkHours: number
}

/** Accepted, when that is not yet the effect itself or the effect writes to somebody else. */
export const letterAcceptedMail = mailTemplate<Accepted>('letter-accepted', (props, around) => {
  const { accepted } = wordsIn(around.language).letters.mails
  const { effectAt } = props
  return {
    subject: accepted.subject(props.reference),
    blocks: [
      { paragraph: accepted.body(titleIn(props, around)) },
      {
        paragraph: effectAt
          ? accepted.from(formatDateTime(new Date(effectAt), around.language))
          : accepted.waits,
      },
      ...(props.mayBeOpposed ? [{ paragraph: accepted.opposable }] : []),
      {
        paragraph:
          props.kind === 'password_reset' ? accepted.link(props.linkHours) : accepted.nothing,
      },
      ...followBlocks(props, around),
    ],
  }
})

type Held = About & { isAccepted: boolean }

/**
 * Something stops the request until a supervisor has decided. Before the paper is accepted its sender is a stranger, who
 * is not told that the company has a delegate who objects.
 */
export const letterHeldMail = mailTemplate<Held>('letter-held', (props, around) => {
  const { held } = wordsIn(around.language).letters.mails
  return {
    subject: held.subject(props.reference),
    blocks: [
      {
        paragraph: (props.isAccepted ? held.opposed : held.checked)(titleIn(props, around)),
      },
      { paragraph: held.next },
      ...followBlocks(props, around),
    ],
  }
})

type GoesOn = About & {
  /** From when it takes effect; nothing while agents still examine it. */
  effectAt: string | null
  /** Until when the agency answers. */
  dueAt: string | null
}

/** The verification is over, and the request goes on. */
export const letterGoesOnMail = mailTemplate<GoesOn>('letter-goes-on', (props, around) => {
  const { language } = around
  const { goesOn, accepted } = wordsIn(language).letters.mails
  const on = (date: string) => formatDateTime(new Date(date), language)
  return {
    subject: goesOn.subject(props.reference),
    blocks: [
      { paragraph: goesOn.body(titleIn(props, around)) },
      ...(props.effectAt ? [{ paragraph: accepted.from(on(props.effectAt)) }] : []),
      ...(props.dueAt ? [{ paragraph: goesOn.answer(on(props.dueAt)) }] : []),
      { paragraph: accepted.nothing },
      ...followBlocks(props, around),
    ],
  }
})

/** What it asked for has nobody to be done for any more. */
export const letterWithoutObjectMail = mailTemplate<About>(
  'letter-without-object',
  (props, around) => {
    const words = wordsIn(around.language).letters.mails
    return {
      subject: words.withoutObject.subject(props.reference),
      blocks: [
        { paragraph: words.withoutObject.body(titleIn(props, around)) },
        { paragraph: words.withoutObject.next },
        ...followBlocks(props, around),
      ],
    }
  },
)

export const lettersMails = [
  letterReceivedMail,
  letterToCompleteMail,
  letterRefusedMail,
  letterAcceptedMail,
  letterHeldMail,
  letterGoesOnMail,
  letterWithoutObjectMail,
]

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
