import { beforeEach, describe, expect, it } from 'vitest'
import { aNewUser, asDelegate } from '../../test/support/administering.ts'
import {
  aDelegate,
  aProfile,
  goodPassword,
  signedIn,
  type TestPerson,
} from '../../test/support/factories.ts'
import { aDrawnOrder, aPayingCompany, outcome, paymentActor } from '../../test/support/paying.ts'
import { aGuardedCompanyEachTime } from '../../test/support/payment-safeguards.ts'
import { createUser } from '../access/administration/create-user.ts'
import { changePowers } from '../access/administration/change-powers.ts'
import { changeUserState } from '../access/administration/change-user-state.ts'
import { paths } from '../web/paths.ts'
import { agreeSooner } from './agree-sooner.ts'

const dayMs = 24 * 3_600_000
const own = paths.payments
const company = paths.administration

const at = aGuardedCompanyEachTime()
const { named, trailOf, confirmAs, agreeing } = at

/** The delegate decides that one confirmation is enough, and that whoever draws up may give it. */
async function decidedOneEye() {
  const visitor = await signedIn(at.site, at.delegate)
  const wishes = { confirmations: '1', selfConfirmation: 'on' }
  const asked = await visitor.submit(
    await visitor.get(company.information()),
    wishes,
    company.confirmations(),
  )
  return visitor.submit(asked, {}, company.confirmations())
}

describe('AT70: a Validateur who draws up as well, where one’s own orders may be confirmed', () => {
  /** The company permits it, since long. */
  beforeEach(async () => {
    await decidedOneEye()
    at.site.clock.advance(dayMs)
    await at.site.runJobs()
    at.site.mails.length = 0
  })
  const makes = (person: TestPerson, version = 1) => {
    const change = { id: person.id, version, isMaker: true, isValidator: true }
    return changePowers(at.site.app, asDelegate(at.delegate, at.company), change)
  }
  const waitingUntil = (person: TestPerson) =>
    at.site.database
      .ownerQuery<{ from: Date }>('select confirms_from as "from" from profiles where id = $1', [
        person.id,
      ])
      .then(([row]) => row?.from.getTime())
  const tomorrow = () => at.site.clock.now().getTime() + dayMs

  it('waits like a new one, is told to the others, and pays alone only once it is over', async () => {
    expect(await makes(at.badr)).toEqual({ waits: true })
    await at.site.runJobs()
    const told = at.site.mails.filter(({ subject }) => subject.startsWith('Un Validateur établit'))
    expect(told.map(({ to }) => to)).toEqual([at.amina.email])
    expect(await trailOf()).toContain('attend jusqu’au 26 novembre 2026')
    const id = await aDrawnOrder(at.site, { ...at.paying, maker: at.badr })
    expect(await outcome(confirmAs(at.badr, id))).toBe('payments.validator_waits')
    at.site.clock.advance(dayMs)
    expect(await outcome(confirmAs(at.badr, id))).toBe('done')
  })

  it('confirms sooner when another Validateur, who reads what it means, agrees', async () => {
    await makes(at.badr)
    const page = await (await signedIn(at.site, at.amina)).get(own.agreements())
    expect(page.text).toContain('Badr Berrada établira et confirmera ses propres ordres')
    expect(page.text).toContain('pourra payer seule')
    expect(await agreeing(at.badr, { validatorId: at.badr.id })).not.toBe('done')
    expect(await agreeing(at.amina, { validatorId: at.badr.id })).toBe('done')
    const id = await aDrawnOrder(at.site, { ...at.paying, maker: at.badr })
    expect(await outcome(confirmAs(at.badr, id))).toBe('done')
  })

  it('is one person whatever the logins: a second one that draws up, new or back, makes the first wait', async () => {
    const { cin } = at.amina
    const second = aNewUser({
      service: 'payment',
      scope: null,
      isMaker: true,
      identity: { kind: 'cin', number: cin },
      isPersonConfirmed: true,
    })
    const by = asDelegate(at.delegate, at.company)
    const { id } = await createUser(at.site.app, by, second)
    expect(await waitingUntil(at.amina)).toBe(tomorrow())
    const step = { id, service: 'payment' as const, reason: 'Absence' }
    await changeUserState(at.site.app, by, { ...step, version: 1, step: 'suspend' })
    at.site.clock.advance(dayMs)
    await changeUserState(at.site.app, by, { ...step, version: 2, step: 'reactivate' })
    expect(await waitingUntil(at.amina)).toBe(tomorrow())
  })

  it('does not wait where somebody else must confirm anyway', async () => {
    const other = await aPayingCompany(at.site)
    const theirs = await aDelegate(at.site, other.company)
    const change = { id: other.badr.id, version: 1, isMaker: true, isValidator: true }
    const done = await changePowers(at.site.app, asDelegate(theirs, other.company), change)
    expect(done).toEqual({ waits: false })
  })
})

describe('one confirmation, that the Ordonnateur may give (A6, E2)', () => {
  it('is not agreed to by whoever would then pay alone, whichever of their logins draws up', async () => {
    const both = { service: 'payment', isMaker: true, isValidator: true } as const
    const nadia = await aProfile(at.site, at.company, { ...both, firstName: 'Nadia' })
    const { cin } = at.badr
    await aProfile(at.site, at.company, { service: 'payment', isMaker: true, cin })
    await decidedOneEye()
    for (const person of [nadia, at.badr]) {
      const page = await (await signedIn(at.site, person)).get(own.agreements())
      expect(page.text).toContain('Cet accord ne peut pas venir de vous')
      expect(page.document.querySelector(`form[action="${own.agreeSettings()}"]`)).toBeNull()
    }
    const visitor = await signedIn(at.site, at.amina)
    const page = await visitor.get(own.agreements())
    const digest = page.document.querySelector('input[name=empreinte]')?.getAttribute('value') ?? ''
    const agreement = {
      to: 'settings',
      digest,
      proof: { by: 'password', password: goodPassword },
      origin: { address: '10.0.0.1', device: 'd'.repeat(43) },
    } as const
    const forged = agreeSooner(at.site.app, paymentActor(nadia), agreement)
    expect(await outcome(forged)).toBe('payments.cannot_agree')
    const done = await visitor.submit(page, { motDePasse: goodPassword }, own.agreeSettings())
    expect(done.text).toContain('Votre accord est enregistré')
  })

  it('reads beside what counts today, and each login by its name', async () => {
    await decidedOneEye()
    const chama = await named()
    const page = await (await signedIn(at.site, at.amina)).get(own.agreements())
    expect(page.text).toContain('1, que l’Ordonnateur peut donner lui-même')
    expect(page.text).toContain('Aujourd’hui : 2')
    expect(page.text).toContain(chama.login)
    expect(page.text).toContain(at.site.app.config.fund.agencyPhone)
  })

  it('lets the maker read that they may confirm, and a recent Validateur that their own order is never theirs', async () => {
    const both = { service: 'payment', isMaker: true } as const
    const nadia = await aProfile(at.site, at.company, { ...both, firstName: 'Nadia' })
    const change = { id: nadia.id, version: 1, isMaker: true, isValidator: true }
    await changePowers(at.site.app, asDelegate(at.delegate, at.company), change)
    const id = await aDrawnOrder(at.site, { ...at.paying, maker: nadia }, 500_000n)
    const visitor = await signedIn(at.site, nadia)
    const waiting = await visitor.get(own.order({ id }))
    expect(waiting.text).toContain('une autre personne doit le confirmer')
    expect(waiting.text).not.toContain('vous pourrez confirmer à partir du')
    await decidedOneEye()
    at.site.clock.advance(dayMs)
    await at.site.runJobs()
    const page = await (await signedIn(at.site, nadia)).get(own.drawUp())
    expect(page.document.querySelector('main')?.textContent).toContain('Nadia Berrada')
  })

  it('is kept in the trail and on each order', async () => {
    await decidedOneEye()
    expect(await trailOf()).toContain(
      'A demandé que le nombre de confirmations E@syPaiement soit 1 le 25 novembre 2026',
    )
    at.site.clock.advance(dayMs)
    await at.site.runJobs()
    const { text } = await (await signedIn(at.site, at.delegate)).get(company.trail())
    expect(text).toContain('nombre de confirmations 1 (l’Ordonnateur peut confirmer ses propres')
    const nadia = await aProfile(at.site, at.company, {
      service: 'payment',
      isMaker: true,
      isValidator: true,
    })
    const id = await aDrawnOrder(at.site, { ...at.paying, maker: nadia })
    await confirmAs(nadia, id)
    const page = await (await signedIn(at.site, at.amina)).get(own.order({ id }))
    expect(page.text).toContain('1, que l’Ordonnateur peut donner lui-même')
    expect(page.text).toContain('A confirmé son propre ordre, comme l’entreprise le permet')
    expect(await trailOf()).toContain('(son propre ordre, comme l’entreprise le permet)')
  })
})
