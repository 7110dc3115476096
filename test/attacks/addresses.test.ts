import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { smtpMailer } from '../../src/platform/mail/mailer.ts'
import { aDelegate, anEmployer, aProfile, goodPassword, signedIn } from '../support/factories.ts'
import { openSite, type TestSite } from '../support/site.ts'
import { company, delegate } from '../support/subscribing.ts'
import type { Screen, Visitor } from '../support/visitor.ts'
import { actionsSince, effects } from './people.ts'

const attacks = [
  '"evil@attacker.tld x"@victim.tld',
  'evil@attacker.tld,a@victim.tld',
  'a@victim.tld;evil@attacker.tld',
  'a@victim.tld evil@attacker.tld',
  'Nom <evil@attacker.tld>',
  'a(evil@attacker.tld)@victim.tld',
  'a@victim.tld\r\nBcc: evil@attacker.tld',
  'a@victim.tld%0aBcc:evil@attacker.tld\n',
  'a@víctim.tld',
  'ａ@victim.tld',
  'a@[127.0.0.1]',
  'a@localhost',
  'a@@victim.tld',
  '@attacker.tld:a@victim.tld',
  `${'a'.repeat(310)}@victim.tld`,
  'a\u202e@victim.tld',
  '.a@victim.tld',
  'a..b@victim.tld',
]

let site: TestSite
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

interface Door {
  readonly name: string
  readonly visitor: () => Promise<Visitor>
  readonly page: string
  readonly fields: (email: string) => Record<string, string>
}

const boss = async () => signedIn(site, await aDelegate(site, await anEmployer(site)))
const applicant = async () => {
  const visitor = site.visitor()
  await visitor.submit(
    await visitor.get('/abonnement'),
    { employerNumber: '112233' },
    '/abonnement',
  )
  return visitor
}
const create = '/administration/utilisateurs/interne/nouveau'
const aUser = {
  lastName: 'Lahlou',
  firstName: 'Khadija',
  jobTitle: 'Paie',
  identityNumber: 'BE123456',
  mode: 'form',
  categories: '01',
}

const doors: readonly Door[] = [
  {
    name: 'the company of a subscription',
    visitor: applicant,
    page: '/abonnement/entreprise',
    fields: (email) => ({ ...company, email }),
  },
  {
    name: 'the delegate of a subscription',
    visitor: applicant,
    page: '/abonnement/personne-deleguee',
    fields: (email) => ({ ...delegate, email }),
  },
  { name: 'a new user', visitor: boss, page: create, fields: (email) => ({ ...aUser, email }) },
  {
    name: 'one’s own account',
    visitor: async () =>
      signedIn(site, await aProfile(site, await anEmployer(site), { service: 'employer_account' })),
    page: '/mon-compte/adresse',
    fields: (email) => ({ email, currentPassword: goodPassword }),
  },
]

describe('an address that hides another recipient', () => {
  it.each(doors)(
    'AT25: is refused for $name, and a good one is taken',
    async ({ visitor, page, fields }) => {
      const person = await visitor()
      const send = async (email: string): Promise<Screen> =>
        person.submit(await person.get(page), fields(email), page)
      const before = await effects(site)
      const taken: string[] = []
      for (const email of attacks) if ((await send(email)).status !== 422) taken.push(email)
      expect(taken).toEqual([])
      expect(await actionsSince(site, before)).toEqual([])
      expect((await send('bonne.adresse+paie@victim.example')).status).toBe(200)
      await site.runJobs()
      expect(site.mails.every(({ to }) => !to.includes('attacker'))).toBe(true)
    },
  )

  it('AT25: that was in the database all the same reaches nobody else', async () => {
    const reached: string[] = []
    const server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo: ({ address }, _session, done) => {
        reached.push(address)
        done()
      },
      onData: (stream, _session, done) => {
        stream.resume()
        stream.on('end', () => done())
      },
    })
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    const { port } = server.server.address() as { port: number }
    const mailer = smtpMailer(`smtp://127.0.0.1:${port}`)
    const mail = {
      id: 'x',
      from: 'a@caisse.example',
      subject: 's\r\nBcc: evil@attacker.tld',
      text: 't',
      html: '<p>t</p>',
      at: site.clock.now(),
    }
    for (const to of attacks) await mailer.send({ ...mail, to }).catch(() => undefined)
    await mailer.send({ ...mail, to: 'a@victim.tld' })
    mailer.close()
    await new Promise<void>((closed) => server.close(closed))
    expect(reached).toContain('a@victim.tld')
    expect(reached.filter((one) => one.endsWith('attacker.tld'))).toEqual([])
  })
})
