import { describe, expect, it } from 'vitest'
import { goodPassword, signedIn, type TestPerson } from '../../test/support/factories.ts'
import { aDrawnOrder, paymentActor } from '../../test/support/paying.ts'
import { aPayingCompanyEachTime } from '../../test/support/paying-setting.ts'
import { paths } from '../web/paths.ts'
import { cancelOrder } from './cancel-order.ts'

const setting = aPayingCompanyEachTime()
const { drawn, orderOf, confirmAs } = setting

const as = paymentActor

describe('the pages of E@syPaiement', () => {
  it('US21: the validator reads payee, account, amount, dues, day and maker, then confirms with the password', async () => {
    const id = await drawn()
    const visitor = await signedIn(setting.site, setting.amina)
    const list = await visitor.get(paths.payments.orders())
    expect(list.text).toContain('À confirmer par vous')
    const page = await visitor.get(paths.payments.order({ id }))
    for (const shown of [
      '14 490,11',
      '007 780 •••• 0123 96',
      '1er décembre 2026',
      'Omar',
      setting.company.name,
    ]) {
      expect(page.text).toContain(shown)
    }
    const wrong = await visitor.submit(
      page,
      { motDePasse: 'pas le bon mot de passe' },
      paths.payments.confirm({ id }),
    )
    expect(wrong.status).toBe(422)
    const missing = await visitor.submit(wrong, { motDePasse: '' }, paths.payments.confirm({ id }))
    expect(missing.status).toBe(422)
    const done = await visitor.submit(
      missing,
      { motDePasse: goodPassword },
      paths.payments.confirm({ id }),
    )
    expect(done.text).toContain('Votre confirmation est enregistrée.')
    expect(done.text).toContain('Vous avez confirmé. L’ordre attend une autre personne.')
  })

  it('keeps in the history the names of the day: a login renamed since rewrites nothing', async () => {
    const id = await drawn()
    await confirmAs(setting.amina, id)
    const visitor = await signedIn(setting.site, setting.badr)
    const address = paths.payments.order({ id })
    const historyOf = async () =>
      (await visitor.get(address)).text.split('Historique').at(-1)?.split('Démonstration')[0] ?? ''
    const before = await historyOf()
    expect(before).toContain('A confirmé')
    await setting.site.database.ownerQuery(
      "update profiles set first_name = 'Nom', last_name = 'Changé' where id = any($1)",
      [[setting.amina.id, setting.maker.id]],
    )
    expect(await historyOf()).toBe(before)
  })

  it('lists every order: what is under way, then what ended in pages of fifty', async () => {
    const first = await drawn()
    await cancelOrder(setting.site.app, as(setting.maker), {
      orderId: first,
      version: 1,
      reason: 'Doublon',
    })
    const { reference } = await orderOf(first)
    for (let one = 0; one < 50; one += 1) {
      setting.site.clock.advance(1_000)
      const id = await drawn()
      await cancelOrder(setting.site.app, as(setting.maker), {
        orderId: id,
        version: 1,
        reason: 'Doublon',
      })
    }
    const visitor = await signedIn(setting.site, setting.maker)
    const newest = await visitor.get(paths.payments.orders())
    expect(newest.text).toContain('Page 1 sur 2')
    expect(newest.text).not.toContain(reference)
    const oldest = await visitor.get(`${paths.payments.orders()}?page=2`)
    expect(oldest.text).toContain(reference)
  })

  it('E3: saved unchanged says so; changed and confirmed again, it warns of nothing any more', async () => {
    const id = await aDrawnOrder(setting.site, setting.paying, 500_000n)
    await confirmAs(setting.paying.amina, id)
    const maker = await signedIn(setting.site, setting.paying.maker)
    const address = paths.payments.edit({ id })
    const same = await maker.submit(await maker.get(address), {}, address)
    expect(same.text).toContain('Vous n’avez rien changé')
    expect(same.text).not.toContain('L’ordre est modifié')
    const typed = { jour: '02/12/2026' }
    const changed = await maker.submit(await maker.get(address), typed, address)
    const voided = 'Les confirmations données avant ce changement ne comptent plus'
    expect(changed.text).toContain(voided)
    await confirmAs(setting.paying.amina, id)
    await confirmAs(setting.paying.badr, id)
    const page = await maker.get(paths.payments.order({ id }))
    expect(page.text).toContain('Ce qui a changé depuis la version précédente')
    expect(page.text).not.toContain(voided)
  })

  it('shows beside what was typed what a colleague stored of the order meanwhile', async () => {
    const maker = await signedIn(setting.site, setting.paying.maker)
    const id = await aDrawnOrder(setting.site, setting.paying)
    const address = paths.payments.edit({ id })
    const stale = await maker.get(address)
    await maker.submit(await maker.get(address), { jour: '02/12/2026' }, address)
    const page = await maker.submit(stale, { jour: '03/12/2026' }, address)
    expect(page.status).toBe(409)
    const saved = page.document
      .querySelectorAll('.mistake')
      .map((one) => one.textContent.replace(/\s+/g, ' ').trim())
    expect(saved).toEqual(['Enregistré actuellement : 02/12/2026'])
  })

  it('E6: takes an order for a day on which the mandate serves, and says from when it does', async () => {
    await setting.site.database.ownerQuery(
      `update debit_mandates set usable_from = '2026-11-29' where bank_account_id = $1`,
      [setting.paying.account],
    )
    const visitor = await signedIn(setting.site, setting.paying.maker)
    const page = await visitor.get(paths.payments.drawUp())
    expect(page.text).toContain('pour un prélèvement à partir du 29 novembre 2026')
    const day = page.document.querySelector('input[name=jour]')?.getAttribute('value')
    expect(day).toBe('30/11/2026')
    const early = await visitor.submit(page, { jour: '27/11/2026' }, paths.payments.drawUp())
    expect([early.status, early.mistakes]).toEqual([
      409,
      [expect.stringContaining('prélevé à partir du 29/11/2026')],
    ])
    const done = await visitor.submit(early, { jour: '30/11/2026' }, paths.payments.drawUp())
    expect(done.text).toContain('30 novembre 2026')
    expect(done.text).not.toContain('délai de sécurité')
  })

  it('E6: names the account that cannot be debited, why, and who mends it', async () => {
    const visitor = await signedIn(setting.site, setting.maker)
    await setting.site.database.ownerQuery(
      `update debit_mandates set state = 'revoked', ended_at = now() where bank_account_id = $1`,
      [setting.account],
    )
    const frozen = await visitor.get(paths.payments.drawUp())
    expect(frozen.text).toContain('007 780 •••• 0123 96')
    expect(frozen.text).toContain('il est gelé depuis un rejet de la banque')
    expect(frozen.text).toContain('fait signer un mandat pour ce compte')
    expect(frozen.document.querySelector('main form')).toBeNull()
    await setting.site.database.ownerQuery(
      `update bank_accounts set state = 'closed' where id = $1`,
      [setting.account],
    )
    const none = await visitor.get(paths.payments.drawUp())
    expect(none.text).not.toContain('0123 96')
    expect(none.text).toContain('ajoute un compte')
  })

  it('leads an Ordonnateur from an order that has ended to another one, and nobody else', async () => {
    const id = await drawn()
    const command = { orderId: id, version: 1, reason: 'Doublon' }
    await cancelOrder(setting.site.app, as(setting.maker), command)
    const linksOf = async (person: TestPerson) => {
      const page = await (await signedIn(setting.site, person)).get(paths.payments.order({ id }))
      return page.document.querySelectorAll(`.band a[href="${paths.payments.drawUp()}"]`)
    }
    expect(await linksOf(setting.maker)).toHaveLength(1)
    expect(await linksOf(setting.amina)).toHaveLength(0)
  })

  it('US22: a refusal asks a reason, and the maker is told', async () => {
    const id = await drawn()
    const visitor = await signedIn(setting.site, setting.badr)
    const page = await visitor.get(paths.payments.order({ id }))
    const missing = await visitor.submit(page, { raison: '' }, paths.payments.refuse({ id }))
    expect(missing.status).toBe(422)
    const done = await visitor.submit(
      missing,
      { raison: 'Montant à revoir' },
      paths.payments.refuse({ id }),
    )
    expect(done.text).toContain('Montant à revoir')
    setting.site.mails.length = 0
    await setting.site.runJobs()
    expect(JSON.stringify(setting.site.mails)).toContain(setting.maker.email)
  })

  it('E1: the maker chooses dues, account and day; what is wrong is said at its place, and kept', async () => {
    const visitor = await signedIn(setting.site, setting.maker)
    const form = await visitor.get(paths.payments.drawUp())
    expect(form.text).toContain('Catégorie 01, 3e trimestre 2026')
    const name = '01-2026T3-contributions'
    const typed = {
      [`payer-${name}`]: 'on',
      [`montant-${name}`]: 'mille',
      compte: setting.account,
      jour: '28/11/2026',
    }
    const wrong = await visitor.submit(form, typed, paths.payments.drawUp())
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Saisissez un montant en dirhams')
    expect(wrong.text).toContain('n’est pas un jour ouvré')
    expect(wrong.text).toContain('Choisissez par exemple le 30/11/2026')
    expect(wrong.body).toContain('mille')
    const much = { ...typed, [`montant-${name}`]: '15 000', jour: '01/12/2020' }
    const both = await visitor.submit(wrong, much, paths.payments.drawUp())
    expect(both.mistakes).toHaveLength(2)
    expect(both.text).toContain('Ce montant dépasse ce qui reste à payer')
    expect(both.text).toContain('Choisissez un jour à partir d’aujourd’hui')
    const right = { ...typed, [`montant-${name}`]: '1 000,50', jour: '01/12/2026' }
    const done = await visitor.submit(wrong, right, paths.payments.drawUp())
    expect(done.text).toContain('L’ordre est établi.')
    expect(done.text).toContain('1 000,50')
  })
})
