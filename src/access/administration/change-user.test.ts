import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aNewUser, asDelegate } from '../../../test/support/administering.ts'
import {
  aDelegate,
  anEmployer,
  aProfile,
  type TestEmployer,
  type TestPerson,
} from '../../../test/support/factories.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import type { DelegateActor } from '../../actors/actor.ts'
import { changePowers } from './change-powers.ts'
import { changeScope } from './change-scope.ts'
import { changeUserState } from './change-user-state.ts'
import { changeUser } from './change-user.ts'
import { saveInUse } from '../store/profiles.ts'
import { createUser } from './create-user.ts'
import { giveNewPassword } from './give-new-password.ts'
import { listUsers } from './store/users.ts'

let site: TestSite
let employer: TestEmployer
let delegate: TestPerson
let actor: DelegateActor
beforeAll(async () => {
  site = await openSite()
})
beforeEach(async () => {
  employer = await anEmployer(site, { categories: ['01', '02'] })
  delegate = await aDelegate(site, employer)
  actor = asDelegate(delegate, employer)
  await site.runJobs()
  site.mails.length = 0
})
afterAll(() => site.close())

const list = async (company = employer) =>
  site.app.db.transaction({ as: 'employer', employerId: company.id }, (tx) =>
    listUsers(tx, company.id),
  )
const refusal = (code: string) => expect.objectContaining({ name: 'Refusal', code })
const rowOf = async (id: string) =>
  (
    await site.database.ownerQuery<Record<string, unknown>>(
      'select * from profiles where id = $1',
      [id],
    )
  )[0]

describe('changing a user', () => {
  const details = (wishes: object = {}) => ({
    service: 'declaration_internal' as const,
    version: 1,
    firstName: 'Khadija',
    lastName: 'Lahlou',
    jobTitle: 'Cheffe de la paie',
    phone: '',
    language: 'ar' as const,
    email: 'nouvelle@atlas.example',
    ...wishes,
  })

  it('AT32: a new address for somebody who signed in awaits their own confirmation, at the address in use', async () => {
    const user = await aProfile(site, employer)
    const outcome = await changeUser(site.app, actor, details({ id: user.id }) as never)
    await site.runJobs()
    expect(outcome).toEqual({ email: 'asked' })
    expect(site.mails.map(({ to }) => to)).toEqual([user.email, user.email])
    const said = site.mails.map(({ subject }) => subject)
    expect(said).toContain('Votre nom a été changé')
    expect((await rowOf(user.id))?.['email']).toBe(user.email)
    await giveNewPassword(site.app, actor, {
      id: user.id,
      service: 'declaration_internal',
      way: { kind: 'link' },
    })
    await site.runJobs()
    expect(site.mails.map(({ to }) => to)).toEqual([user.email, user.email, user.email])
  })

  it('a name is changed in the trail with the former one, and its owner is told', async () => {
    const user = await aProfile(site, employer)
    const former = await rowOf(user.id)
    await changeUser(site.app, actor, details({ id: user.id, email: user.email }) as never)
    await site.runJobs()
    const [mail] = site.mails
    expect(mail).toMatchObject({ to: user.email, subject: 'Votre nom a été changé' })
    const [event] = await site.database.ownerQuery(
      "select details->>'former' as former from audit_events where action = 'user.renamed' and subject_id = $1",
      [user.id],
    )
    expect(event).toEqual({
      former: [former?.['first_name'], former?.['last_name']].join(' '),
    })
  })

  it('AT32: before the first sign-in the address is replaced, the old one is told and its link dies', async () => {
    const user = aNewUser()
    const { id } = await createUser(site.app, actor, user)
    await site.runJobs()
    const link = /\/activer\/[\w-]+/.exec(site.mails[0]?.text ?? '')?.[0] ?? ''
    expect(await changeUser(site.app, actor, details({ id }) as never)).toEqual({
      email: 'replaced',
    })
    await site.runJobs()
    expect(
      site.mails
        .map(({ to }) => to)
        .slice(1)
        .sort(),
    ).toEqual([user.email, 'nouvelle@atlas.example'].sort())
    const answer = await site.visitor().get(link)
    expect(answer.text).not.toContain('Activer mon accès')
  })

  it('a suspended user’s address is not changed, since they could not confirm it; the rest is', async () => {
    const user = await aProfile(site, employer)
    await site.database.ownerQuery("update profiles set state = 'suspended' where id = $1", [
      user.id,
    ])
    await expect(changeUser(site.app, actor, details({ id: user.id }) as never)).rejects.toEqual(
      refusal('access.email_suspended'),
    )
    const outcome = await changeUser(
      site.app,
      actor,
      details({ id: user.id, email: user.email }) as never,
    )
    expect(outcome).toEqual({ email: 'unchanged' })
    await site.runJobs()
    expect(site.mails.map(({ subject }) => subject)).toEqual(['Votre nom a été changé'])
  })

  it('notices that somebody changed the user meanwhile', async () => {
    const user = await aProfile(site, employer)
    await changeUser(site.app, actor, details({ id: user.id, email: user.email }) as never)
    await expect(
      changeUser(site.app, actor, details({ id: user.id, email: user.email }) as never),
    ).rejects.toEqual(refusal('web.changed_meanwhile'))
  })

  it('AT32: notices that the user themself did: an address in use is not replaced by a page that showed an invitation', async () => {
    const { id } = await createUser(site.app, actor, aNewUser({ freePart: 'active' }))
    const before = await rowOf(id)
    await site.app.db.transaction({ as: 'account', accountId: id }, (tx) =>
      saveInUse(tx, id, site.clock.now()),
    )
    await expect(changeUser(site.app, actor, details({ id }) as never)).rejects.toEqual(
      refusal('web.changed_meanwhile'),
    )
    expect((await rowOf(id))?.['email']).toBe(before?.['email'])
  })

  it('changes mode and categories, never to those of another company', async () => {
    const user = await aProfile(site, employer)
    const change = {
      id: user.id,
      service: 'declaration_internal',
      version: 1,
      untilOn: null,
    } as const
    await expect(
      changeScope(site.app, actor, { ...change, mode: 'form', categories: ['09'] }),
    ).rejects.toEqual(refusal('web.not_found'))
    await changeScope(site.app, actor, { ...change, mode: 'form', categories: ['01', '02'] })
    expect((await list())[0]?.user.mandate).toMatchObject({
      mode: 'form',
      categories: ['01', '02'],
      version: 2,
    })
  })

  it('AT46: the database itself refuses a category that the company does not have', async () => {
    const user = await aProfile(site, employer)
    const [mandate] = await site.database.ownerQuery<{ id: string }>(
      'select id from mandates where profile_id = $1',
      [user.id],
    )
    const sneaky = site.app.db.transaction({ as: 'employer', employerId: employer.id }, (tx) =>
      tx
        .insertInto('mandate_categories')
        .values({ mandate_id: mandate?.id ?? '', employer_id: employer.id, category: '77' })
        .execute(),
    )
    await expect(sneaky).rejects.toThrow(/foreign key/)
  })

  it('AT44: another company’s user, or another service’s, does not exist', async () => {
    const stranger = await anEmployer(site)
    const theirs = await aProfile(site, stranger)
    const mine = await aProfile(site, employer, { service: 'payment', isMaker: true })
    const powers = { version: 1, isMaker: true, isValidator: true }
    await expect(changePowers(site.app, actor, { ...powers, id: theirs.id })).rejects.toEqual(
      refusal('web.not_found'),
    )
    for (const id of [theirs.id, mine.id, 'x', "' or 1=1"]) {
      await expect(
        changeUserState(site.app, actor, {
          id,
          service: 'declaration_internal',
          version: 1,
          step: 'suspend',
          reason: 'départ',
        }),
      ).rejects.toEqual(refusal('web.not_found'))
    }
    expect((await rowOf(theirs.id))?.['state']).toBe('active')
  })
})
