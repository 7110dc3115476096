import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  aDelegate,
  anEmployer,
  signedIn,
  type TestEmployer,
  type TestPerson,
} from '../../test/support/factories.ts'
import {
  accept,
  answering,
  aRequestedLetter,
  deciders,
  read,
  signedBack,
} from '../../test/support/letters.ts'
import type { TestSite } from '../../test/support/site.ts'
import type { AgentActor } from '../actors/actor.ts'
import { decideCase } from '../agency/decide-case.ts'
import { paths } from '../web/paths.ts'
import type { Language } from '../web/words/language.ts'
import { requestLetter } from './request-letter.ts'

const hourMs = 3_600_000

let site: TestSite
let first: AgentActor
let second: AgentActor
let employer: TestEmployer
let delegate: TestPerson
beforeAll(async () => {
  ;({ site, first, second } = await deciders())
})
beforeEach(async () => {
  site.clock.set('2026-11-24T10:00:00Z')
  employer = await anEmployer(site)
  delegate = await aDelegate(site, employer)
})
afterAll(() => site.close())

async function toldTo(address: string) {
  await site.runJobs()
  return site.mails.filter(({ to }) => to === address)
}

/** What somebody reads who has just drawn up a letter in their language. */
async function readyMail(language: Language): Promise<string> {
  const email = `${language}-${employer.number}@entreprise.example`
  await requestLetter(
    site.app,
    { guestKey: 'a visit', address: '192.0.2.7', language },
    {
      kind: 'password_reset',
      employerNumber: employer.number,
      companyName: employer.name,
      delegateName: 'Salma Berrada',
      signatoryName: 'Youssef Alami',
      signatoryCapacity: 'Gérant',
      email,
      lostFactor: false,
    },
  )
  return (await toldTo(email)).at(-1)?.text ?? ''
}

describe('a letter that asks for another password of the delegate', () => {
  it('is told to them before anybody decides, once, with what to do if it is not theirs', async () => {
    const letterId = await aRequestedLetter(site, employer, 'password_reset', { lostFactor: true })
    await signedBack(site, letterId)
    await signedBack(site, letterId)
    const told = await toldTo(delegate.email)
    expect(told).toHaveLength(1)
    expect(told[0]?.text).toContain('prévenez l’Agence Virtuelle sans attendre sa décision')
    expect(told[0]?.text).toContain(site.app.config.fund.agencyEmail)
    expect(told[0]?.text).toContain('retirer votre double vérification')
  })

  it('accepted, their closed session tells of the mailed link, and the mail whom to warn', async () => {
    const visitor = await signedIn(site, delegate)
    const letterId = await aRequestedLetter(site, employer, 'password_reset')
    await signedBack(site, letterId)
    await accept(site, first, letterId)
    await accept(site, second, letterId)
    const closed = await visitor.get(paths.administration.information())
    expect(closed.text).toContain('Un lien pour en choisir un nouveau')
    expect(closed.text).not.toContain('Connectez-vous avec le nouveau')
    const mail = (await toldTo(delegate.email)).at(-1)
    expect(mail?.text).toContain('Si votre entreprise n’a pas signé cette lettre')
    const applicant = (await toldTo('nouvelle@atlas-textile.example')).at(-1)
    expect(applicant?.text).toContain('Ce lien dure 72 heures')
  })
})

describe('a form to sign, by mail', () => {
  it('says until when, where the paper goes, and what must be written by hand', async () => {
    const text = await readyMail('fr')
    expect(text).toContain('22 février 2027')
    for (const line of site.app.config.fund.agencyAddress) expect(text).toContain(line)
    expect(text).toContain('Écrivez-y à la main le numéro de la pièce d’identité')
  })

  it('to complete, says the day that the page says', async () => {
    const letterId = await aRequestedLetter(site, employer, 'password_reset')
    await signedBack(site, letterId)
    const shown = await read(site, first, letterId)
    await decideCase(site.app, first, answering(shown, 'complete', ['missing_stamp']))
    const mail = (await toldTo('nouvelle@atlas-textile.example')).at(-1)
    expect(mail?.text).toContain('Nous l’attendons jusqu’au 24 décembre 2026')
  })
})

describe('a mail in Arabic', () => {
  it('has links that open in Arabic', async () => {
    const text = await readyMail('ar')
    const link = /http:\/\/localhost:3000(\S+)/.exec(text)?.[1] ?? ''
    const page = await site.visitor().get(link)
    expect(page.document.querySelector('html')?.getAttribute('lang')).toBe('ar')
  })
})

describe('an address changed by letter', () => {
  it('is told to both addresses with the company and its number', async () => {
    const email = `neuve-${employer.number}@entreprise.example`
    const letterId = await aRequestedLetter(site, employer, 'email_update', { email })
    await signedBack(site, letterId)
    await accept(site, first, letterId)
    await accept(site, second, letterId)
    site.clock.advance(25 * hourMs)
    for (const address of [delegate.email, email]) {
      const mail = (await toldTo(address)).at(-1)
      expect(mail?.subject).toContain(employer.number)
      expect(mail?.text).toContain(employer.name)
    }
  })
})
