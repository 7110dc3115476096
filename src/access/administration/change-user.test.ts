import { describe, expect, it } from 'vitest'
import { aCompanyEachTime, aNewUser } from '../../../test/support/administering.ts'
import { anEmployer, aProfile } from '../../../test/support/factories.ts'
import { changePowers } from './change-powers.ts'
import { changeScope } from './change-scope.ts'
import { changeUserState } from './change-user-state.ts'
import { changeUser } from './change-user.ts'
import { saveInUse } from '../store/profiles.ts'
import { createUser } from './create-user.ts'
import { giveNewPassword } from './give-new-password.ts'

const setting = aCompanyEachTime()
const refusal = (code: string) => expect.objectContaining({ name: 'Refusal', code })

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
    const user = await aProfile(setting.site, setting.employer)
    const outcome = await changeUser(
      setting.site.app,
      setting.actor,
      details({ id: user.id }) as never,
    )
    await setting.site.runJobs()
    expect(outcome).toEqual({ email: 'asked' })
    expect(setting.site.mails.map(({ to }) => to)).toEqual([user.email, user.email])
    const said = setting.site.mails.map(({ subject }) => subject)
    expect(said).toContain('Votre nom a été changé')
    expect((await setting.rowOf(user.id))?.['email']).toBe(user.email)
    await giveNewPassword(setting.site.app, setting.actor, {
      id: user.id,
      service: 'declaration_internal',
      way: { kind: 'link' },
    })
    await setting.site.runJobs()
    expect(setting.site.mails.map(({ to }) => to)).toEqual([user.email, user.email, user.email])
  })

  it('a name is changed in the trail with the former one, and its owner is told', async () => {
    const user = await aProfile(setting.site, setting.employer)
    const former = await setting.rowOf(user.id)
    await changeUser(
      setting.site.app,
      setting.actor,
      details({ id: user.id, email: user.email }) as never,
    )
    await setting.site.runJobs()
    const [mail] = setting.site.mails
    expect(mail).toMatchObject({ to: user.email, subject: 'Votre nom a été changé' })
    const [event] = await setting.site.database.ownerQuery(
      "select details->>'former' as former from audit_events where action = 'user.renamed' and subject_id = $1",
      [user.id],
    )
    expect(event).toEqual({
      former: [former?.['first_name'], former?.['last_name']].join(' '),
    })
  })

  it('AT32: before the first sign-in the address is replaced, the old one is told and its link dies', async () => {
    const user = aNewUser()
    const { id } = await createUser(setting.site.app, setting.actor, user)
    await setting.site.runJobs()
    const link = /\/activer\/[\w-]+/.exec(setting.site.mails[0]?.text ?? '')?.[0] ?? ''
    expect(await changeUser(setting.site.app, setting.actor, details({ id }) as never)).toEqual({
      email: 'replaced',
    })
    await setting.site.runJobs()
    expect(
      setting.site.mails
        .map(({ to }) => to)
        .slice(1)
        .sort(),
    ).toEqual([user.email, 'nouvelle@atlas.example'].sort())
    const answer = await setting.site.visitor().get(link)
    expect(answer.text).not.toContain('Activer mon accès')
  })

  it('a suspended user’s address is not changed, since they could not confirm it; the rest is', async () => {
    const user = await aProfile(setting.site, setting.employer)
    await setting.site.database.ownerQuery(
      "update profiles set state = 'suspended' where id = $1",
      [user.id],
    )
    await expect(
      changeUser(setting.site.app, setting.actor, details({ id: user.id }) as never),
    ).rejects.toEqual(refusal('access.email_suspended'))
    const outcome = await changeUser(
      setting.site.app,
      setting.actor,
      details({ id: user.id, email: user.email }) as never,
    )
    expect(outcome).toEqual({ email: 'unchanged' })
    await setting.site.runJobs()
    expect(setting.site.mails.map(({ subject }) => subject)).toEqual(['Votre nom a été changé'])
  })

  it('notices that somebody changed the user meanwhile', async () => {
    const user = await aProfile(setting.site, setting.employer)
    await changeUser(
      setting.site.app,
      setting.actor,
      details({ id: user.id, email: user.email }) as never,
    )
    await expect(
      changeUser(
        setting.site.app,
        setting.actor,
        details({ id: user.id, email: user.email }) as never,
      ),
    ).rejects.toEqual(refusal('web.changed_meanwhile'))
  })

  it('AT32: notices that the user themself did: an address in use is not replaced by a page that showed an invitation', async () => {
    const { id } = await createUser(
      setting.site.app,
      setting.actor,
      aNewUser({ freePart: 'active' }),
    )
    const before = await setting.rowOf(id)
    await setting.site.app.db.transaction({ as: 'account', accountId: id }, (tx) =>
      saveInUse(tx, id, setting.site.clock.now()),
    )
    await expect(
      changeUser(setting.site.app, setting.actor, details({ id }) as never),
    ).rejects.toEqual(refusal('web.changed_meanwhile'))
    expect((await setting.rowOf(id))?.['email']).toBe(before?.['email'])
  })

  it('changes mode and categories, never to those of another company', async () => {
    const user = await aProfile(setting.site, setting.employer)
    const change = {
      id: user.id,
      service: 'declaration_internal',
      version: 1,
      untilOn: null,
    } as const
    await expect(
      changeScope(setting.site.app, setting.actor, { ...change, mode: 'form', categories: ['09'] }),
    ).rejects.toEqual(refusal('web.not_found'))
    await changeScope(setting.site.app, setting.actor, {
      ...change,
      mode: 'form',
      categories: ['01', '02'],
    })
    expect((await setting.list())[0]?.user.mandate).toMatchObject({
      mode: 'form',
      categories: ['01', '02'],
      version: 2,
    })
  })

  it('AT46: the database itself refuses a category that the company does not have', async () => {
    const user = await aProfile(setting.site, setting.employer)
    const [mandate] = await setting.site.database.ownerQuery<{ id: string }>(
      'select id from mandates where profile_id = $1',
      [user.id],
    )
    const sneaky = setting.site.app.db.transaction(
      { as: 'employer', employerId: setting.employer.id },
      (tx) =>
        tx
          .insertInto('mandate_categories')
          .values({
            mandate_id: mandate?.id ?? '',
            employer_id: setting.employer.id,
            category: '77',
          })
          .execute(),
    )
    await expect(sneaky).rejects.toThrow(/foreign key/)
  })

  it('AT44: another company’s user, or another service’s, does not exist', async () => {
    const stranger = await anEmployer(setting.site)
    const theirs = await aProfile(setting.site, stranger)
    const mine = await aProfile(setting.site, setting.employer, {
      service: 'payment',
      isMaker: true,
    })
    const powers = { version: 1, isMaker: true, isValidator: true }
    await expect(
      changePowers(setting.site.app, setting.actor, { ...powers, id: theirs.id }),
    ).rejects.toEqual(refusal('web.not_found'))
    for (const id of [theirs.id, mine.id, 'x', "' or 1=1"]) {
      await expect(
        changeUserState(setting.site.app, setting.actor, {
          id,
          service: 'declaration_internal',
          version: 1,
          step: 'suspend',
          reason: 'départ',
        }),
      ).rejects.toEqual(refusal('web.not_found'))
    }
    expect((await setting.rowOf(theirs.id))?.['state']).toBe('active')
  })
})
