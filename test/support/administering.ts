import type { DelegateActor } from '../../src/actors/actor.ts'
import type { NewExternalUser, NewUser } from '../../src/access/administration/new-user.ts'
import type { TestEmployer, TestPerson } from './factories.ts'

/** The delegate as the author of what a use case does. */
export function asDelegate(delegate: TestPerson, employer: TestEmployer): DelegateActor {
  return {
    kind: 'delegate',
    id: delegate.id,
    name: 'Salma Berrada',
    sessionId: '00000000-0000-4000-8000-000000000000',
    stage: 'full',
    employerId: employer.id,
  }
}

let made = 0

/** The fields of «Nouveau» for somebody of the company, filled in as they should be. */
export const filledForm = {
  lastName: 'Lahlou',
  firstName: 'Khadija',
  jobTitle: 'Responsable paie',
  email: 'k.lahlou@atlas.example',
  identityNumber: 'BE123456',
  mode: 'prepared_file',
  categories: ['01', '02'],
}

/** A user to create, legal unless the test says otherwise. */
export function aNewUser(wishes: Partial<NewUser> = {}): NewUser {
  made += 1
  return {
    service: 'declaration_internal',
    firstName: 'Khadija',
    lastName: 'Lahlou',
    jobTitle: 'Responsable paie',
    email: `khadija${made}@atlas.example`,
    phone: '',
    language: 'fr',
    suggestedQuestions: [],
    identity: { kind: 'cin', number: `BE${100_000 + made}` },
    freePart: `klahlou${made}`,
    isFreePartProposed: false,
    firstPassword: { kind: 'link' },
    scope: { mode: 'prepared_file', categories: ['01'], untilOn: null },
    isMaker: false,
    isValidator: false,
    ...wishes,
  }
}

export function aNewExternal(wishes: Partial<NewExternalUser> = {}): NewExternalUser {
  made += 1
  return {
    service: 'declaration_external',
    firstName: 'Hamza',
    lastName: 'Tazi',
    jobTitle: 'Collaborateur paie',
    email: `hamza${made}@alamal.example`,
    phone: '',
    language: 'fr',
    suggestedQuestions: [],
    identity: { kind: 'cin', number: `BK${100_000 + made}` },
    freePart: 'htazi',
    firm: { name: 'Fiduciaire Al Amal', ice: '002136093000040', isConfirmed: false },
    scope: { mode: 'form', categories: ['01'], untilOn: null },
    ...wishes,
  }
}
