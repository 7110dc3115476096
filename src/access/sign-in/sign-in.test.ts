import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  aDelegate,
  anEmployer,
  aProfile,
  goodPassword,
  type TestEmployer,
  type TestPerson,
} from '../../../test/support/factories.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import type { Screen, Visitor } from '../../../test/support/visitor.ts'
import { signIn } from './sign-in.ts'

let site: TestSite
let employer: TestEmployer
let delegate: TestPerson
let payer: TestPerson

beforeAll(async () => {
  site = await openSite()
  employer = await anEmployer(site, { number: '005839' })
  delegate = await aDelegate(site, employer)
  payer = await aProfile(site, employer, {
    service: 'payment',
    isMaker: true,
    login: 'sberrada.paie.005839',
  })
})
afterAll(() => site.close())
beforeEach(async () => {
  await site.database.ownerQuery('delete from throttles')
})

const administration = '/administration/connexion'

async function enter(visitor: Visitor, door: string, login: string, password: string) {
  const screen = await visitor.get(door)
  const name = door.startsWith(administration) ? 'employerNumber' : 'login'
  return visitor.submit(screen, { [name]: login, password })
}

describe('the doors', () => {
  it('A1: open Administration Utilisateurs with the N° Adhérent and the password', async () => {
    const visitor = site.visitor()
    const screen = await enter(visitor, administration, '005839', goodPassword)
    expect(screen.url).toBe('/administration')
    const [row] = await site.database.ownerQuery<{ last_signed_in_at: Date }>(
      'select last_signed_in_at from delegates where id = $1',
      [delegate.id],
    )
    expect(row?.last_signed_in_at).toEqual(site.clock.now())
  })

  it('accept a number without its zeros, spaced, or in Arabic digits', async () => {
    for (const typed of ['5839', '00 58 39', '٠٠٥٨٣٩']) {
      const screen = await enter(site.visitor(), administration, typed, goodPassword)
      expect(screen.url).toBe('/administration')
    }
  })

  it('U1: a login opens its own service and no other, refused with the very same answer', async () => {
    const own = await enter(site.visitor(), '/connexion/e-paiement', payer.login, goodPassword)
    expect(own.status).toBe(200)
    expect(own.url).not.toMatch(/connexion/)
    const wrong = await enter(site.visitor(), '/connexion/e-paiement', payer.login, 'faux')
    const other = await enter(site.visitor(), '/connexion/e-liquidation', payer.login, goodPassword)
    expect(other.mistakes).toEqual(wrong.mistakes)
    expect(other.status).toBe(wrong.status)
  })

  it('say what is missing, in French and in Arabic', async () => {
    const french = await enter(site.visitor(), administration, '', '')
    expect(french.status).toBe(422)
    expect(french.title).toMatch(/^Erreur/)
    expect(french.mistakes).toHaveLength(2)
    const arab = site.visitor()
    await arab.get(`${administration}?lang=ar`)
    const screen = await enter(arab, administration, '005839', 'faux')
    expect(screen.document.querySelector('html')?.getAttribute('dir')).toBe('rtl')
    expect(screen.mistakes[0]).toMatch(/رقم المنخرط/)
    expect((await enter(arab, administration, '005839', goodPassword)).url).toBe('/administration')
  })

  it('US24: speak to password managers', async () => {
    const { document } = await site.visitor().get('/connexion/teledeclaration')
    expect(document.querySelector('input[name=login]')?.getAttribute('autocomplete')).toBe(
      'username',
    )
    const password = document.querySelector('input[name=password]')
    expect(password?.getAttribute('autocomplete')).toBe('current-password')
  })

  it('are six, and no other', async () => {
    expect((await site.visitor().get('/connexion/autre')).status).toBe(404)
    expect((await site.visitor().get('/connexion/administration')).status).toBe(404)
  })
})

/** What an outsider can compare, without the token that differs for each visit. */
function comparable(screen: Screen) {
  const withoutToken = screen.body.replace(/(name="csrf" value=")[^"]+/, '$1')
  return {
    status: screen.status,
    length: screen.body.length,
    body: withoutToken,
    headers: [...screen.headers].filter(([name]) => name !== 'date'),
  }
}

describe('AT1: the answer to a failed sign-in', () => {
  it('is the same for the unknown, wrong, locked, suspended and not yet activated', async () => {
    const wrong = await anEmployer(site, { number: '100001' })
    await aDelegate(site, wrong)
    const suspended = await anEmployer(site, { number: '100002' })
    await aDelegate(site, suspended, { state: 'suspended' })
    const locked = await anEmployer(site, { number: '100003' })
    await aDelegate(site, locked)
    const inactive = await anEmployer(site, { number: '100004' })
    const waiting = await aDelegate(site, inactive)
    await site.database.ownerQuery('update delegates set password_hash = null where id = $1', [
      waiting.id,
    ])
    for (let n = 0; n < 8; n += 1) await enter(site.visitor(), administration, '100003', 'faux')
    const answers = []
    for (const number of ['999999', '100001', '100002', '100003', '100004']) {
      const visitor = site.visitor()
      const opened = await visitor.get(administration)
      const password = number === '100001' ? 'tout a fait autre chose ici' : goodPassword
      const screen = await visitor.submit(opened, { employerNumber: '000000', password })
      const same = await visitor.submit(opened, { employerNumber: number, password })
      expect(same.body.replaceAll(number, '000000').length).toBe(screen.body.length)
      answers.push(comparable({ ...same, body: same.body.replaceAll(number, '000000') }))
    }
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(answers[0]?.status).toBe(422)
  })

  it('costs one hash each, whoever is tried', async () => {
    const tried: (string | null)[] = []
    const passwords = {
      ...site.app.passwords,
      verify: async (stored: string | null, password: string) => {
        tried.push(stored)
        return site.app.passwords.verify(stored, password)
      },
    }
    const origin = { address: '198.51.100.1', device: null }
    for (const login of ['999999', '100001', '100002', '100004'])
      await signIn(
        { ...site.app, passwords },
        {
          door: 'administration',
          login,
          password: 'faux',
          origin,
          browser: '',
          formerSession: null,
        },
      )
    expect(tried).toHaveLength(4)
    // The dummy is verified for all but the one whose password is merely wrong.
    expect(tried.filter((stored) => stored !== null)).toHaveLength(1)
  })

  it('leaves one event on the chain of the company, or of the fund', async () => {
    await aDelegate(site, await anEmployer(site, { number: '100007' }))
    await enter(site.visitor(), administration, '100007', 'faux')
    const [row] = await site.database.ownerQuery<{ action: string; number: string; login: string }>(
      `select a.action, e.employer_number as number, a.details ->> 'login' as login from audit_events a join employers e on e.id = a.employer_id
        where a.action = 'session.refused' and e.employer_number = '100007'`,
    )
    expect(row).toEqual({ action: 'session.refused', number: '100007', login: '100007' })
    await enter(site.visitor(), administration, '999999', 'faux')
    const known = await site.database.ownerQuery(
      `select from audit_events where chain = 'fund' and action = 'session.refused'`,
    )
    expect(known.length).toBeGreaterThan(0)
  })
})
