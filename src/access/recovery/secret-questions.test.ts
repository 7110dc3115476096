import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { anEmployer, aProfile, type TestPerson } from '../../../test/support/factories.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import type { Visitor } from '../../../test/support/visitor.ts'
import { ownScope } from '../accounts.ts'
import { hashAnswers } from '../secret-answers.ts'
import { saveAnswers } from '../store/secret-answers.ts'
import { askForReset } from './ask-for-reset.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())
beforeEach(async () => {
  await site.database.ownerQuery('delete from throttles')
  await site.runJobs()
  site.mails.length = 0
  site.clock.advance(60_000)
})

const doorOf = {
  payment: 'e-paiement',
  employer_account: 'compte-adherent',
} as const

async function forget(visitor: Visitor, login: string, door: string = doorOf.payment) {
  const page = await visitor.get(`/mot-de-passe-oublie/${door}`)
  return visitor.submit(page, { login })
}

describe('AT31: secret questions', () => {
  const door = doorOf.employer_account
  const answers = [
    { question: 'first_school', answer: 'École Al-Amal' },
    { question: 'first_street', answer: 'Rue des Orangers' },
  ] as const

  async function withQuestions(): Promise<TestPerson> {
    const person = await aProfile(site, await anEmployer(site), { service: 'employer_account' })
    const hashed = await hashAnswers(site.app, answers)
    await site.app.db.transaction(ownScope(person), (tx) => saveAnswers(tx, person.id, hashed))
    return person
  }

  const ask = async (login: string, first: string, second: string) => {
    const visitor = site.visitor()
    const page = await visitor.get(`/mot-de-passe-oublie/${door}`)
    const screen = await visitor.submit(page, {
      login,
      question1: 'first_street',
      answer1: second,
      question2: 'first_school',
      answer2: first,
    })
    await site.runJobs()
    return screen
  }

  it('let the link be sent when both answers are right, in any order, case, accents and spaces', async () => {
    const person = await withQuestions()
    await ask(person.login, 'ecole  al amal', ' RUE des orangers')
    expect(site.mails.map(({ to }) => to)).toEqual([person.email])
  })

  it('send nothing when one is wrong or missing, and say the same', async () => {
    const person = await withQuestions()
    const wrong = await ask(person.login, 'école al amal', 'avenue des palmiers')
    const missing = await forget(site.visitor(), person.login, door)
    const right = await ask(person.login, 'école al amal', 'rue des orangers')
    expect(wrong.body).toBe(right.body)
    expect(missing.body).toBe(right.body)
    expect(site.mails).toHaveLength(1)
  })

  it('are never enough alone: they open no page and no session', async () => {
    const person = await withQuestions()
    const screen = await ask(person.login, 'ecole al amal', 'rue des orangers')
    expect(screen.document.querySelector('input[type=password]')).toBeNull()
    expect(screen.body).not.toMatch(/nouveau-mot-de-passe\//)
  })

  it('may be guessed a few times, not a hundred', async () => {
    const person = await withQuestions()
    for (let n = 0; n < 20; n += 1)
      await askForReset(site.app, {
        door,
        login: person.login,
        answers: [
          { question: 'first_school', answer: `essai ${n}` },
          { question: 'first_street', answer: 'rue des orangers' },
        ],
        address: '203.0.113.50',
      })
    await askForReset(site.app, { door, login: person.login, answers, address: '203.0.113.50' })
    await site.runJobs()
    expect(site.mails).toHaveLength(0)
  })

  it('are kept only hashed', async () => {
    const person = await withQuestions()
    const rows = await site.database.ownerQuery<{ answer_hash: string }>(
      'select answer_hash from secret_answers where profile_id = $1',
      [person.id],
    )
    expect(rows).toHaveLength(2)
    for (const { answer_hash } of rows) expect(answer_hash).toMatch(/^\$argon2id\$/)
    expect(site.logged.join()).not.toMatch(/amal|orangers/i)
  })

  it('are not asked at E@syPaiement, nor where the fund switched them off', async () => {
    const payment = await site.visitor().get('/mot-de-passe-oublie/e-paiement')
    expect(payment.document.querySelector('select')).toBeNull()
    const person = await withQuestions()
    const app = { ...site.app, config: { ...site.app.config, secretQuestions: false } }
    await askForReset(app, { door, login: person.login, answers: [], address: '203.0.113.51' })
    await site.runJobs()
    expect(site.mails).toHaveLength(1)
  })
})
