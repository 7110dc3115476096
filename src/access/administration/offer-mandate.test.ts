import { describe, expect, it } from 'vitest'
import { aCompanyEachTime, aNewExternal, asDelegate } from '../../../test/support/administering.ts'
import {
  aDelegate,
  anEmployer,
  aProfile,
  signedIn,
  type TestPerson,
} from '../../../test/support/factories.ts'
import { paths } from '../../web/paths.ts'
import { answerMandate } from '../answer-mandate.ts'
import { changeUserState } from './change-user-state.ts'
import { offerMandateAgain } from './offer-mandate-again.ts'
import { offerMandate } from './offer-mandate.ts'

const setting = aCompanyEachTime()
const refusal = (code: string) => expect.objectContaining({ name: 'Refusal', code })

const asFirmPerson = (person: TestPerson) => ({
  kind: 'profile' as const,
  id: person.id,
  name: 'Hamza Tazi',
  sessionId: '',
  stage: 'full' as const,
  service: 'declaration_external' as const,
  employerId: null,
  isMaker: false,
  isValidator: false,
})

describe('the firm of somebody who is mandated', () => {
  it('is another company than the one that mandates', async () => {
    const { site, actor, employer } = setting
    const [own] = await site.database.ownerQuery<{ ice: string }>(
      `update employers set ice = '001234567000012' where id = $1 returning ice`,
      [employer.id],
    )
    const user = aNewExternal()
    await expect(
      offerMandate(site.app, actor, { ...user, firm: { ...user.firm, ice: own?.ice ?? '' } }),
    ).rejects.toEqual(refusal('administration.firm_is_own'))
    expect(await setting.list()).toEqual([])
  })
})

describe('offering a mandate to a firm’s person', () => {
  const person = () =>
    aNewExternal({ identity: { kind: 'cin', number: 'BK900900' }, email: 'h.tazi@alamal.example' })

  it('invites somebody new, who is seen by what was typed until they accept', async () => {
    const { id } = await offerMandate(
      setting.site.app,
      setting.actor,
      aNewExternal({ email: 'neuf@alamal.example' }),
    )
    await setting.site.runJobs()
    expect(setting.site.mails.map(({ to }) => to)).toEqual(['neuf@alamal.example'])
    const [listed] = await setting.list()
    expect(listed?.user).toMatchObject({
      id,
      firstName: 'Hamza Tazi',
      login: null,
      lastSignedInAt: null,
      email: 'neuf@alamal.example',
    })
  })

  it('AT5: somebody already known is asked at their own address, and the delegate sees the same thing', async () => {
    const elsewhere = await anEmployer(setting.site)
    const known = await aProfile(setting.site, elsewhere, {
      service: 'declaration_external',
      firstName: 'Un autre',
      lastName: 'nom',
      email: 'vraie.adresse@alamal.example',
      cin: 'BK123123',
    })
    const typed = {
      identity: { kind: 'cin', number: 'BK123123' } as const,
      email: 'tapee@alamal.example',
    }
    await offerMandate(setting.site.app, setting.actor, aNewExternal(typed))
    const stranger = await anEmployer(setting.site)
    const strangerActor = asDelegate(await aDelegate(setting.site, stranger), stranger)
    const unknown = {
      identity: { kind: 'cin', number: 'BK123124' } as const,
      email: 'tapee@alamal.example',
    }
    await offerMandate(setting.site.app, strangerActor, aNewExternal(unknown))
    await setting.site.runJobs()
    expect(setting.site.mails.map(({ to }) => to).sort()).toEqual([
      'tapee@alamal.example',
      'vraie.adresse@alamal.example',
    ])
    const shape = ({ user }: Awaited<ReturnType<typeof setting.list>>[number]) => ({
      ...user,
      id: '',
      mandate: { ...user.mandate, id: '' },
    })
    expect((await setting.list()).map(shape)).toEqual((await setting.list(stranger)).map(shape))
    const one = await signedIn(setting.site, setting.delegate)
    const screen = await one.get(paths.administration.users({ cell: 'externe' }))
    expect(screen.body).not.toContain(known.login)
    expect(screen.body).not.toContain('vraie.adresse')
    expect(screen.body).not.toContain(known.id)
  })

  it('asks first when the ICE is a firm’s that the fund knows under another name', async () => {
    await offerMandate(setting.site.app, setting.actor, aNewExternal())
    const firm = { name: 'Fiduciaire Test', ice: '002136093000040', isConfirmed: false }
    await expect(
      offerMandate(setting.site.app, setting.actor, aNewExternal({ firm })),
    ).rejects.toEqual(
      expect.objectContaining({
        code: 'administration.firm_other_name',
        details: { name: 'Fiduciaire Al Amal' },
      }),
    )
    const spelt = { ...firm, name: 'FIDUCIAIRE  Al-Amal' }
    await offerMandate(setting.site.app, setting.actor, aNewExternal({ firm: spelt }))
    await offerMandate(
      setting.site.app,
      setting.actor,
      aNewExternal({ firm: { ...firm, isConfirmed: true } }),
    )
    const offered = (await setting.list()).map(({ user }) => user.firm)
    expect(offered).toEqual(Array(3).fill('Fiduciaire Al Amal'))
  })

  it('AT5: row-level security hides a person who has not accepted, whatever a query asks', async () => {
    await offerMandate(setting.site.app, setting.actor, aNewExternal())
    const seen = await setting.site.app.db.transaction(
      { as: 'employer', employerId: setting.employer.id },
      (tx) => tx.selectFrom('profiles').select('id').where('firm_id', 'is not', null).execute(),
    )
    expect(seen).toEqual([])
  })

  it('AT5: logins of a firm get three random digits, so that a free name tells nothing', async () => {
    const { id } = await offerMandate(
      setting.site.app,
      setting.actor,
      aNewExternal({ freePart: 'htazi' }),
    )
    const [row] = await setting.site.database.ownerQuery<{ login: string }>(
      'select p.login from profiles p join mandates m on m.profile_id = p.id where m.id = $1',
      [id],
    )
    expect(row?.login).toMatch(/^htazi\d{3}\.decl\.002136093000040$/)
  })

  it('shows who declares once the person has accepted, and warns when the address is another one', async () => {
    const known = await aProfile(setting.site, await anEmployer(setting.site), {
      service: 'declaration_external',
      firstName: 'Hamza',
      lastName: 'Tazi',
      cin: 'BK555555',
    })
    const { id } = await offerMandate(
      setting.site.app,
      setting.actor,
      aNewExternal({
        identity: { kind: 'cin', number: 'BK555555' },
        email: 'tapee@alamal.example',
      }),
    )
    await answerMandate(setting.site.app, asFirmPerson(known), id, 'accept')
    expect((await setting.list())[0]?.user.login).toBe(known.login)
    const visitor = await signedIn(setting.site, setting.delegate)
    const screen = await visitor.get(paths.administration.user({ cell: 'externe', id }))
    expect(screen.text).toContain('L’adresse de ce login n’est pas celle que vous aviez saisie.')
    expect(screen.body).not.toContain(known.email)
  })

  it('shows a mandate that was declined by what was typed, lets it be withdrawn and offered anew', async () => {
    const known = await aProfile(setting.site, await anEmployer(setting.site), {
      service: 'declaration_external',
      cin: 'BK666666',
    })
    const wanted = { identity: { kind: 'cin', number: 'BK666666' } as const }
    const { id } = await offerMandate(setting.site.app, setting.actor, aNewExternal(wanted))
    await answerMandate(setting.site.app, asFirmPerson(known), id, 'decline')
    const [declined] = await setting.list()
    expect(declined?.user).toMatchObject({ login: null, mandate: { state: 'declined' } })
    await changeUserState(setting.site.app, setting.actor, {
      id,
      service: 'declaration_external',
      version: declined?.user.version ?? 0,
      step: 'remove',
      reason: 'décliné',
    })
    expect(await setting.list()).toEqual([])
    await offerMandate(setting.site.app, setting.actor, aNewExternal(wanted))
    expect((await setting.list()).map(({ user }) => user.mandate?.state)).toEqual(['offered'])
  })

  it('is not withdrawn by a page on which the person had not yet accepted', async () => {
    const known = await aProfile(setting.site, await anEmployer(setting.site), {
      service: 'declaration_external',
      cin: 'BK777777',
    })
    const identity = { kind: 'cin', number: 'BK777777' } as const
    const { id } = await offerMandate(setting.site.app, setting.actor, aNewExternal({ identity }))
    const shown = (await setting.list()).find(({ user }) => user.id === id)?.user.version ?? 0
    await answerMandate(setting.site.app, asFirmPerson(known), id, 'accept')
    const step = { id, service: 'declaration_external', step: 'remove', reason: 'x' } as const
    await expect(
      changeUserState(setting.site.app, setting.actor, { ...step, version: shown }),
    ).rejects.toEqual(refusal('web.changed_meanwhile'))
    const now = (await setting.list()).find(({ user }) => user.id === id)?.user
    expect(now?.mandate?.state).toBe('active')
    await changeUserState(setting.site.app, setting.actor, { ...step, version: now?.version ?? 0 })
  })

  it('does not let a login that was never activated catch the mandates of others', async () => {
    const other = await anEmployer(setting.site)
    const otherActor = asDelegate(await aDelegate(setting.site, other), other)
    await offerMandate(setting.site.app, otherActor, {
      ...person(),
      email: 'ailleurs@mauvais.example',
    })
    await offerMandate(setting.site.app, setting.actor, person())
    await setting.site.runJobs()
    expect(setting.site.mails.map(({ to }) => to)).toContain('h.tazi@alamal.example')
  })

  it('writes again to who has not answered, at the same address, and the first link dies', async () => {
    const { id } = await offerMandate(setting.site.app, setting.actor, person())
    await offerMandateAgain(setting.site.app, setting.actor, id)
    await setting.site.runJobs()
    expect(setting.site.mails.map(({ to }) => to)).toEqual([
      'h.tazi@alamal.example',
      'h.tazi@alamal.example',
    ])
    const links = setting.site.mails.map(({ text }) => /\/activer\/[\w-]+/.exec(text)?.[0] ?? '')
    expect((await setting.site.visitor().get(links[0] ?? '')).status).not.toBe(200)
    expect((await setting.site.visitor().get(links[1] ?? '')).status).toBe(200)
  })

  it('RE9: two offers to one person sent at once make one mandate', async () => {
    const outcomes = await Promise.allSettled([
      offerMandate(setting.site.app, setting.actor, person()),
      offerMandate(setting.site.app, setting.actor, person()),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await setting.list()).toHaveLength(1)
  })

  it('row-level security lets no company change the login of a firm’s person', async () => {
    const theirs = await aProfile(setting.site, setting.employer, {
      service: 'declaration_external',
    })
    const changed = await setting.site.app.db.transaction(
      { as: 'employer', employerId: setting.employer.id },
      (tx) =>
        tx
          .updateTable('profiles')
          .set({ email: 'a.moi@mauvais.example', password_hash: null })
          .where('id', '=', theirs.id)
          .executeTakeFirst(),
    )
    expect(changed.numUpdatedRows).toBe(0n)
  })

  it('refuses a second mandate for the same person in the same company', async () => {
    await offerMandate(setting.site.app, setting.actor, person())
    await expect(offerMandate(setting.site.app, setting.actor, person())).rejects.toEqual(
      refusal('administration.mandate_known'),
    )
  })
})
