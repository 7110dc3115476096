import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { DelegateActor } from '../../src/actors/actor.ts'
import { listUsers } from '../../src/access/administration/store/users.ts'
import type { NewExternalUser, NewUser } from '../../src/access/administration/new-user.ts'
import {
  aDelegate,
  anEmployer,
  aProfile,
  signedIn,
  type TestEmployer,
  type TestPerson,
} from './factories.ts'
import { openSite, type TestSite } from './site.ts'
import type { Visitor } from './visitor.ts'

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

/** Somebody who was invited and has not used the link yet. */
export async function anInvitedUser(
  site: TestSite,
  employer: TestEmployer,
  wishes: Parameters<typeof aProfile>[2] = {},
): Promise<TestPerson> {
  const person = await aProfile(site, employer, { service: 'employer_account', ...wishes })
  await site.database.ownerQuery(
    `update profiles set state = 'invited', password_hash = null, password_set_at = null where id = $1`,
    [person.id],
  )
  await site.database.ownerQuery(
    `update mandates set state = 'offered', answered_at = null where profile_id = $1`,
    [person.id],
  )
  return person
}

/** A company of categories 01 and 02 with its delegate, anew before each test, when every mail has left. */
export function aCompanyEachTime() {
  const at = { list, rowOf } as {
    site: TestSite
    employer: TestEmployer
    delegate: TestPerson
    actor: DelegateActor
    /** The delegate, signed in. */
    visitor: Visitor
    list: typeof list
    rowOf: typeof rowOf
  }
  beforeAll(async () => {
    at.site = await openSite()
  })
  beforeEach(async () => {
    at.employer = await anEmployer(at.site, { categories: ['01', '02'] })
    at.delegate = await aDelegate(at.site, at.employer)
    at.actor = asDelegate(at.delegate, at.employer)
    at.visitor = await signedIn(at.site, at.delegate)
    await at.site.runJobs()
    at.site.mails.length = 0
  })
  afterAll(() => at.site.close())

  async function list(company = at.employer) {
    return at.site.app.db.transaction({ as: 'employer', employerId: company.id }, (tx) =>
      listUsers(tx, company.id),
    )
  }
  async function rowOf(id: string): Promise<Record<string, unknown> | undefined> {
    const [row] = await at.site.database.ownerQuery('select * from profiles where id = $1', [id])
    return row
  }
  return at
}

/** What somebody chooses at their first password. */
export const chosenPassword = 'trois girouettes et un phare'
export const chosenQuestions = {
  question1: 'first_school',
  answer1: 'Al Amal',
  question2: 'first_street',
  answer2: 'Rue des Orangers',
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
