import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aNewUser, asDelegate } from '../../test/support/administering.ts'
import {
  aDelegate,
  aProfile,
  goodPassword,
  signedIn,
  type TestPerson,
} from '../../test/support/factories.ts'
import {
  aDrawnOrder,
  aPayingCompany,
  choiceOf,
  confirmAs,
  orderOf,
  outcome,
  type Paying,
  paymentActor,
} from '../../test/support/paying.ts'
import { askedOf, withPasskey } from '../../test/support/passkeys.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import type { Screen } from '../../test/support/visitor.ts'
import { verifyStatements } from '../access/verify-statements.ts'
import { createUser } from '../access/administration/create-user.ts'
import { changePowers } from '../access/administration/change-powers.ts'
import { changeUserState } from '../access/administration/change-user-state.ts'
import { paths } from '../web/paths.ts'
import { agreeSooner } from './agree-sooner.ts'
import { drawUpOrder } from './draw-up-order.ts'
import { listPaymentUsers } from './store/people.ts'
import { viewAgreements } from './view-agreements.ts'

const dayMs = 24 * 3_600_000
const own = paths.payments
const company = paths.administration

let site: TestSite
let paying: Paying
let delegate: TestPerson

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

beforeEach(async () => {
  site.clock.set('2026-11-24T10:00:00Z')
  paying = await aPayingCompany(site)
  delegate = await aDelegate(site, paying.company)
  await site.runJobs()
  site.mails.length = 0
})

const drawn = (amount?: bigint, day?: string) => aDrawnOrder(site, paying, amount, day)
const agreeing = async (person: TestPerson, to: { readonly validatorId: string }) => {
  const { statements } = await viewAgreements(site.app, paymentActor(person))
  return outcome(
    agreeSooner(site.app, paymentActor(person), {
      to,
      digest: statements.get(to.validatorId)?.digest ?? '',
      proof: { by: 'password', password: goodPassword },
      origin: { address: '10.0.0.1', device: 'd'.repeat(43) },
    }),
  )
}

/** The delegate gives the power of Validateur to a login that did not have it. */
async function named(wishes: { readonly cin?: string } = {}): Promise<TestPerson> {
  const person = await aProfile(site, paying.company, {
    service: 'payment',
    firstName: 'Chama',
    ...wishes,
  })
  const change = { id: person.id, version: 1, isMaker: false, isValidator: true }
  await changePowers(site.app, asDelegate(delegate, paying.company), change)
  return person
}

async function decided(ceilings: { perOrder: string; perDay: string }) {
  const visitor = await signedIn(site, delegate)
  return visitor.submit(await visitor.get(company.information()), ceilings, company.ceilings())
}

async function decidedOneEye() {
  const visitor = await signedIn(site, delegate)
  const wishes = { confirmations: '1', selfConfirmation: 'on' }
  const asked = await visitor.submit(
    await visitor.get(company.information()),
    wishes,
    company.confirmations(),
  )
  return visitor.submit(asked, {}, company.confirmations())
}

const trailOf = async () => {
  const screen = await (await signedIn(site, delegate)).get(company.trail())
  return screen.text.replace(/[\u00a0\u202f]/g, ' ')
}

const inForce = async () =>
  (
    await site.database.ownerQuery(
      'select order_ceiling_centimes as "perOrder", daily_ceiling_centimes as "perDay" from employers where id = $1',
      [paying.company.id],
    )
  )[0]

describe('AT70: a new Validateur', () => {
  it('is told to the others, and confirms after a day', async () => {
    const id = await drawn()
    const chama = await named()
    await site.runJobs()
    const told = site.mails.filter(({ subject }) => subject.startsWith('Un nouveau Validateur'))
    expect(told.map(({ to }) => to).sort()).toEqual([paying.amina.email, paying.badr.email].sort())
    expect(told[0]?.text).toContain('25 novembre 2026')
    expect(await outcome(confirmAs(site, paying, chama, id))).toBe('payments.validator_waits')
    site.clock.advance(dayMs)
    expect(await outcome(confirmAs(site, paying, chama, id))).toBe('done')
  })

  it('confirms sooner when another Validateur agrees, who reads it and gives the password again', async () => {
    const id = await drawn()
    const chama = await named()
    const visitor = await signedIn(site, paying.amina)
    const list = await visitor.get(own.orders())
    expect(list.text).toContain('attend votre accord')
    const page = await visitor.get(own.agreements())
    expect(page.text).toContain('Chama Berrada devient Validateur')
    const to = own.agreeValidator({ id: chama.id })
    expect((await visitor.submit(page, { motDePasse: '' }, to)).status).toBe(422)
    const wrong = await visitor.submit(page, { motDePasse: 'pas le bon mot de passe' }, to)
    expect(wrong.status).toBe(422)
    const done = await visitor.submit(wrong, { motDePasse: goodPassword }, to)
    expect(done.text).toContain('Votre accord est enregistré')
    expect(await outcome(confirmAs(site, paying, chama, id))).toBe('done')
    expect(await agreeing(paying.badr, { validatorId: chama.id })).toBe('payments.nothing_waits')
  })

  it('confirms sooner by a passkey too, which signs this agreement and no other, and holds when verified later', async () => {
    const passkey = await withPasskey(site, paying.amina)
    const [chama, other] = [await named(), await named({ cin: 'ZZ445566' })]
    const visitor = await signedIn(site, paying.amina)
    const page = await visitor.get(own.agreements())
    const asked = [...page.document.querySelectorAll('[data-get]')].map(
      (place) => JSON.parse(place.getAttribute('data-get') ?? '') as { challenge: string },
    )
    expect(new Set(asked.map(({ challenge }) => challenge)).size).toBe(2)
    const digestOf = (id: string) =>
      page.document
        .querySelector(`form[action="${own.agreeValidator({ id })}"] input[name=empreinte]`)
        ?.getAttribute('value') ?? ''
    const challengeOf = (id: string) => ({
      challenge: Buffer.from(digestOf(id), 'hex').toString('base64url'),
    })
    const send = (id: string, empreinte: string, assertion: string) =>
      visitor.submit(page, { empreinte, assertion }, own.agreeValidator({ id }))
    const ofOther = passkey.sign(challengeOf(other.id))
    expect((await send(chama.id, digestOf(chama.id), ofOther)).status).toBe(422)
    expect((await send(chama.id, digestOf(other.id), ofOther)).status).toBe(409)
    expect((await verifyStatements(site.app.db)).statements).toBe(0)
    const done = await send(chama.id, digestOf(chama.id), passkey.sign(challengeOf(chama.id)))
    expect(done.text).toContain('Votre accord est enregistré')
    expect(await verifyStatements(site.app.db)).toEqual({ statements: 1, breaks: [] })
    expect(askedOf(done).challenge).toBe(challengeOf(other.id).challenge)
    await site.database.ownerQuery('alter table presence_assertions disable trigger user')
    await site.database.ownerQuery(
      `update presence_assertions set signature = set_byte(signature, 12, get_byte(signature, 12) # 1) where wording is not null`,
    )
    await site.database.ownerQuery('alter table presence_assertions enable trigger user')
    const { breaks } = await verifyStatements(site.app.db)
    expect(breaks.map(({ what }) => what)).toEqual(['signature'])
  })

  it('is not agreed to by that person, by one who waits too, nor by the delegate', async () => {
    const chama = await named()
    const twin = await aProfile(site, paying.company, {
      service: 'payment',
      isValidator: true,
      cin: chama.cin,
    })
    expect(await agreeing(chama, { validatorId: chama.id })).toBe('payments.validator_waits')
    expect(await agreeing(twin, { validatorId: chama.id })).toBe('payments.cannot_agree')
    const other = await named()
    expect(await agreeing(other, { validatorId: chama.id })).toBe('payments.validator_waits')
    const asValidator = await aProfile(site, paying.company, {
      service: 'payment',
      isValidator: true,
      cin: delegate.cin,
    })
    expect(await agreeing(asValidator, { validatorId: chama.id })).toBe('payments.cannot_agree')
    expect(await agreeing(paying.maker, { validatorId: chama.id })).toBe('payments.not_a_validator')
  })

  it('may refuse meanwhile, and reads on the order from when they confirm', async () => {
    const id = await drawn()
    const visitor = await signedIn(site, await named())
    const page = await visitor.get(own.order({ id }))
    expect(page.text).toContain('vous pourrez confirmer à partir du 25 novembre 2026')
    const done = await visitor.submit(page, { raison: 'Pas attendu' }, own.refuse({ id }))
    expect(done.text).toContain('Pas attendu')
  })

  it('waits again after having been suspended: what they had confirmed counts only then', async () => {
    const id = await drawn()
    await confirmAs(site, paying, paying.amina, id)
    await confirmAs(site, paying, paying.badr, id)
    const step = { id: paying.amina.id, service: 'payment' as const, reason: 'Absence' }
    const by = asDelegate(delegate, paying.company)
    await changeUserState(site.app, by, { ...step, version: 1, step: 'suspend' })
    await changeUserState(site.app, by, { ...step, version: 2, step: 'reactivate' })
    const users = await site.app.db.transaction(
      { as: 'employer', employerId: paying.company.id },
      (tx) => listPaymentUsers(tx, paying.company.id),
    )
    const amina = users.find(({ profileId }) => profileId === paying.amina.id)
    expect(amina?.confirmsFrom).toEqual(new Date(site.clock.now().getTime() + dayMs))
  })
})

describe('AT70: a Validateur who draws up as well, where one’s own orders may be confirmed', () => {
  /** The company permits it, since long. */
  beforeEach(async () => {
    await decidedOneEye()
    site.clock.advance(dayMs)
    await site.runJobs()
    site.mails.length = 0
  })
  const makes = (person: TestPerson, version = 1) => {
    const change = { id: person.id, version, isMaker: true, isValidator: true }
    return changePowers(site.app, asDelegate(delegate, paying.company), change)
  }
  const waitingUntil = (person: TestPerson) =>
    site.database
      .ownerQuery<{ from: Date }>('select confirms_from as "from" from profiles where id = $1', [
        person.id,
      ])
      .then(([row]) => row?.from.getTime())
  const tomorrow = () => site.clock.now().getTime() + dayMs

  it('waits like a new one, is told to the others, and pays alone only once it is over', async () => {
    expect(await makes(paying.badr)).toEqual({ waits: true })
    await site.runJobs()
    const told = site.mails.filter(({ subject }) => subject.startsWith('Un Validateur établit'))
    expect(told.map(({ to }) => to)).toEqual([paying.amina.email])
    expect(await trailOf()).toContain('attend jusqu’au 26 novembre 2026')
    const id = await aDrawnOrder(site, { ...paying, maker: paying.badr })
    expect(await outcome(confirmAs(site, paying, paying.badr, id))).toBe('payments.validator_waits')
    site.clock.advance(dayMs)
    expect(await outcome(confirmAs(site, paying, paying.badr, id))).toBe('done')
  })

  it('confirms sooner when another Validateur, who reads what it means, agrees', async () => {
    await makes(paying.badr)
    const page = await (await signedIn(site, paying.amina)).get(own.agreements())
    expect(page.text).toContain('Badr Berrada établira et confirmera ses propres ordres')
    expect(page.text).toContain('pourra payer seule')
    expect(await agreeing(paying.badr, { validatorId: paying.badr.id })).not.toBe('done')
    expect(await agreeing(paying.amina, { validatorId: paying.badr.id })).toBe('done')
    const id = await aDrawnOrder(site, { ...paying, maker: paying.badr })
    expect(await outcome(confirmAs(site, paying, paying.badr, id))).toBe('done')
  })

  it('is one person whatever the logins: a second one that draws up, new or back, makes the first wait', async () => {
    const { cin } = paying.amina
    const second = aNewUser({
      service: 'payment',
      scope: null,
      isMaker: true,
      identity: { kind: 'cin', number: cin },
      isPersonConfirmed: true,
    })
    const by = asDelegate(delegate, paying.company)
    const { id } = await createUser(site.app, by, second)
    expect(await waitingUntil(paying.amina)).toBe(tomorrow())
    const step = { id, service: 'payment' as const, reason: 'Absence' }
    await changeUserState(site.app, by, { ...step, version: 1, step: 'suspend' })
    site.clock.advance(dayMs)
    await changeUserState(site.app, by, { ...step, version: 2, step: 'reactivate' })
    expect(await waitingUntil(paying.amina)).toBe(tomorrow())
  })

  it('does not wait where somebody else must confirm anyway', async () => {
    const other = await aPayingCompany(site)
    const theirs = await aDelegate(site, other.company)
    const change = { id: other.badr.id, version: 1, isMaker: true, isValidator: true }
    const done = await changePowers(site.app, asDelegate(theirs, other.company), change)
    expect(done).toEqual({ waits: false })
  })
})

describe('one confirmation, that the Ordonnateur may give (A6, E2)', () => {
  it('is not agreed to by whoever would then pay alone, whichever of their logins draws up', async () => {
    const both = { service: 'payment', isMaker: true, isValidator: true } as const
    const nadia = await aProfile(site, paying.company, { ...both, firstName: 'Nadia' })
    const { cin } = paying.badr
    await aProfile(site, paying.company, { service: 'payment', isMaker: true, cin })
    await decidedOneEye()
    for (const person of [nadia, paying.badr]) {
      const page = await (await signedIn(site, person)).get(own.agreements())
      expect(page.text).toContain('Cet accord ne peut pas venir de vous')
      expect(page.document.querySelector(`form[action="${own.agreeSettings()}"]`)).toBeNull()
    }
    const visitor = await signedIn(site, paying.amina)
    const page = await visitor.get(own.agreements())
    const digest = page.document.querySelector('input[name=empreinte]')?.getAttribute('value') ?? ''
    const agreement = {
      to: 'settings',
      digest,
      proof: { by: 'password', password: goodPassword },
      origin: { address: '10.0.0.1', device: 'd'.repeat(43) },
    } as const
    const forged = agreeSooner(site.app, paymentActor(nadia), agreement)
    expect(await outcome(forged)).toBe('payments.cannot_agree')
    const done = await visitor.submit(page, { motDePasse: goodPassword }, own.agreeSettings())
    expect(done.text).toContain('Votre accord est enregistré')
  })

  it('reads beside what counts today, and each login by its name', async () => {
    await decidedOneEye()
    const chama = await named()
    const page = await (await signedIn(site, paying.amina)).get(own.agreements())
    expect(page.text).toContain('1, que l’Ordonnateur peut donner lui-même')
    expect(page.text).toContain('Aujourd’hui : 2')
    expect(page.text).toContain(chama.login)
    expect(page.text).toContain(site.app.config.fund.agencyPhone)
  })

  it('lets the maker read that they may confirm, and a recent Validateur that their own order is never theirs', async () => {
    const both = { service: 'payment', isMaker: true } as const
    const nadia = await aProfile(site, paying.company, { ...both, firstName: 'Nadia' })
    const change = { id: nadia.id, version: 1, isMaker: true, isValidator: true }
    await changePowers(site.app, asDelegate(delegate, paying.company), change)
    const id = await aDrawnOrder(site, { ...paying, maker: nadia }, 500_000n)
    const visitor = await signedIn(site, nadia)
    const waiting = await visitor.get(own.order({ id }))
    expect(waiting.text).toContain('une autre personne doit le confirmer')
    expect(waiting.text).not.toContain('vous pourrez confirmer à partir du')
    await decidedOneEye()
    site.clock.advance(dayMs)
    await site.runJobs()
    const page = await (await signedIn(site, nadia)).get(own.drawUp())
    expect(page.document.querySelector('main')?.textContent).toContain('Nadia Berrada')
  })

  it('is kept in the trail and on each order', async () => {
    await decidedOneEye()
    expect(await trailOf()).toContain(
      'A demandé que le nombre de confirmations E@syPaiement soit 1 le 25 novembre 2026',
    )
    site.clock.advance(dayMs)
    await site.runJobs()
    const { text } = await (await signedIn(site, delegate)).get(company.trail())
    expect(text).toContain('nombre de confirmations 1 (l’Ordonnateur peut confirmer ses propres')
    const nadia = await aProfile(site, paying.company, {
      service: 'payment',
      isMaker: true,
      isValidator: true,
    })
    const id = await aDrawnOrder(site, { ...paying, maker: nadia })
    await confirmAs(site, paying, nadia, id)
    const page = await (await signedIn(site, paying.amina)).get(own.order({ id }))
    expect(page.text).toContain('1, que l’Ordonnateur peut donner lui-même')
    expect(page.text).toContain('A confirmé son propre ordre, comme l’entreprise le permet')
    expect(await trailOf()).toContain('(son propre ordre, comme l’entreprise le permet)')
  })
})

describe('the ceilings of the company (E1)', () => {
  it('count at once when they are lowered, also for orders that wait', async () => {
    const id = await drawn(500_000n)
    const done = await decided({ perOrder: '4 000,00', perDay: '' })
    expect(done.text).toContain('valent aussi pour les ordres qui attendent une confirmation')
    expect(await inForce()).toEqual({ perOrder: 400_000n, perDay: null })
    const late = await outcome(confirmAs(site, paying, paying.amina, id))
    expect(late).toBe('payments.now_over_order_ceiling')
    expect(await outcome(drawn(400_001n))).toBe('payments.over_order_ceiling')
    await site.runJobs()
    const told = site.mails.filter(({ subject }) => subject.includes('réglages d’E@syPaiement'))
    expect(told).toHaveLength(2)
    expect(told[0]?.text).toContain('4\u202f000,00')
  })

  it('wait a day when they are raised, or the agreement of a Validateur to what they read', async () => {
    await decided({ perOrder: '4 000', perDay: '5 000' })
    const raised = await decided({ perOrder: '9 000', perDay: '4 500' })
    expect(raised.status).toBe(422)
    expect(raised.text).toContain('ne peut pas être inférieur')
    const done = await decided({ perOrder: '4 500', perDay: '9 000' })
    expect(done.text).toContain('Ce que vous avez décidé compte le 25 novembre 2026')
    expect(await inForce()).toEqual({ perOrder: 400_000n, perDay: 500_000n })
    const noteOf = (place: string) => done.document.querySelector(`${place} .note`)
    expect(noteOf('#plafonds')?.textContent).toContain('4 000,00'.replace(' ', '\u202f'))
    expect(noteOf('#confirmations')).toBeNull()
    const visitor = await signedIn(site, paying.badr)
    const page = await visitor.get(own.agreements())
    expect(page.text).toContain('4 500,00')
    site.clock.advance(1000)
    await decided({ perOrder: '8 000', perDay: '9 000' })
    const send = (screen: typeof page) =>
      visitor.submit(screen, { motDePasse: goodPassword }, own.agreeSettings())
    const late = await send(page)
    expect(late.status).toBe(409)
    await send(late)
    expect(await inForce()).toEqual({ perOrder: 800_000n, perDay: 900_000n })
    site.clock.advance(2 * dayMs)
    await site.runJobs()
    expect(await inForce()).toEqual({ perOrder: 800_000n, perDay: 900_000n })
  })

  it('raised, say at their field what counts today, beside the form that they are of', async () => {
    await decided({ perOrder: '4 000', perDay: '' })
    await decided({ perOrder: '6 000', perDay: '' })
    const page = await (await signedIn(site, delegate)).get(company.information())
    const folded = (text = '') => text.replace(/\s+/g, ' ')
    const form = page.document.querySelector('#plafonds')
    expect(folded(form?.textContent)).toContain('Compte aujourd’hui : 4 000,00 DH')
    expect(folded(form?.textContent)).toContain('Ce que vous avez décidé compte le')
    const confirmations = page.document.querySelector('#confirmations')
    expect(confirmations?.textContent).not.toContain('Ce que vous avez décidé')
  })

  it('raised and left alone, count after the wait, once; lowered again before, they never do', async () => {
    await decided({ perOrder: '4 000', perDay: '' })
    await decided({ perOrder: '6 000', perDay: '' })
    site.clock.advance(dayMs - 1000)
    await site.runJobs()
    expect(await inForce()).toEqual({ perOrder: 400_000n, perDay: null })
    site.clock.advance(1000)
    await site.runJobs()
    await site.runJobs()
    expect(await inForce()).toEqual({ perOrder: 600_000n, perDay: null })
    await decided({ perOrder: '7 000', perDay: '' })
    await decided({ perOrder: '3 000', perDay: '' })
    site.clock.advance(2 * dayMs)
    await site.runJobs()
    expect(await inForce()).toEqual({ perOrder: 300_000n, perDay: null })
    const trail = await site.database.ownerQuery(
      `select count(*)::integer as times from audit_events where employer_id = $1 and action = 'company.payment_settings_in_force'`,
      [paying.company.id],
    )
    expect(trail).toEqual([{ times: 1 }])
    const told = await trailOf()
    expect(told).not.toContain('A fixé les plafonds d’E@syPaiement : par ordre 7 000,00 DH')
    expect(told).toContain('A renoncé aux réglages d’E@syPaiement qui attendaient')
    expect(told).toMatch(/qui compteront le .* 2026.* : par ordre 7 000,00 DH/)
  })

  it('are read as amounts, all mistakes at once, and kept as typed', async () => {
    const wrong = await decided({ perOrder: 'mille', perDay: '-5' })
    expect(wrong.status).toBe(422)
    expect(wrong.mistakes).toHaveLength(2)
    expect(wrong.body).toContain('mille')
  })

  it('lowered below an order that waits, say so on its page in place of a form, to whoever reads it', async () => {
    const [one, other] = [await drawn(300_000n), await drawn(200_000n)]
    await confirmAs(site, paying, paying.amina, one)
    const readBy = async (person: TestPerson, id: string) =>
      (await signedIn(site, person)).get(own.order({ id }))
    const formOf = (page: Screen, id: string) =>
      page.document.querySelector(`form[action="${own.confirm({ id })}"]`)
    // Exactly the most of an order and of the day is within.
    await decided({ perOrder: '3 000,00', perDay: '5 000,00' })
    for (const id of [one, other]) {
      expect(formOf(await readBy(paying.badr, id), id)).not.toBeNull()
    }
    // A centime less is not.
    await decided({ perOrder: '2 999,99', perDay: '5 000,00' })
    for (const person of [paying.badr, paying.amina, paying.maker]) {
      const page = await readBy(person, one)
      expect(page.text).toContain('dépasse maintenant le plafond de votre entreprise, 2 999,99 DH')
      expect(formOf(page, one)).toBeNull()
    }
    const list = await (await signedIn(site, paying.badr)).get(own.orders())
    const links = [...list.document.querySelectorAll(`a[href="${own.order({ id: one })}"]`)]
    expect(links.map(({ textContent }) => textContent).join()).not.toContain('Lire et confirmer')
    await decided({ perOrder: '2 999,99', perDay: '4 999,99' })
    const ofDay = await readBy(paying.badr, other)
    expect(ofDay.text).toContain('Les ordres de ce jour dépassent maintenant le plafond')
    expect(await outcome(confirmAs(site, paying, paying.badr, other))).toBe(
      'payments.now_over_daily_ceiling',
    )
  })

  it('are seen by the maker before drawing up, with what is left of each day and who confirms', async () => {
    await decided({ perOrder: '6 000', perDay: '8 000' })
    await drawn(500_000n, '2026-12-01')
    await named()
    const visitor = await signedIn(site, paying.maker)
    const page = await visitor.get(own.drawUp())
    expect(page.text).toContain('dépasse le plafond de 6 000,00 DH par ordre')
    expect(page.text).toContain('1er décembre 2026 : il reste 3 000,00 DH')
    for (const name of ['Amina Berrada', 'Badr Berrada', 'Chama Berrada, à partir du 25 novembre'])
      expect(page.text).toContain(name)
  })

  it('hold against twenty orders drawn up at once', async () => {
    await decided({ perOrder: '', perDay: '10 000' })
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () =>
        outcome(
          drawUpOrder(site.app, paymentActor(paying.maker), {
            ...choiceOf(paying, 100_000n),
            formKey: randomUUID(),
          }),
        ),
      ),
    )
    expect(outcomes.filter((one) => one === 'done')).toHaveLength(10)
    expect(new Set(outcomes)).toEqual(new Set(['done', 'payments.over_daily_ceiling']))
    expect((await orderOf(site, paying, await drawn(1000n, '2026-12-02'))).amount).toBe(1000n)
  })
})
