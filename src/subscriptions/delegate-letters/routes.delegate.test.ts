import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  aDelegate,
  anEmployer,
  signedIn,
  type TestEmployer,
} from '../../../test/support/factories.ts'
import { aSubscription } from '../../../test/support/letters.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import { scan } from '../../../test/support/subscribing.ts'
import type { Visitor } from '../../../test/support/visitor.ts'
import { paths } from '../../web/paths.ts'
import { fundIn } from '../../web/visit.ts'
import { wordsIn } from '../../web/words/index.ts'

let site: TestSite
let employer: TestEmployer
let visitor: Visitor
beforeAll(async () => {
  site = await openSite()
})
beforeEach(async () => {
  employer = await anEmployer(site)
  const wishes = { email: 'delegue@atlas.example', cin: 'BE313131' }
  visitor = await signedIn(site, await aDelegate(site, employer, wishes))
})
afterAll(() => site.close())

const own = paths.administration
const signatory = { signatoryName: 'Youssef Alami', signatoryCapacity: 'Gérant' }

const lettersOf = () =>
  site.database.ownerQuery<{
    id: string
    kind: string
    reference: string
    agents_required: number
    content: unknown
  }>(
    'select id, kind, reference, agents_required, content from letters where employer_id = $1 order by created_at',
    [employer.id],
  )

describe('«Téléchargement» of the delegate', () => {
  it('A10: offers the leaflet’s three letters, in both languages', async () => {
    for (const language of ['fr', 'ar'] as const) {
      const screen = await visitor.get(`${own.letters()}?lang=${language}`)
      const { titles } = wordsIn(language).letters
      for (const kind of ['renewal', 'email_update', 'password_reset'] as const)
        expect(screen.text).toContain(titles[kind](fundIn(language, site.app.config.fund).name))
    }
  })

  it('asks only who signs, and says each mistake', async () => {
    const screen = await visitor.get(own.letter({ kind: 'password_reset' }))
    const wrong = await visitor.submit(screen, {}, own.letter({ kind: 'password_reset' }))
    expect(wrong.status).toBe(422)
    expect(wrong.mistakes).toHaveLength(2)
    const done = await visitor.submit(wrong, signatory, own.letter({ kind: 'password_reset' }))
    expect(done.text).toContain('est prête')
    expect(await lettersOf()).toMatchObject([{ kind: 'password_reset', agents_required: 2 }])
  })

  it('puts the new address in the letter, and refuses the one in use', async () => {
    const at = own.letter({ kind: 'email_update' })
    const screen = await visitor.get(at)
    const same = await visitor.submit(
      screen,
      { ...signatory, newEmail: 'Delegue@atlas.example' },
      at,
    )
    expect(same.mistakes).toEqual([wordsIn('fr').administration.letters.sameEmail])
    await visitor.submit(same, { newEmail: 'nouvelle@atlas.example' }, at)
    const [letter] = await lettersOf()
    expect(letter?.content).toMatchObject({ data: { newEmail: 'nouvelle@atlas.example' } })
  })

  it('opens the Réabonnement with today’s answers, identity included, for two agents', async () => {
    const at = own.letter({ kind: 'renewal' })
    const asked = await visitor.submit(await visitor.get(at), signatory, at)
    expect(asked.status).toBe(422)
    expect(asked.mistakes).toEqual([wordsIn('fr').subscriptions.mistakes.consent])
    const check = await visitor.submit(asked, { consent: 'on' }, at)
    expect(check.url).toBe(paths.subscription.check())
    expect(check.text).toContain(employer.name)
    expect(check.text).toContain('Youssef Alami')
    await visitor.submit(check, {}, paths.subscription.check())
    expect(await lettersOf()).toMatchObject([{ kind: 'renewal', agents_required: 2 }])
    expect((await visitor.get(own.letters())).text).toContain('À signer et renvoyer')
  })

  it('prints, sends back signed and follows with the clock of 48 hours', async () => {
    const at = own.letter({ kind: 'password_reset' })
    await visitor.submit(await visitor.get(at), signatory, at)
    const [letter] = await lettersOf()
    const id = letter?.id ?? ''
    const pdf = await visitor.raw(own.letterPdf({ id }))
    expect(pdf.body.slice(0, 5)).toBe('%PDF-')
    const follow = await visitor.get(own.letterFollow({ id }))
    expect(follow.text).toContain(letter?.reference)
    await visitor.submit(follow, { proof: scan() }, paths.follow.proof())
    const list = await visitor.get(own.letters())
    expect(list.text).toContain('En cours de vérification')
    expect(list.text).toContain('Il reste 48')
  })

  it('AT44: another company’s letter is neither printed nor followed', async () => {
    const at = own.letter({ kind: 'password_reset' })
    await visitor.submit(await visitor.get(at), signatory, at)
    const id = (await lettersOf())[0]?.id ?? ''
    const stranger = await signedIn(site, await aDelegate(site, await anEmployer(site)))
    expect((await stranger.raw(own.letterPdf({ id }))).status).toBe(404)
    expect((await stranger.raw(own.letterFollow({ id }))).status).toBe(404)
    expect((await stranger.get(own.letter({ kind: 'subscription' }))).status).toBe(404)
  })

  it('lists somebody’s request to replace the delegate, without putting it in the delegate’s hands', async () => {
    const id = await aSubscription(site, {
      number: employer.number,
      employerId: employer.id,
      cin: 'BE999000',
    })
    const list = await visitor.get(own.letters())
    expect(list.text).toContain('Khadija Lahlou')
    expect(list.body).not.toContain(own.letterPdf({ id }))
    expect((await visitor.raw(own.letterPdf({ id }))).status).toBe(404)
    expect((await visitor.raw(own.letterFollow({ id }))).status).toBe(404)
  })
})
