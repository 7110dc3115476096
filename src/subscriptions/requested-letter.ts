import type { NewLetter } from '../letters/draw-up-letter.ts'
import type { LetterSection } from '../letters/letter.ts'
import type { Language } from '../web/words/language.ts'
import { bilingual } from './subscription-letter.ts'

/** Two of the three letters of «Téléchargement»; the third, «Réabonnement», has the volets of a subscription. */
export type RequestedKind = 'password_reset' | 'email_update'

/** What a visitor types for one of them, or what the signed-in delegate finds typed already. */
export interface LetterRequest {
  readonly kind: RequestedKind
  readonly employerNumber: string
  readonly companyName: string
  readonly delegateName: string
  readonly signatoryName: string
  readonly signatoryCapacity: string
  /** Where the answer goes; for an e-mail update it is the new address itself. */
  readonly email: string
  /** «Réinitialisation» only: the telephone and the recovery codes are lost as well. */
  readonly lostFactor: boolean
}

/**
 * «Réinitialisation du mot de passe» or «Mise à jour de l’e-mail de la personne déléguée»: a coded form for two
 * agents (leaflet, «Oubli de mot de passe», «Modifier l’e-mail»; product A10; decision: letters). The identity number
 * is left to be written by hand, so that it is never asked of somebody unknown.
 */
export function requestedLetter(
  request: LetterRequest,
  employerId: string | null,
  language: Language,
): NewLetter {
  return {
    kind: request.kind,
    employerNumber: request.employerNumber,
    employerId,
    language,
    applicant: { name: request.delegateName, email: request.email },
    sections: [companySection(request), delegateSection(request), signatorySection(request)],
    data: dataOf(request),
    agentsRequired: 2,
    replacesDelegate: false,
  }
}

function dataOf({ kind, email, lostFactor }: LetterRequest): Record<string, unknown> {
  if (kind === 'email_update') return { newEmail: email }
  return lostFactor ? { lostFactor } : {}
}

function companySection(request: LetterRequest): LetterSection {
  return {
    heading: bilingual((words) => words.subscriptions.volets.company),
    rows: [
      {
        label: bilingual((words) => words.frame.employerNumber),
        value: request.employerNumber,
        ltr: true,
      },
      {
        label: bilingual((words) => words.subscriptions.questions.companyName),
        value: request.companyName,
      },
    ],
  }
}

function delegateSection(request: LetterRequest): LetterSection {
  const isUpdate = request.kind === 'email_update'
  return {
    heading: bilingual((words) => words.subscriptions.volets.delegate),
    rows: [
      {
        label: bilingual((words) => words.subscriptions.questions.fullName),
        value: request.delegateName,
      },
      {
        label: bilingual((words) => words.subscriptions.questions.identityByHand),
        value: '',
      },
      {
        label: bilingual((words) =>
          isUpdate
            ? words.subscriptions.questions.newEmail
            : words.subscriptions.questions.followEmail,
        ),
        value: request.email,
        ltr: true,
      },
      ...(dataOf(request)['lostFactor'] ? [lostFactorRow] : []),
    ],
  }
}

/** In so many words on the paper, so that whoever signs and stamps it asks for it. */
const lostFactorRow = {
  label: bilingual((words) => words.subscriptions.questions.secondFactor),
  value: bilingual((words) => words.subscriptions.secondFactorToEnd),
}

function signatorySection(request: LetterRequest): LetterSection {
  return {
    heading: bilingual((words) => words.subscriptions.volets.signatory),
    rows: [
      {
        label: bilingual((words) => words.subscriptions.questions.signatoryName),
        value: request.signatoryName,
      },
      {
        label: bilingual((words) => words.subscriptions.questions.signatoryCapacity),
        value: request.signatoryCapacity,
      },
    ],
  }
}
