import { aNewExternal, asDelegate } from '../../test/support/administering.ts'
import { offerMandate } from './administration/offer-mandate.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  aDelegate,
  anEmployer,
  aProfile,
  goodPassword,
  signedIn,
  type TestEmployer,
  type TestPerson,
} from '../../test/support/factories.ts'
import { aRequestedLetter, letterNow, signedBack } from '../../test/support/letters.ts'
import { mailedLink } from '../../test/support/mailed.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import type { Letter } from '../letters/letter.ts'
import { storeIdentity } from '../platform/secrets/identity.ts'
import { changeDelegateEmail } from './change-delegate-email.ts'
import { inviteProfile } from './invite-profile.ts'
import { replaceDelegate } from './replace-delegate.ts'
import { resetDelegatePassword } from './reset-delegate-password.ts'
import { reactivateDelegate, suspendDelegate } from './suspend-delegate.ts'

let site: TestSite
let employer: TestEmployer
let delegate: TestPerson
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())
beforeEach(async () => {
  await site.runJobs()
  site.mails.length = 0
  await site.database.ownerQuery('delete from throttles')
  employer = await anEmployer(site)
  delegate = await aDelegate(site, employer)
})

const agent = {
  kind: 'agent',
  id: '00000000-0000-4000-8000-000000000001',
  name: 'Agent',
  sessionId: '',
  stage: 'full',
  role: 'agent',
} as const

const inAgency = <T>(work: Parameters<typeof site.app.db.transaction<T>>[1]) =>
  site.app.db.transaction({ as: 'agency' }, work)

function aLetter(kind: Letter['kind'], data: Record<string, unknown> = {}): Letter {
  const now = site.clock.now()
  return {
    id: '00000000-0000-4000-8000-000000000002',
    reference: 'RM-0000-0000',
    kind,
    employerNumber: employer.number,
    employerId: employer.id,
    state: 'accepted',
    stateSince: now,
    language: 'fr',
    applicant: { name: 'Salma Berrada', email: delegate.email },
    sections: [],
    data,
    replacesDelegate: false,
    agentsRequired: 2,
    clock: { spentMs: 0, runningSince: null },
    createdAt: now,
    receivedAt: now,
    decidedAt: now,
    effectiveAt: now,
    appliedAt: null,
    reasons: [],
    note: '',
    takenBy: null,
    takenAt: null,
    version: 1,
  }
}

const newcomer = () =>
  ({
    ...storeIdentity(site.app.keyring, { kind: 'cin', number: 'BK123456' }),
    firstName: 'Omar',
    lastName: 'Tahiri',
    jobTitle: 'Directeur financier',
    email: 'omar@entreprise.example',
    phone: '+212661000009',
    language: 'fr',
    passwordHash: '$argon2id$unused',
  }) as const

async function enters(person: TestPerson, password = goodPassword): Promise<boolean> {
  const visitor = site.visitor()
  const page = await visitor.get('/administration/connexion')
  const screen = await visitor.submit(page, { employerNumber: person.login, password })
  return screen.status === 200
}

describe('replacing a delegate', () => {
  it('AT66: leaves the former one nothing, from the same instant', async () => {
    const session = await signedIn(site, delegate)
    const user = await aProfile(site, employer, { service: 'employer_account' })
    await site.database.ownerQuery(
      `update profiles set state = 'invited', password_hash = null, password_set_at = null where id = $1`,
      [user.id],
    )
    await inAgency((tx) =>
      inviteProfile(tx, site.app, {
        profileId: user.id,
        employerId: employer.id,
        employerName: employer.name,
        delegateId: delegate.id,
      }),
    )
    const invitation = await mailedLink(site, user.email, 'activer')
    await inAgency((tx) => replaceDelegate(tx, site.app, employer.id, newcomer()))
    expect((await session.raw('/administration')).status).toBe(303)
    expect(await enters(delegate)).toBe(false)
    expect((await site.visitor().get(invitation)).status).toBe(404)
    await site.runJobs()
    expect(
      site.mails.some(({ to, subject }) => to === delegate.email && /plus/.test(subject)),
    ).toBe(true)
    const rows = await site.database.ownerQuery<{ state: string }>(
      'select state from delegates where employer_id = $1 order by created_at, state',
      [employer.id],
    )
    expect(rows.map(({ state }) => state).sort()).toEqual(['active', 'replaced'])
  })

  it('AT66: leaves the letters about the former one without object, told and in the trail', async () => {
    const asked = {
      waiting: await aRequestedLetter(site, employer, 'password_reset', {
        email: 'demande@atlas.example',
      }),
      signed: await aRequestedLetter(site, employer, 'email_update', {
        email: 'demande@atlas.example',
      }),
    }
    await signedBack(site, asked.signed)
    const before = await letterNow(site, asked.signed)
    site.clock.advance(1000)
    await inAgency((tx) => replaceDelegate(tx, site.app, employer.id, newcomer()))
    for (const id of Object.values(asked)) {
      expect(await letterNow(site, id)).toMatchObject({
        state: 'without_object',
        stateSince: site.clock.now(),
        clock: { runningSince: null },
      })
      const told = await site.database.ownerQuery(
        `select from audit_events where action = 'letter.without_object' and subject_id = $1 and employer_id = $2`,
        [id, employer.id],
      )
      expect(told).toHaveLength(1)
    }
    expect((await letterNow(site, asked.signed)).version).toBe(before.version + 1)
    await site.runJobs()
    const mails = site.mails.filter(({ subject }) => /est sans objet/.test(subject))
    expect(mails).toHaveLength(2)
  })

  it('AT66: withdraws the mandates that were offered and not accepted, each in the trail by its name', async () => {
    const actor = asDelegate(delegate, employer)
    const { id } = await offerMandate(site.app, actor, aNewExternal())
    await inAgency((tx) => replaceDelegate(tx, site.app, employer.id, newcomer()))
    const [mandate] = await site.database.ownerQuery('select state from mandates where id = $1', [
      id,
    ])
    expect(mandate).toEqual({ state: 'revoked' })
    const events = await site.database.ownerQuery<{ action: string; details: { name: string } }>(
      `select action, details from audit_events where employer_id = $1 order by sequence desc limit 2`,
      [employer.id],
    )
    expect(events.map(({ action }) => action)).toEqual(['delegate.replaced', 'user.removed'])
    for (const { details } of events) expect(details.name).not.toBe('')
  })

  it('puts a first delegate in function without ending anything', async () => {
    const fresh = await anEmployer(site)
    const id = await inAgency((tx) => replaceDelegate(tx, site.app, fresh.id, newcomer()))
    expect(id).toMatch(/^[0-9a-f-]{36}$/)
  })
})

describe('the letters of the delegate', () => {
  it('A10: a reset ends the old password and every session, and mails one link', async () => {
    const session = await signedIn(site, delegate)
    await inAgency((tx) => resetDelegatePassword(tx, site.app, aLetter('password_reset')))
    expect((await session.raw('/administration')).status).toBe(303)
    expect(await enters(delegate)).toBe(false)
    const link = await mailedLink(site, delegate.email, 'nouveau-mot-de-passe')
    const visitor = site.visitor()
    const form = await visitor.get(link)
    const old = await visitor.submit(form, { newPassword: goodPassword })
    expect(old.mistakes.join()).toContain('celui que vous remplacez')
    const done = await visitor.submit(form, { newPassword: 'un phare sous la pluie' })
    expect(done.url.split('?')[0]).toBe('/administration/connexion')
    expect(await enters(delegate, 'un phare sous la pluie')).toBe(true)
  })

  it('A10: a new address kills the links of the old one and tells both', async () => {
    await inAgency((tx) => resetDelegatePassword(tx, site.app, aLetter('password_reset')))
    const link = await mailedLink(site, delegate.email, 'nouveau-mot-de-passe')
    const letter = aLetter('email_update', { newEmail: 'neuve@entreprise.example' })
    await inAgency((tx) => changeDelegateEmail(tx, site.app, letter))
    expect((await site.visitor().get(link)).status).toBe(404)
    await site.runJobs()
    const told = site.mails.filter(({ subject }) => /adresse/.test(subject)).map(({ to }) => to)
    expect(told.sort()).toEqual([delegate.email, 'neuve@entreprise.example'].sort())
  })

  it('reach nobody once another delegate has taken the function', async () => {
    const letter = aLetter('email_update', { newEmail: 'ancien@entreprise.example' })
    site.clock.advance(1000)
    await inAgency((tx) => replaceDelegate(tx, site.app, employer.id, newcomer()))
    await inAgency((tx) => changeDelegateEmail(tx, site.app, letter))
    const rows = await site.database.ownerQuery(
      `select from delegates where email = 'ancien@entreprise.example'`,
    )
    expect(rows).toHaveLength(0)
  })
})

describe('a signed order to suspend', () => {
  it('works at the next click and can be taken back', async () => {
    const session = await signedIn(site, delegate)
    const order = { employerId: employer.id, reason: 'Départ du délégué' }
    await inAgency((tx) => suspendDelegate(tx, site.app, agent, order))
    expect((await session.raw('/administration')).status).toBe(303)
    expect(await enters(delegate)).toBe(false)
    await inAgency((tx) => reactivateDelegate(tx, site.app, agent, order))
    expect(await enters(delegate)).toBe(true)
  })
})
