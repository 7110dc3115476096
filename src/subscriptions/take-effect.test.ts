import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findDelegateInFunction } from '../access/store/delegates.ts'
import { aDelegate, anEmployer, signedIn, type TestEmployer } from '../../test/support/factories.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import {
  delegate,
  putInForce,
  scan,
  sendSigned,
  services,
  subscribe,
} from '../../test/support/subscribing.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

type Wishes = Parameters<typeof sendSigned>[2]
const send = (employer: { readonly number: string }, wishes?: Wishes) =>
  sendSigned(site, employer.number, wishes)
const effect = (letterId: string) => putInForce(site, letterId)

const inFunction = (employer: TestEmployer) =>
  site.app.db.transaction({ as: 'system' }, (tx) => findDelegateInFunction(tx, employer.id))

async function mailsTo(address: string) {
  await site.runJobs()
  return site.mails.filter(({ to }) => to === address)
}

describe('an accepted subscription', () => {
  it('puts the delegate in function with the password chosen, and the services asked for', async () => {
    const employer = await anEmployer(site, { services: [] })
    const email = 'nouvelle@atlas-textile.example'
    const { letterId } = await send(employer, {
      delegate: { ...delegate, email },
      services: { ...services, services: ['declaration', 'payment'] },
    })
    await effect(letterId)
    expect(await inFunction(employer)).toMatchObject({
      email,
      firstName: 'Khadija',
      state: 'active',
    })
    const [row] = await site.database.ownerQuery<{ password_hash: string }>(
      'select password_hash from delegates where employer_id = $1',
      [employer.id],
    )
    expect(await site.app.passwords.verify(row?.password_hash ?? null, delegate.password)).toBe(
      true,
    )
    const subscribed = await site.database.ownerQuery(
      'select service from subscribed_services where employer_id = $1 order by 1',
      [employer.id],
    )
    expect(subscribed.map(({ service }) => service)).toEqual(['declaration', 'payment'])
    const [company] = await site.database.ownerQuery(
      'select payment_option from employers where id = $1',
      [employer.id],
    )
    expect(company).toEqual({ payment_option: 'case_by_case' })
  })

  it('is told with the N° Adhérent and a single-use link, never with the password (P6)', async () => {
    const employer = await anEmployer(site)
    const email = 'avertie@atlas-textile.example'
    const { letterId } = await send(employer, { delegate: { ...delegate, email } })
    await effect(letterId)
    const mail = (await mailsTo(email)).at(-1)
    expect(mail?.subject).toBe(`Votre abonnement est validé (N° Adhérent ${employer.number})`)
    expect(mail?.text).toContain('celui que vous avez choisi')
    expect(mail?.text).toMatch(/http:\/\/localhost:3000\/nouveau-mot-de-passe\/[\w-]{43}/)
    for (const { text, html } of site.mails) {
      expect(text + html).not.toContain(delegate.password)
      expect(text + html).not.toContain(delegate.identityNumber)
    }
  })

  it('shows its applicant that it is in force', async () => {
    const employer = await anEmployer(site)
    const { visitor, letterId } = await send(employer)
    await effect(letterId)
    await site.database.ownerQuery(
      `update letters set state = 'applied', decided_at = $2, effective_at = $2, applied_at = $2, clock_running_since = null where id = $1`,
      [letterId, site.clock.now()],
    )
    const screen = await visitor.get('/suivi/dossier')
    expect(screen.text).toContain('La demande est acceptée et en vigueur')
  })

  it('cannot take effect for a number that belongs to no company', async () => {
    const { letterId } = await send({ number: '999901' })
    await expect(effect(letterId)).rejects.toThrow('subscriptions.no_employer')
  })

  it('is recognised when the company joins the fund before the form comes back', async () => {
    const visitor = site.visitor()
    const ready = await subscribe(site, visitor, '999902')
    const employer = await anEmployer(site, { number: '999902' })
    await visitor.submit(ready, { proof: scan() }, '/suivi/dossier/justificatif')
    const [letter] = await site.database.ownerQuery(
      'select employer_id from letters where employer_number = $1',
      [employer.number],
    )
    expect(letter).toEqual({ employer_id: employer.id })
  })
})

describe('a delegate who would be replaced', () => {
  it('is warned once, with a link to object, and two agents become necessary', async () => {
    const employer = await anEmployer(site)
    const current = await aDelegate(site, employer, { email: 'en-fonction@entreprise.example' })
    const { visitor, sent, letterId } = await send(employer)
    await visitor.submit(sent, { proof: scan('encore') }, '/suivi/dossier/justificatif')
    const mails = await mailsTo(current.email)
    expect(mails.length).toBe(1)
    expect(mails[0]?.text).toMatch(/http:\/\/localhost:3000\/opposition\/[\w-]{43}/)
    expect(mails[0]?.text).toContain('Khadija Lahlou')
    const [letter] = await site.database.ownerQuery(
      'select replaces_delegate, agents_required from letters where id = $1',
      [letterId],
    )
    expect(letter).toEqual({ replaces_delegate: true, agents_required: 2 })
    expect((await inFunction(employer))?.id).toBe(current.id)
  })

  it('tells nothing of it to the applicant: the page is the same as for a first subscription', async () => {
    site.clock.set('2026-11-24T10:00:00Z')
    const first = await anEmployer(site)
    const replaced = await anEmployer(site)
    await aDelegate(site, replaced)
    const screens = [await send(first), await send(replaced)]
    const [one, two] = screens.map(({ sent, reference, letterId }, index) =>
      sent.body
        .replaceAll(reference, 'REFERENCE')
        .replaceAll(letterId, 'ID')
        .replaceAll([first, replaced][index]?.number ?? '', 'NUMBER')
        .replace(/name="csrf" value="[^"]*"/g, 'CSRF'),
    )
    expect(two).toBe(one)
  })

  it('stops the file by objecting; looking at the link changes nothing, and it serves once', async () => {
    const employer = await anEmployer(site)
    const current = await aDelegate(site, employer, { email: 'opposee@entreprise.example' })
    const { letterId } = await send(employer)
    const [mail] = await mailsTo(current.email)
    const path = /\/opposition\/[\w-]{43}/.exec(mail?.text ?? '')?.[0] ?? ''
    const visitor = site.visitor()
    await visitor.get(path)
    const page = await visitor.get(path)
    expect(page.text).toContain('Une demande vise à vous remplacer')
    const wrong = await visitor.submit(page, { statement: '  ' })
    expect(wrong.status).toBe(422)
    const done = await visitor.submit(wrong, { statement: 'Je suis toujours en poste.' })
    expect(done.text).toContain('Votre opposition est enregistrée')
    const [objection] = await site.database.ownerQuery(
      'select statement, raised_at is not null as raised from objections where letter_id = $1',
      [letterId],
    )
    expect(objection).toEqual({ statement: 'Je suis toujours en poste.', raised: true })
    const [letter] = await site.database.ownerQuery(
      'select clock_running_since from letters where id = $1',
      [letterId],
    )
    expect(letter).toEqual({ clock_running_since: null })
    const again = await visitor.get(path)
    expect(again.status).toBe(409)
    expect(again.text).toContain('Ce lien ne peut plus servir')
    expect((await mailsTo(current.email)).at(-1)?.subject).toContain(
      'Votre opposition est enregistrée',
    )
  })

  it('can no longer object once the twenty-four hours are over', async () => {
    const employer = await anEmployer(site)
    const current = await aDelegate(site, employer, { email: 'tardive@entreprise.example' })
    await send(employer)
    const [mail] = await mailsTo(current.email)
    const path = /\/opposition\/[\w-]{43}/.exec(mail?.text ?? '')?.[0] ?? ''
    site.clock.advance(25 * 3_600_000)
    expect((await site.visitor().get(path)).text).toContain('Ce lien ne peut plus servir')
  })

  it('loses sessions and function at the same instant as the new one has them, and both are told', async () => {
    const employer = await anEmployer(site)
    const current = await aDelegate(site, employer, { email: 'sortante@entreprise.example' })
    await signedIn(site, current)
    const email = 'entrante@entreprise.example'
    const { letterId } = await send(employer, { delegate: { ...delegate, email } })
    await effect(letterId)
    expect(await inFunction(employer)).toMatchObject({ email })
    const open = await site.database.ownerQuery(
      'select 1 from sessions where account_id = $1 and ended_at is null',
      [current.id],
    )
    expect(open).toEqual([])
    expect((await mailsTo(current.email)).length).toBeGreaterThan(0)
    expect((await mailsTo(email)).at(-1)?.subject).toContain('est validé')
  })

  it('who came after the form was received is not replaced unwarned', async () => {
    const employer = await anEmployer(site)
    const { letterId } = await send(employer)
    await aDelegate(site, employer)
    await expect(effect(letterId)).rejects.toThrow('subscriptions.delegate_since')
  })
})

describe('somebody else’s N° Adhérent, fifty times at once (AT60)', () => {
  it('leaves the delegate in function, warns them once, and keeps one file in review', async () => {
    const employer = await anEmployer(site)
    const current = await aDelegate(site, employer, { email: 'assiegee@entreprise.example' })
    const drafts = await Promise.all(
      Array.from({ length: 50 }, async (_, index) => {
        const visitor = site.visitor()
        const email = `attaque${index}@ailleurs.example`
        const ready = await subscribe(site, visitor, employer.number, {
          delegate: { ...delegate, email },
        })
        return { visitor, ready }
      }),
    )
    const answers = await Promise.all(
      drafts.map(({ visitor, ready }) =>
        visitor.submit(ready, { proof: scan() }, '/suivi/dossier/justificatif'),
      ),
    )
    expect(answers.filter(({ status }) => status === 200).length).toBe(1)
    expect(answers.filter(({ status }) => status === 409).length).toBe(49)
    const inReview = await site.database.ownerQuery(
      `select 1 from letters where employer_number = $1 and state = 'received'`,
      [employer.number],
    )
    expect(inReview.length).toBe(1)
    expect((await inFunction(employer))?.id).toBe(current.id)
    expect((await mailsTo(current.email)).length).toBe(1)
  }, 600_000)
})
