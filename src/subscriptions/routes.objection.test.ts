import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aDelegate, anEmployer, signedIn, type TestEmployer } from '../../test/support/factories.ts'
import {
  accept,
  answering,
  aRequestedLetter,
  aSubscription,
  deciders,
  letterNow,
  read,
  signedBack,
} from '../../test/support/letters.ts'
import type { TestSite } from '../../test/support/site.ts'
import type { Visitor } from '../../test/support/visitor.ts'
import { type AgentActor, guest } from '../actors/actor.ts'
import { decideCase } from '../agency/decide-case.ts'
import { decideObjection } from '../agency/decide-objection.ts'
import { completionDays } from '../letters/letter.ts'
import { expireLetters } from '../letters/expire-letters.ts'
import { paths } from '../web/paths.ts'
import { wordsIn } from '../web/words/index.ts'
import { tellItIsOver } from './tell-it-is-over.ts'
import { withdrawRequest } from './withdraw-request.ts'

const { refusals, subscriptions } = wordsIn('fr')
const own = paths.administration

let site: TestSite
let first: AgentActor
let second: AgentActor
let supervisor: AgentActor
let employer: TestEmployer
let email: string
let delegate: Visitor
beforeAll(async () => {
  ;({ site, first, second, supervisor } = await deciders())
})
beforeEach(async () => {
  site.clock.set('2026-11-24T10:00:00Z')
  employer = await anEmployer(site)
  email = `en-fonction-${employer.number}@entreprise.example`
  delegate = await signedIn(site, await aDelegate(site, employer, { email }))
})
afterAll(() => site.close())

const applicant = () => `nouvelle-${employer.number}@entreprise.example`

async function aReplacement(): Promise<string> {
  const { number, id } = employer
  const wishes = { number, employerId: id, cin: 'BE999001', email: applicant() }
  const letterId = await aSubscription(site, wishes)
  await signedBack(site, letterId)
  return letterId
}

async function anotherAddress(): Promise<string> {
  const letterId = await aRequestedLetter(site, employer, 'email_update', { email: applicant() })
  await signedBack(site, letterId)
  await accept(site, first, letterId)
  await accept(site, second, letterId)
  return letterId
}

async function toldTo(address: string) {
  await site.runJobs()
  return site.mails.filter(({ to }) => to === address)
}

async function mailedLink(): Promise<string> {
  const texts = (await toldTo(email)).map(({ text }) => text)
  return /\/opposition\/[\w-]{43}/.exec(texts.join())?.[0] ?? ''
}

const hrefs = (body: string) =>
  [...body.matchAll(/href="(\/administration\/opposition\/[^"]+)"/g)].map(([, href]) => href)

describe('two requests that may be objected to', () => {
  it('are both shown on every page, each with its link, and both can be objected to', async () => {
    const asked = [await anotherAddress(), await aReplacement()].map((id) => own.objection({ id }))
    expect(hrefs((await delegate.get(own.information())).body)).toEqual(asked)
    const letters = await delegate.get(own.letters())
    expect(hrefs(letters.body).toSorted()).toEqual([...asked, ...asked].toSorted())
    for (const at of asked) {
      const page = await delegate.get(at)
      expect(page.document.querySelector('.back a')?.getAttribute('href')).toBe(own.letters())
      expect(page.document.querySelector('.band')).not.toBeNull()
      const done = await delegate.submit(page, { statement: 'Je suis toujours en poste.' }, at)
      expect(done.text).toContain(subscriptions.objection.done)
    }
    expect(hrefs((await delegate.get(own.information())).body)).toEqual([])
  })
})

describe('a request that ended while it could be objected to', () => {
  it('withdrawn, says so at the link, takes no objection, and the delegate is told', async () => {
    const letterId = await aReplacement()
    const link = await mailedLink()
    await withdrawRequest(site.app, guest, letterId)
    for (const page of [
      await site.visitor().get(link),
      await delegate.get(own.objection({ id: letterId })),
    ]) {
      expect(page.text).toContain(refusals['letters.objection_withdrawn'])
      expect(page.text).not.toContain(subscriptions.objection.until)
      expect(page.document.querySelector('textarea')).toBeNull()
    }
    const last = (await toldTo(email)).at(-1)
    expect(last?.subject).toContain('est close')
    expect(last?.text).toContain('a été retirée par son auteur.')
  })

  it('withdrawn while the page was open, the objection is answered with that, not with a delay', async () => {
    const letterId = await aReplacement()
    const at = own.objection({ id: letterId })
    const page = await delegate.get(at)
    await withdrawRequest(site.app, guest, letterId)
    const answer = await delegate.submit(page, { statement: 'Je suis en poste.' }, at)
    expect(answer.status).toBe(409)
    expect(answer.text).toContain(refusals['letters.objection_withdrawn'])
  })

  it('refused by an agent, or expired, the delegate is told that it is over', async () => {
    const refused = await aReplacement()
    const shown = await read(site, first, refused)
    await decideCase(site.app, first, answering(shown, 'refuse', ['not_authorised']))
    expect((await toldTo(email)).at(-1)?.text).toContain('refusée par l’Agence Virtuelle')
    const page = await site.visitor().get(await mailedLink())
    expect(page.text).toContain(refusals['letters.objection_refused'])
    const expired = await aReplacement()
    const asked = await read(site, first, expired)
    await decideCase(site.app, first, answering(asked, 'complete', ['unreadable']))
    site.clock.advance((completionDays + 1) * 86_400_000)
    await expireLetters(site.app, tellItIsOver)
    expect((await toldTo(email)).at(-1)?.text).toContain('a expiré sans prendre effet')
  })
})

describe('the applicant of a replacement', () => {
  const object = async (letterId: string) => {
    const at = own.objection({ id: letterId })
    await delegate.submit(await delegate.get(at), { statement: 'Je suis en poste.' }, at)
  }
  const decide = async (letterId: string, decision: 'upheld' | 'dismissed', note: string) => {
    await read(site, supervisor, letterId)
    const { version } = await letterNow(site, letterId)
    await decideObjection(site.app, supervisor, {
      letterId,
      version,
      decision,
      note,
      hasRead: true,
    })
  }

  it('reads with the acceptance that it may be opposed, and with the objection that it waits', async () => {
    const letterId = await aReplacement()
    await accept(site, first, letterId)
    await accept(site, second, letterId)
    const accepted = (await toldTo(applicant())).at(-1)
    expect(accepted?.text).toContain('peut s’y opposer d’ici là')
    await object(letterId)
    const held = (await toldTo(applicant())).at(-1)
    expect(held?.subject).toContain('Votre demande est suspendue')
    expect(held?.text).toContain('s’est opposée à votre demande')
    await decide(letterId, 'dismissed', 'L’entreprise a confirmé.')
    const goesOn = (await toldTo(applicant())).at(-1)
    expect(goesOn?.text).toContain('La demande prend effet le 25 novembre 2026')
    expect(goesOn?.text).not.toContain('L’entreprise a confirmé.')
    const objector = (await toldTo(email)).findLast(({ text }) =>
      text.includes('n’a pas été retenue'),
    )
    expect(objector?.text).toContain('La demande prend effet le 25 novembre 2026')
    expect(objector?.text).toContain('L’entreprise a confirmé.')
  })

  it('that was to be completed reads again what is missing: «suspendue» said that there was nothing to do', async () => {
    const letterId = await aReplacement()
    const shown = await read(site, first, letterId)
    await decideCase(site.app, first, answering(shown, 'complete', ['missing_stamp']))
    await object(letterId)
    expect((await toldTo(applicant())).at(-1)?.text).toContain('Vous n’avez rien à faire')
    await decide(letterId, 'dismissed', 'Vu.')
    const again = (await toldTo(applicant())).at(-1)
    expect(again?.subject).toContain('est à compléter')
    expect(again?.text).toContain('Le cachet de l’entreprise manque.')
  })

  it('not accepted yet, reads of a verification and of no delegate; then until when the answer comes', async () => {
    const letterId = await aReplacement()
    await object(letterId)
    const held = (await toldTo(applicant())).at(-1)
    expect(held?.text).toContain('vérification complémentaire')
    expect(held?.text).not.toContain('personne déléguée')
    await decide(letterId, 'dismissed', 'Vu.')
    expect((await toldTo(applicant())).at(-1)?.text).toContain('vous répond au plus tard le')
  })

  it('upheld, reads the reason that the delegate reads', async () => {
    const letterId = await aReplacement()
    await object(letterId)
    await decide(letterId, 'upheld', 'Le pouvoir du signataire est échu : joignez le nouveau.')
    for (const address of [email, applicant()])
      expect((await toldTo(address)).at(-1)?.text).toContain('joignez le nouveau')
  })
})

describe('a signed form sent again', () => {
  it('is followed with the time of the newest', async () => {
    const letterId = await aReplacement()
    const { reference } = await letterNow(site, letterId)
    site.clock.advance(3 * 3_600_000)
    await signedBack(site, letterId)
    const visitor = site.visitor()
    const door = await visitor.get(paths.follow.start())
    const followed = await visitor.submit(door, { reference, email: applicant() })
    expect(followed.text).toContain('Document signé reçu')
    expect(followed.text).toMatch(/le 24 novembre 2026 à 14\sh\s00/)
  })
})
