import { fullName } from '../access/accounts.ts'
import type { NewLetter } from '../letters/draw-up-letter.ts'
import type { Bilingual, Letter, LetterSection } from '../letters/letter.ts'
import { maskedIdentity } from '../platform/secrets/identity.ts'
import { wordsIn, type Words } from '../web/words/index.ts'
import { isolate } from '../web/words/language.ts'
import type { Teleservice } from '../employers/employer.ts'
import { type CompleteDraft, leftOut } from './draft.ts'
import { formatPhone } from '../web/phone.ts'

/** One text in both languages, from the catalogues of words. */
export function bilingual(pick: (words: Words) => string): Bilingual {
  return { fr: pick(wordsIn('fr')), ar: pick(wordsIn('ar')) }
}

const ask = (pick: (questions: Words['subscriptions']['questions']) => string) =>
  bilingual((words) => pick(words.subscriptions.questions))

const identityNumber = ask((questions) => questions.identityNumber)

/**
 * The letter of a subscription: every answer but the password. The identity number is masked in what is stored, and
 * put back when the form is printed or examined (product P3; decision: a person).
 */
export function subscriptionLetter(draft: CompleteDraft, employerId: string | null): NewLetter {
  const { delegate, services } = draft
  return {
    kind: draft.kind,
    employerNumber: draft.employerNumber,
    employerId,
    language: draft.language,
    applicant: { name: fullName(delegate), email: delegate.email },
    sections: [companySection(draft), delegateSection(draft), servicesSection(draft)],
    data: {
      delegate: {
        firstName: delegate.firstName,
        lastName: delegate.lastName,
        jobTitle: delegate.jobTitle,
        email: delegate.email,
        phone: delegate.phone,
      },
      services: services.services,
      paymentOption: services.paymentOption,
      company: draft.company,
      signatory: { name: services.signatoryName, capacity: services.signatoryCapacity },
    },
    // A renewal needs two agents whatever it changes (decision: letters); a subscription that replaces a delegate
    // is found out when it comes back signed.
    agentsRequired: draft.kind === 'renewal' ? 2 : 1,
    replacesDelegate: false,
  }
}

function companySection({ company, employerNumber }: CompleteDraft): LetterSection {
  return {
    heading: bilingual((words) => words.subscriptions.volets.company),
    rows: [
      { label: bilingual((words) => words.frame.employerNumber), value: employerNumber, ltr: true },
      { label: ask((questions) => questions.companyName), value: company.name },
      ...(company.ice
        ? [{ label: ask((questions) => questions.ice), value: company.ice, ltr: true }]
        : []),
      {
        label: ask((questions) => questions.address),
        value: `${company.address}, ${company.city}`,
      },
      {
        label: ask((questions) => questions.companyPhone),
        value: formatPhone(company.phone),
        ltr: true,
      },
      { label: ask((questions) => questions.companyEmail), value: company.email, ltr: true },
    ],
  }
}

function delegateSection({ delegate }: CompleteDraft): LetterSection {
  return {
    heading: bilingual((words) => words.subscriptions.volets.delegate),
    rows: [
      { label: ask((questions) => questions.lastName), value: delegate.lastName },
      { label: ask((questions) => questions.firstName), value: delegate.firstName },
      {
        label: ask((questions) => questions.identityKind),
        value: bilingual((words) => words.subscriptions.identityKinds[delegate.identityKind]),
      },
      { label: identityNumber, value: maskedIdentity(delegate.identityNumber), ltr: true },
      { label: ask((questions) => questions.jobTitle), value: delegate.jobTitle },
      { label: ask((questions) => questions.email), value: delegate.email, ltr: true },
      {
        label: ask((questions) => questions.mobile),
        value: formatPhone(delegate.phone),
        ltr: true,
      },
    ],
  }
}

function servicesSection(draft: CompleteDraft): LetterSection {
  const { services } = draft
  const ended = leftOut(draft)
  const names = (list: readonly Teleservice[]) => (words: Words) =>
    list.map((one) => isolate(words.subscriptions.services[one])).join(' · ')
  return {
    heading: bilingual((words) => words.subscriptions.volets.services),
    rows: [
      { label: ask((questions) => questions.services), value: bilingual(names(services.services)) },
      ...(ended.length > 0
        ? [{ label: ask((questions) => questions.endedServices), value: bilingual(names(ended)) }]
        : []),
      {
        label: ask((questions) => questions.paymentOption),
        value: bilingual(
          (words) => words.subscriptions.paymentOptions[services.paymentOption].name,
        ),
      },
      { label: ask((questions) => questions.signatoryName), value: services.signatoryName },
      { label: ask((questions) => questions.signatoryCapacity), value: services.signatoryCapacity },
      {
        label: ask((questions) => questions.consent),
        value: bilingual((words) => words.subscriptions.consentGiven),
      },
    ],
  }
}

/** The same letter with the whole identity number, for who prints it and for who compares it with the document. */
export function withIdentityNumber(letter: Letter, number: string): Letter {
  const sections = letter.sections.map((section) => ({
    ...section,
    rows: section.rows.map((row) =>
      row.label.fr === identityNumber.fr ? { ...row, value: number } : row,
    ),
  }))
  return { ...letter, sections }
}
