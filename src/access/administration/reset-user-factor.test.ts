import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asDelegate } from '../../../test/support/administering.ts'
import {
  aDelegate,
  anEmployer,
  aProfile,
  goodPassword,
  signedIn,
  type TestEmployer,
  type TestPerson,
} from '../../../test/support/factories.ts'
import { mailedLink } from '../../../test/support/mailed.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import type { Visitor } from '../../../test/support/visitor.ts'
import { paths } from '../../web/paths.ts'
import type { Cell } from './cell.ts'
import { resetUserFactor } from './reset-user-factor.ts'

const hourMs = 3_600_000
let site: TestSite
let employer: TestEmployer
let delegate: TestPerson
let visitor: Visitor
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())
beforeEach(async () => {
  employer = await anEmployer(site)
  delegate = await aDelegate(site, employer)
  visitor = await signedIn(site, delegate)
  await site.runJobs()
  await site.database.ownerQuery('delete from throttles')
  site.mails.length = 0
})

async function withFactor(person: TestPerson): Promise<TestPerson> {
  await site.database.ownerQuery('update profiles set totp_sealed = $1 where id = $2', [
    site.app.keyring.seal('JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'),
    person.id,
  ])
  await site.database.ownerQuery(
    `insert into recovery_codes (account_kind, account_id, code_hash) values ('profile', $1, '\\x01')`,
    [person.id],
  )
  return person
}

async function rowOf(person: TestPerson) {
  const [row] = await site.database.ownerQuery<{
    factor: boolean
    password: boolean
    codes: number
    confirms_from: Date | null
  }>(
    `select totp_sealed is not null as factor, password_hash is not null as password, confirms_from,
      (select count(*)::int from recovery_codes where account_id = p.id) as codes from profiles p where id = $1`,
    [person.id],
  )
  return row
}

async function lost(cell: Cell, id: string, reason = 'Téléphone volé') {
  const at = paths.administration.userState({ cell, id })
  return visitor.submit(await visitor.get(`${at}?etape=factor`), { reason }, at)
}

describe('a user who lost telephone and recovery codes', () => {
  it('gets their access back from the delegate, through their own mailbox', async () => {
    const person = await withFactor(await aProfile(site, employer, { service: 'liquidation' }))
    const page = paths.administration.user({ cell: 'e-liquidation', id: person.id })
    expect((await visitor.get(page)).text).toContain('Téléphone et codes perdus')
    const session = await signedIn(site, person)
    const wrong = await lost('e-liquidation', person.id, ' ')
    expect(wrong.status).toBe(422)
    const done = await lost('e-liquidation', person.id)
    expect(done.text).toContain('La double vérification de Salma Berrada est retirée.')
    expect(await rowOf(person)).toMatchObject({ factor: false, password: false, codes: 0 })
    expect((await session.raw(paths.account.show())).status).toBe(303)
    const link = await mailedLink(site, person.email, 'nouveau-mot-de-passe')
    const owner = site.visitor()
    const form = await owner.get(link)
    expect((await owner.submit(form, { newPassword: goodPassword })).status).toBe(422)
    const chosen = await owner.submit(form, { newPassword: 'girouette sous la pluie' })
    expect(chosen.url.split('?')[0]).toBe('/connexion/e-liquidation')
  })

  it('AT32, AT70: as Validateur waits like a new one, and the others are told', async () => {
    const validator = { service: 'payment', isValidator: true } as const
    const lostOne = await withFactor(await aProfile(site, employer, validator))
    const other = await aProfile(site, employer, validator)
    await lost('profils', lostOne.id)
    expect((await rowOf(lostOne))?.confirms_from).toEqual(
      new Date(site.clock.now().getTime() + 24 * hourMs),
    )
    await site.runJobs()
    const told = site.mails.find(({ to }) => to === other.email)
    expect(told?.text).toContain('a retiré la double vérification de Salma Berrada')
    expect(told?.text).toContain(paths.payments.agreements())
  })

  it('AT32: the delegate who knows the old password opens nothing with it', async () => {
    const person = await withFactor(await aProfile(site, employer, { service: 'liquidation' }))
    await lost('e-liquidation', person.id)
    const door = '/connexion/e-liquidation'
    const thief = site.visitor()
    const screen = await thief.submit(await thief.get(door), {
      login: person.login,
      password: goodPassword,
    })
    expect(screen.url.split('?')[0]).toBe(door)
  })

  it('is refused without a second factor, when suspended, and for another company', async () => {
    const person = await aProfile(site, employer, { service: 'liquidation' })
    const reset = { id: person.id, service: 'liquidation', version: 1, reason: 'x' } as const
    const actor = asDelegate(delegate, employer)
    await expect(resetUserFactor(site.app, actor, reset)).rejects.toMatchObject({
      code: 'administration.no_second_factor',
    })
    await withFactor(person)
    const other = await anEmployer(site)
    const stranger = asDelegate(await aDelegate(site, other), other)
    await expect(resetUserFactor(site.app, stranger, reset)).rejects.toMatchObject({
      code: 'web.not_found',
    })
    expect(await rowOf(person)).toMatchObject({ factor: true, codes: 1 })
  })
})

describe('a firm’s person who lost them', () => {
  async function asked() {
    const person = await withFactor(
      await aProfile(site, employer, { service: 'declaration_external' }),
    )
    const [mandate] = await site.database.ownerQuery<{ id: string }>(
      'select id from mandates where profile_id = $1',
      [person.id],
    )
    await lost('externe', mandate?.id ?? '')
    return person
  }

  it('is told at once, and nothing changes before a day', async () => {
    const person = await asked()
    await site.runJobs()
    expect(site.mails.find(({ to }) => to === person.email)?.text).toContain('la demande tombe')
    expect(await rowOf(person)).toMatchObject({ factor: true, password: true, codes: 1 })
    site.clock.advance(24 * hourMs)
    expect(await mailedLink(site, person.email, 'nouveau-mot-de-passe')).not.toBe('')
    expect(await rowOf(person)).toMatchObject({ factor: false, password: false, codes: 0 })
  })

  it('keeps it by signing in with it, or when the delegate is gone meanwhile', async () => {
    const present = await asked()
    site.clock.advance(hourMs)
    await site.database.ownerQuery('update profiles set last_signed_in_at = $1 where id = $2', [
      site.clock.now(),
      present.id,
    ])
    site.clock.advance(24 * hourMs)
    await site.runJobs()
    expect(await rowOf(present)).toMatchObject({ factor: true, password: true })
    visitor = await signedIn(site, delegate)
    const other = await asked()
    await site.database.ownerQuery(`update delegates set state = 'suspended' where id = $1`, [
      delegate.id,
    ])
    site.clock.advance(24 * hourMs)
    await site.runJobs()
    expect(await rowOf(other)).toMatchObject({ factor: true, password: true })
  })
})
