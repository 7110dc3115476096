import { describe, expect, it } from 'vitest'
import { asDelegate } from '../../test/support/administering.ts'
import { aProfile, goodPassword, signedIn } from '../../test/support/factories.ts'
import { outcome } from '../../test/support/paying.ts'
import { aGuardedCompanyEachTime } from '../../test/support/payment-safeguards.ts'
import { askedOf, withPasskey } from '../../test/support/passkeys.ts'
import { verifyStatements } from '../access/verify-statements.ts'
import { changeUserState } from '../access/administration/change-user-state.ts'
import { paths } from '../web/paths.ts'
import { listPaymentUsers } from './store/people.ts'

const dayMs = 24 * 3_600_000
const own = paths.payments

const at = aGuardedCompanyEachTime()
const { drawn, named, confirmAs, agreeing } = at

describe('AT70: a new Validateur', () => {
  it('is told to the others, and confirms after a day', async () => {
    const id = await drawn()
    const chama = await named()
    await at.site.runJobs()
    const told = at.site.mails.filter(({ subject }) => subject.startsWith('Un nouveau Validateur'))
    expect(told.map(({ to }) => to).sort()).toEqual([at.amina.email, at.badr.email].sort())
    expect(told[0]?.text).toContain('25 novembre 2026')
    expect(await outcome(confirmAs(chama, id))).toBe('payments.validator_waits')
    at.site.clock.advance(dayMs)
    expect(await outcome(confirmAs(chama, id))).toBe('done')
  })

  it('confirms sooner when another Validateur agrees, who reads it and gives the password again', async () => {
    const id = await drawn()
    const chama = await named()
    const visitor = await signedIn(at.site, at.amina)
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
    expect(await outcome(confirmAs(chama, id))).toBe('done')
    expect(await agreeing(at.badr, { validatorId: chama.id })).toBe('payments.nothing_waits')
  })

  it('confirms sooner by a passkey too, which signs this agreement and no other, and holds when verified later', async () => {
    const passkey = await withPasskey(at.site, at.amina)
    const [chama, other] = [await named(), await named({ cin: 'ZZ445566' })]
    const visitor = await signedIn(at.site, at.amina)
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
    expect((await verifyStatements(at.site.app.db)).statements).toBe(0)
    const done = await send(chama.id, digestOf(chama.id), passkey.sign(challengeOf(chama.id)))
    expect(done.text).toContain('Votre accord est enregistré')
    expect(await verifyStatements(at.site.app.db)).toEqual({ statements: 1, breaks: [] })
    expect(askedOf(done).challenge).toBe(challengeOf(other.id).challenge)
    await at.site.database.ownerQuery('alter table presence_assertions disable trigger user')
    await at.site.database.ownerQuery(
      `update presence_assertions set signature = set_byte(signature, 12, get_byte(signature, 12) # 1) where wording is not null`,
    )
    await at.site.database.ownerQuery('alter table presence_assertions enable trigger user')
    const { breaks } = await verifyStatements(at.site.app.db)
    expect(breaks.map(({ what }) => what)).toEqual(['signature'])
  })

  it('is not agreed to by that person, by one who waits too, nor by the delegate', async () => {
    const chama = await named()
    const twin = await aProfile(at.site, at.company, {
      service: 'payment',
      isValidator: true,
      cin: chama.cin,
    })
    expect(await agreeing(chama, { validatorId: chama.id })).toBe('payments.validator_waits')
    expect(await agreeing(twin, { validatorId: chama.id })).toBe('payments.cannot_agree')
    const other = await named()
    expect(await agreeing(other, { validatorId: chama.id })).toBe('payments.validator_waits')
    const asValidator = await aProfile(at.site, at.company, {
      service: 'payment',
      isValidator: true,
      cin: at.delegate.cin,
    })
    expect(await agreeing(asValidator, { validatorId: chama.id })).toBe('payments.cannot_agree')
    expect(await agreeing(at.maker, { validatorId: chama.id })).toBe('payments.not_a_validator')
  })

  it('may refuse meanwhile, and reads on the order from when they confirm', async () => {
    const id = await drawn()
    const visitor = await signedIn(at.site, await named())
    const page = await visitor.get(own.order({ id }))
    expect(page.text).toContain('vous pourrez confirmer à partir du 25 novembre 2026')
    const done = await visitor.submit(page, { raison: 'Pas attendu' }, own.refuse({ id }))
    expect(done.text).toContain('Pas attendu')
  })

  it('waits again after having been suspended: what they had confirmed counts only then', async () => {
    const id = await drawn()
    await confirmAs(at.amina, id)
    await confirmAs(at.badr, id)
    const step = { id: at.amina.id, service: 'payment' as const, reason: 'Absence' }
    const by = asDelegate(at.delegate, at.company)
    await changeUserState(at.site.app, by, { ...step, version: 1, step: 'suspend' })
    await changeUserState(at.site.app, by, { ...step, version: 2, step: 'reactivate' })
    const users = await at.site.app.db.transaction(
      { as: 'employer', employerId: at.company.id },
      (tx) => listPaymentUsers(tx, at.company.id),
    )
    const amina = users.find(({ profileId }) => profileId === at.amina.id)
    expect(amina?.confirmsFrom).toEqual(new Date(at.site.clock.now().getTime() + dayMs))
  })
})
