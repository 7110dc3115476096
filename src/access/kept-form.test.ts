import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  aDelegate,
  anEmployer,
  signedIn,
  type TestEmployer,
  type TestPerson,
} from '../../test/support/factories.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import type { Screen, Visitor } from '../../test/support/visitor.ts'
import { paths } from '../web/paths.ts'

let site: TestSite
let employer: TestEmployer
let delegate: TestPerson
beforeAll(async () => {
  site = await openSite()
  employer = await anEmployer(site, { categories: ['01'] })
  delegate = await aDelegate(site, employer)
})
afterAll(() => site.close())

const form = paths.administration.newUser({ cell: 'interne' })
const typed = {
  lastName: 'Lahlou',
  firstName: 'Khadija',
  jobTitle: 'Responsable paie',
  email: 'pas une adresse',
  identityNumber: 'BE123456',
  firstPassword: 'provisional',
  provisional: 'girafe chaussure lundi',
  mode: 'form',
  categories: ['01'],
}
const valueOf = (screen: Screen, name: string) =>
  screen.document.querySelector(`[name=${name}]`)?.getAttribute('value')

async function sentTooLate(visitor: Visitor): Promise<Screen> {
  const page = await visitor.get(form)
  visitor.cookies.delete('__Host-session')
  return visitor.submit(page, typed, form)
}

/** Where «Se reconnecter» leads. */
function doorOf(screen: Screen): string {
  return screen.document.querySelector('main a.button')?.getAttribute('href') ?? ''
}

async function signInAt(visitor: Visitor, door: string, password = delegate.password) {
  const page = await visitor.get(door)
  const login = { employerNumber: employer.number, password }
  return visitor.submit(page, login, paths.signIn.administration())
}

describe('a form sent once its session is over', () => {
  it('D4: says that what was typed is kept, and brings it back after signing in, passwords aside', async () => {
    const visitor = await signedIn(site, delegate)
    const over = await sentTooLate(visitor)
    expect(over.status).toBe(409)
    expect(over.title).toContain('Votre session est terminée')
    expect(over.text).toContain('Ce que vous aviez saisi est gardé')
    const back = await signInAt(visitor, doorOf(over))
    expect(back.text).toContain('est revenu, sans les mots de passe')
    expect(valueOf(back, 'lastName')).toBe('Lahlou')
    expect(valueOf(back, 'identityNumber')).toBe('BE123456')
    expect(back.document.querySelector('[name=mode][value=form]')?.hasAttribute('checked')).toBe(
      true,
    )
    expect(back.body).not.toContain('girafe')
    const wrong = await visitor.submit(back, {}, form)
    expect(wrong.status).toBe(422)
    expect(valueOf(wrong, 'jobTitle')).toBe('Responsable paie')
  })

  it('gives it to nobody else, not even in the same browser', async () => {
    const visitor = await signedIn(site, delegate)
    const over = await sentTooLate(visitor)
    const elsewhere = await anEmployer(site, { categories: ['01'] })
    const other = await aDelegate(site, elsewhere)
    const page = await visitor.get(doorOf(over))
    const theirs = await visitor.submit(
      page,
      { employerNumber: elsewhere.number, password: other.password },
      paths.signIn.administration(),
    )
    expect(theirs.url).toContain(form)
    expect(valueOf(theirs, 'lastName')).toBe('')
  })

  it('keeps nothing of a form that no session was given, nor of one from another site', async () => {
    const visitor = site.visitor()
    const page = await visitor.get(paths.signIn.administration())
    const csrf = valueOf(page, 'csrf') ?? ''
    const fields = { ...typed, categories: '01', csrf }
    const made = await visitor.post(form, fields)
    expect(made.status).toBe(409)
    expect(made.text).not.toContain('est gardé')
    const own = await signedIn(site, delegate)
    const token = valueOf(await own.get(form), 'csrf') ?? ''
    const foreign = await site.visitor().raw(form, {
      method: 'POST',
      body: new URLSearchParams({ ...fields, csrf: token }),
      headers: { origin: 'https://ailleurs.example' },
    })
    expect(foreign.text).not.toContain('est gardé')
  })

  it('is forgotten after a day', async () => {
    const visitor = await signedIn(site, delegate)
    const over = await sentTooLate(visitor)
    site.clock.advance(25 * 3_600_000)
    const back = await signInAt(visitor, doorOf(over))
    expect(valueOf(back, 'lastName')).toBe('')
  })
})
