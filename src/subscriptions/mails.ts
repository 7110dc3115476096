import { formatDate, formatDateTime, localDateAt } from '../calendar/index.ts'
import { letterTitle } from '../letters/letter-title.ts'
import { bearsHandwrittenNumber, type LetterKind } from '../letters/letter.ts'
import type { Block } from '../platform/mail/message.ts'
import { mailTemplate } from '../platform/mail/message.ts'
import { paths } from '../web/paths.ts'
import { wordsIn } from '../web/words/index.ts'
import { type Language, ltr } from '../web/words/language.ts'

const wordsOf = (language: Language) => wordsIn(language).subscriptions.mails

/** Kept left to right in Arabic; nothing invisible to copy in French. */
function figures(text: string, language: Language): string {
  return language === 'ar' ? ltr(text) : text
}

interface FormReady extends Record<string, unknown> {
  readonly reference: string
  readonly kind: LetterKind
  readonly employerNumber: string
  /** After that day the form expires. */
  readonly until: string
  /** To whom and where the paper goes. */
  readonly agency: readonly string[]
}

/** The form is ready to be signed: its reference, kept where it will be looked for (product P7). */
export const formReadyMail = mailTemplate<FormReady>(
  'form-ready',
  ({ reference, kind, employerNumber, until, agency }, { language, fundName, baseUrl }) => {
    const words = wordsOf(language)
    const day = formatDate(localDateAt(new Date(until)), language)
    return {
      subject: words.ready.subject(reference),
      blocks: [
        { paragraph: words.ready.body(letterTitle(kind, fundName)[language]) },
        {
          list: [
            { label: words.reference, value: figures(reference, language) },
            { label: words.employerNumber, value: figures(employerNumber, language) },
            { label: words.ready.before, value: day },
            { label: words.ready.address, value: agency.join(', ') },
          ],
        },
        ...(bearsHandwrittenNumber({ kind }) ? [{ paragraph: words.ready.byHand }] : []),
        { link: { label: words.follow, url: baseUrl + paths.follow.start() } },
        { paragraph: words.ready.next },
        { paragraph: words.ready.unknown },
      ],
    }
  },
)

interface InForce extends Record<string, unknown> {
  readonly name: string
  readonly company: string
  readonly employerNumber: string
  readonly hasPassword: boolean
  readonly hours: number
}

/**
 * «Une notification de validation de l’abonnement»: the N° Adhérent, and that the password is the one chosen, never
 * the password; a single-use link for who forgot it (leaflet, step 6; product P6).
 */
export const subscriptionInForceMail = mailTemplate<InForce>(
  'subscription-in-force',
  (props, { language, baseUrl, token }) => {
    const words = wordsOf(language)
    const choose: Block = {
      link: { label: words.inForce.choose, url: baseUrl + paths.links.reset({ token }) },
    }
    return {
      subject: words.inForce.subject(props.employerNumber),
      blocks: [
        { paragraph: words.hello(props.name) },
        { paragraph: words.inForce.body(props.company) },
        { list: [{ label: words.employerNumber, value: figures(props.employerNumber, language) }] },
        { paragraph: props.hasPassword ? words.inForce.password : words.inForce.noPassword },
        { link: { label: words.signIn, url: baseUrl + paths.signIn.administration() } },
        { paragraph: words.inForce.forgotten(props.hours) },
        choose,
      ],
    }
  },
)

interface Warned extends Record<string, unknown> {
  readonly name: string
  readonly applicant: string
  readonly reference: string
  readonly employerNumber: string
  readonly until: string
}

/** Somebody signed that the delegate in function is replaced: they are told at once, and may object (product P5). */
export const delegateWarnedMail = mailTemplate<Warned>(
  'delegate-warned',
  (props, { language, baseUrl, token }) => {
    const words = wordsOf(language)
    return {
      subject: words.warned.subject,
      blocks: [
        { paragraph: words.hello(props.name) },
        { paragraph: words.warned.body(props.applicant, props.employerNumber) },
        { list: [{ label: words.reference, value: figures(props.reference, language) }] },
        { paragraph: words.warned.agree },
        { paragraph: words.warned.object(formatDateTime(new Date(props.until), language)) },
        { link: { label: words.warned.label, url: baseUrl + paths.links.object({ token }) } },
      ],
    }
  },
)

interface About extends Record<string, unknown> {
  readonly name: string
  readonly reference: string
}

export const objectionRaisedMail = mailTemplate<About>(
  'objection-raised',
  ({ name, reference }, { language }) => {
    const words = wordsOf(language)
    return {
      subject: words.raised.subject(reference),
      blocks: [{ paragraph: words.hello(name) }, { paragraph: words.raised.body }],
    }
  },
)

interface Over extends About {
  readonly kind: LetterKind
  readonly end: 'withdrawn' | 'refused' | 'expired'
}

/** To whoever was warned: the request ended without effect, and they have nothing to do. */
export const requestOverMail = mailTemplate<Over>(
  'request-over',
  ({ name, reference, kind, end }, { language }) => {
    const { over, ...words } = wordsOf(language)
    const request = kind === 'email_update' ? over.email : over.replacement
    return {
      subject: over.subject(reference),
      blocks: [
        { paragraph: words.hello(name) },
        { paragraph: `${request} ${over.ends[end]}` },
        { paragraph: over.nothing },
      ],
    }
  },
)

interface ResetReceived extends About {
  readonly employerNumber: string
  /** The paper asks to take the second factor off as well. */
  readonly lostFactor: boolean
  readonly fundEmail: string
}

/** Before anybody decides: the delegate hears that a letter asks for another password of theirs (leaflet, «Oubli de mot de passe»). */
export const resetReceivedMail = mailTemplate<ResetReceived>(
  'reset-received',
  ({ name, reference, employerNumber, lostFactor, fundEmail }, { language }) => {
    const { resetReceived, ...words } = wordsOf(language)
    return {
      subject: resetReceived.subject(reference),
      blocks: [
        { paragraph: words.hello(name) },
        { paragraph: resetReceived.body },
        ...(lostFactor ? [{ paragraph: resetReceived.lostFactor }] : []),
        {
          list: [
            { label: words.reference, value: figures(reference, language) },
            { label: words.employerNumber, value: figures(employerNumber, language) },
          ],
        },
        { paragraph: resetReceived.agree },
        { paragraph: resetReceived.notYou(fundEmail) },
      ],
    }
  },
)

/** A renewal that keeps the delegate: they hear of it as soon as it comes back signed. */
export const renewalReceivedMail = mailTemplate<About>(
  'renewal-received',
  ({ name, reference }, { language }) => {
    const words = wordsOf(language)
    return {
      subject: words.renewalReceived.subject(reference),
      blocks: [
        { paragraph: words.hello(name) },
        { paragraph: words.renewalReceived.body },
        { list: [{ label: words.reference, value: figures(reference, language) }] },
        { paragraph: words.renewalReceived.unknown },
      ],
    }
  },
)

interface RenewalInForce extends About {
  /** Another address was typed in the form; it changes by its own letter only. */
  readonly emailKept: boolean
}

export const renewalInForceMail = mailTemplate<RenewalInForce>(
  'renewal-in-force',
  ({ name, reference, emailKept }, { language, fundName, baseUrl }) => {
    const words = wordsOf(language)
    const title = letterTitle('email_update', fundName)[language]
    return {
      subject: words.renewalInForce.subject(reference),
      blocks: [
        { paragraph: words.hello(name) },
        { paragraph: words.renewalInForce.body },
        ...(emailKept ? [{ paragraph: words.renewalInForce.emailKept(title) }] : []),
        { link: { label: words.signIn, url: baseUrl + paths.signIn.administration() } },
      ],
    }
  },
)

export const subscriptionsMails = [
  formReadyMail,
  subscriptionInForceMail,
  delegateWarnedMail,
  objectionRaisedMail,
  requestOverMail,
  resetReceivedMail,
  renewalReceivedMail,
  renewalInForceMail,
]
