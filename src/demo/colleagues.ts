import { offerMandate } from '../access/administration/offer-mandate.ts'
import type { AppContext } from '../context.ts'
import type { DemoProfile } from './accounts.ts'

/** Who left with the last declared quarter, as the company itself declared: a member, and still a user (product A12). */
export const leaver = {
  memberNumber: '000098002',
  cin: 'BR330215',
  firstName: 'Leila',
  lastName: 'Sebti',
} as const

/** Users of Atlas Textile of whom nobody has the password: what its delegate should notice on arriving. */
export const colleagues: readonly DemoProfile[] = [
  {
    service: 'employer_account',
    login: 'lsebti.compte.005839',
    firstName: leaver.firstName,
    lastName: leaver.lastName,
    cin: leaver.cin,
    jobTitle: 'Contrôleuse de gestion',
    createdDaysAgo: 400,
    seenDaysAgo: 170,
  },
  {
    service: 'liquidation',
    login: 'rnaciri.liq.005839',
    firstName: 'Rachid',
    lastName: 'Naciri',
    cin: 'BT204471',
    jobTitle: 'Gestionnaire du personnel',
    createdDaysAgo: 75,
  },
  {
    service: 'employer_account',
    login: 'hfassi.compte.005839',
    firstName: 'Houda',
    lastName: 'Fassi',
    cin: 'BV118920',
    jobTitle: 'Assistante comptable',
    createdDaysAgo: 220,
    seenDaysAgo: 21,
    mailBounced: true,
  },
]

/** A firm was asked and has not answered: by the use case itself, so that its link is among the mails. */
export async function offerDemonstrationMandate(
  app: AppContext,
  delegate: { readonly id: string; readonly employerId: string; readonly name: string },
): Promise<void> {
  const actor = { kind: 'delegate', ...delegate, sessionId: '', stage: 'full' } as const
  await offerMandate(app, actor, {
    service: 'declaration_external',
    firstName: 'Adil',
    lastName: 'Berrechid',
    jobTitle: 'Collaborateur paie',
    email: 'adil.berrechid@demonstration.example',
    phone: '+212661000031',
    language: 'fr',
    suggestedQuestions: [],
    identity: { kind: 'cin', number: 'BW550318' },
    freePart: 'aberrechid',
    firm: { name: 'Cabinet Chiffres et Conseil', ice: '002968168000088', isConfirmed: false },
    scope: { mode: 'prepared_file', categories: ['02'], untilOn: null },
  })
}
