import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  aDelegate,
  anEmployer,
  aProfile,
  signedIn,
  type TestEmployer,
} from '../../../test/support/factories.ts'
import { aPayingCompany } from '../../../test/support/paying.ts'
import { aPng } from '../../../test/support/scans.ts'
import { openSite, type TestSite } from '../../../test/support/site.ts'
import type { Visitor } from '../../../test/support/visitor.ts'
import { activateDebitMandate } from '../../employers/activate-debit-mandate.ts'
import { findLetterByReference } from '../../letters/store/letters.ts'
import { paths } from '../../web/paths.ts'
import { wordsIn } from '../../web/words/index.ts'

let site: TestSite
let employer: TestEmployer
let visitor: Visitor
beforeAll(async () => {
  site = await openSite()
})
beforeEach(async () => {
  site.clock.set('2026-11-24T10:00:00Z')
  employer = await anEmployer(site, { confirmationsRequired: 2 })
  visitor = await signedIn(
    site,
    await aDelegate(site, employer, { email: 'delegue@atlas.example' }),
  )
  await site.runJobs()
  site.mails.length = 0
})
afterAll(() => site.close())

const own = paths.administration
const settings = async () =>
  (
    await site.database.ownerQuery(
      'select confirmations_required, self_confirmation from employers where id = $1',
      [employer.id],
    )
  )[0]

describe('the number of confirmations', () => {
  it('A6: is lowered only after saying what it means, by a button that names the company, and told to validateurs', async () => {
    const validator = await aProfile(site, employer, { service: 'payment', isValidator: true })
    await aProfile(site, employer, { service: 'payment', isMaker: true })
    const screen = await visitor.get(own.information())
    const warned = await visitor.submit(screen, { confirmations: '1' }, own.confirmations())
    expect(await settings()).toMatchObject({ confirmations_required: 2 })
    expect(warned.text).toContain('Les ordres déjà établis gardent leurs 2 confirmations')
    expect(warned.text).toContain(`Passer ${employer.name} (${employer.number}) à 1 confirmation`)
    const decided = await visitor.submit(warned, {}, own.confirmations())
    expect(decided.text).toContain('Ce que vous avez décidé compte le 25 novembre 2026')
    expect(await settings()).toEqual({ confirmations_required: 2, self_confirmation: false })
    await site.runJobs()
    expect(site.mails.map(({ to }) => to)).toEqual([validator.email])
    site.clock.advance(24 * 3_600_000)
    await site.runJobs()
    expect(await settings()).toEqual({ confirmations_required: 1, self_confirmation: false })
  })

  it('decision 19: confirming one’s own order goes with 1 confirmation only', async () => {
    const screen = await visitor.get(own.information())
    const wrong = await visitor.submit(
      screen,
      { confirmations: '2', selfConfirmation: 'on' },
      own.confirmations(),
    )
    expect(wrong.mistakes).toEqual([wordsIn('fr').administration.confirmations.selfWithTwo])
    const update = site.database.ownerQuery(
      'update employers set self_confirmation = true where id = $1',
      [employer.id],
    )
    await expect(update).rejects.toThrow(/check/)
  })

  it('is told nothing when nothing changed, and refused when somebody changed it meanwhile', async () => {
    const screen = await visitor.get(own.information())
    const same = await visitor.submit(screen, { confirmations: '2' }, own.confirmations())
    expect(same.text).toContain('rien n’a changé')
    await site.database.ownerQuery('update employers set version = version + 1 where id = $1', [
      employer.id,
    ])
    const late = await visitor.submit(screen, { confirmations: '1' }, own.confirmations())
    expect(late.status).toBe(409)
  })
})

describe('a bank account', () => {
  const rib = '007780000123456789012396'

  it('is refused with the reason when its number is wrong', async () => {
    const { accounts } = wordsIn('fr').administration
    const screen = await visitor.get(own.accounts())
    const mistakesOf = async (typed: string) =>
      (await visitor.submit(screen, { rib: typed }, own.accounts())).mistakes
    expect(await mistakesOf('007780000123456789012345')).toEqual([accounts.ribKey])
    expect(await mistakesOf('00778000012345678901239')).toEqual([accounts.ribLength])
    expect(await mistakesOf('OO7780000123456789012396')).toEqual([accounts.ribCharacters])
  })

  it('E6: is never the account where the fund collects', async () => {
    const screen = await visitor.get(own.accounts())
    const collecting = site.app.config.creditorRib ?? ''
    expect(collecting).not.toBe('')
    const refused = await visitor.submit(screen, { rib: collecting }, own.accounts())
    expect(refused.text).toContain('celui du compte où la caisse reçoit les contributions')
  })

  it('A3: comes with a mandate to sign, is shown masked, and waits three days after validation', async () => {
    const screen = await visitor.get(own.accounts())
    const done = await visitor.submit(
      screen,
      { rib: '007 780 0001234567890123 96' },
      own.accounts(),
    )
    const reference = /MP-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(done.text)?.[0] ?? ''
    expect(done.text).toContain('Attijariwafa bank')
    expect(done.text).toContain('007 780 •••• 0123 96')
    expect(done.body).not.toContain(rib)
    expect(done.text).toContain('Mandat à signer')
    const link = done.document.querySelector('#comptes a[download]')?.getAttribute('href') ?? ''
    const pdf = await visitor.raw(link)
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    expect(pdf.body.slice(0, 5)).toBe('%PDF-')
    await site.app.db.transaction({ as: 'agency' }, async (tx) => {
      const letter = await findLetterByReference(tx, reference)
      if (!letter) throw new Error('no letter')
      await activateDebitMandate(tx, site.app, letter)
      await activateDebitMandate(tx, site.app, letter)
    })
    const waiting = await visitor.get(own.information())
    expect(waiting.text).toContain('Délai de sécurité')
    expect(waiting.text).toContain('27 novembre 2026')
    await site.runJobs()
    expect(site.mails.filter(({ subject }) => subject.includes('validé'))).toHaveLength(1)
    expect(site.mails.some(({ text }) => text.includes(rib))).toBe(false)
  })

  it('is kept once, and its number is in no trail', async () => {
    const screen = await visitor.get(own.accounts())
    await visitor.submit(screen, { rib }, own.accounts())
    const again = await visitor.submit(screen, { rib }, own.accounts())
    expect(again.status).toBe(409)
    expect(again.text).toContain('déjà enregistré')
    const events = await site.database.ownerQuery(
      'select details::text from audit_events where employer_id = $1',
      [employer.id],
    )
    expect(JSON.stringify(events)).not.toContain(rib)
  })

  it('asks for another mandate when the first was withdrawn', async () => {
    await visitor.submit(await visitor.get(own.accounts()), { rib }, own.accounts())
    await site.database.ownerQuery(`update letters set state = 'refused' where employer_id = $1`, [
      employer.id,
    ])
    const screen = await visitor.get(own.information())
    const [account] = await site.database.ownerQuery<{ id: string }>(
      'select id from bank_accounts where employer_id = $1',
      [employer.id],
    )
    const done = await visitor.submit(screen, {}, own.accountMandate({ id: account?.id ?? '' }))
    expect(done.text).toContain('est prêt')
    expect(done.text).toContain('Mandat à signer')
    const twice = await visitor.submit(screen, {}, own.accountMandate({ id: account?.id ?? '' }))
    expect(twice.status).toBe(409)
    expect(twice.text).toContain(wordsIn('fr').refusals['web.changed_meanwhile'])
  })

  it('whose mandate the delegate withdrew says so, and the journal says who did', async () => {
    const done = await visitor.submit(await visitor.get(own.accounts()), { rib }, own.accounts())
    const reference = /MP-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(done.text)?.[0] ?? ''
    const start = await visitor.get(paths.follow.start())
    const file = await visitor.submit(start, { reference, email: 'delegue@atlas.example' })
    const sent = await visitor.submit(
      file,
      { proof: new File([new Uint8Array(aPng())], 'mandat.png', { type: 'image/png' }) },
      paths.follow.proof(),
    )
    await visitor.submit(sent, {}, paths.follow.withdraw())
    const screen = await visitor.get(own.information())
    expect(screen.text).toContain('Mandat retiré')
    expect(screen.text).not.toContain('Mandat refusé')
    const trail = await visitor.get(own.trail())
    expect(trail.text).not.toContain('Visiteur')
    expect(trail.text).toContain('A remis la lettre signée')
    expect(trail.text).toContain('A retiré la lettre')
  })

  it('asks for a mandate of its kind when the company has chosen systematic debit since', async () => {
    await visitor.submit(await visitor.get(own.accounts()), { rib }, own.accounts())
    await site.database.ownerQuery(
      `update debit_mandates set state = 'active', usable_from = '2026-01-01' where employer_id = $1`,
      [employer.id],
    )
    const [account] = await site.database.ownerQuery<{ id: string }>(
      'select id from bank_accounts where employer_id = $1',
      [employer.id],
    )
    const address = own.accountMandate({ id: account?.id ?? '' })
    expect((await visitor.raw(own.information())).body).not.toContain(address)
    await site.database.ownerQuery(
      `update employers set payment_option = 'systematic' where id = $1`,
      [employer.id],
    )
    const screen = await visitor.get(own.information())
    await visitor.submit(screen, {}, address)
    const mandates = await site.database.ownerQuery(
      'select kind, state from debit_mandates where employer_id = $1 order by kind',
      [employer.id],
    )
    expect(mandates).toEqual([
      { kind: 'case_by_case', state: 'revoked' },
      { kind: 'systematic', state: 'requested' },
    ])
  })

  it('typed wrongly is removed with its mandate, proposed nowhere, and comes back when it is added again', async () => {
    const added = await visitor.submit(await visitor.get(own.accounts()), { rib }, own.accounts())
    const reference = /MP-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(added.text)?.[0] ?? ''
    const [account] = await site.database.ownerQuery<{ id: string }>(
      'select id from bank_accounts where employer_id = $1',
      [employer.id],
    )
    const address = own.accountRemoval({ id: account?.id ?? '' })
    const accountant = await signedIn(
      site,
      await aProfile(site, employer, { service: 'employer_account' }),
    )
    const removed = await visitor.submit(added, {}, address)
    expect(removed.text).toContain('est retiré, avec son mandat')
    expect(removed.document.querySelectorAll('#comptes tbody tr')).toHaveLength(0)
    expect((await visitor.get(own.trail())).text).toContain('A retiré le compte bancaire')
    expect((await accountant.get(paths.employerAccount.transfers())).text).not.toContain(
      '0001 2345',
    )
    expect((await visitor.submit(added, {}, address)).status).toBe(409)
    const [letter] = await site.database.ownerQuery(
      'select letters.state, debit_mandates.state as mandate from letters join debit_mandates on letter_id = letters.id where letters.reference = $1',
      [reference],
    )
    expect(letter).toEqual({ state: 'withdrawn', mandate: 'revoked' })
    const back = await visitor.submit(
      await visitor.get(own.accounts()),
      { rib, holder: 'Atlas Textile SARL' },
      own.accounts(),
    )
    const rows = back.document.querySelectorAll('#comptes tbody tr')
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringContaining('Atlas Textile SARL'),
    ])
  })

  it('is not removed while its mandate is in force, nor is another company’s', async () => {
    const paying = await aPayingCompany(site)
    const delegate = await signedIn(site, await aDelegate(site, paying.company))
    const address = own.accountRemoval({ id: paying.account })
    const become = (state: string) =>
      site.database.ownerQuery(`update debit_mandates set state = $1 where bank_account_id = $2`, [
        state,
        paying.account,
      ])
    await become('revoked')
    const screen = await delegate.get(own.information())
    const theirs = await visitor.get(own.accounts())
    const token = theirs.document.querySelector('input[name=csrf]')?.getAttribute('value') ?? ''
    expect((await visitor.post(address, { csrf: token })).status).toBe(404)
    await become('active')
    const inForce = await delegate.submit(screen, {}, address)
    expect([inForce.status, inForce.text]).toEqual([
      409,
      expect.stringContaining('son mandat est en vigueur'),
    ])
    await become('revoked')
    const done = await delegate.submit(screen, {}, address)
    expect(done.text).toContain('est retiré, avec son mandat')
  })

  it('AT44: another company’s mandate cannot be printed', async () => {
    await visitor.submit(await visitor.get(own.accounts()), { rib }, own.accounts())
    const [account] = await site.database.ownerQuery<{ id: string }>(
      'select id from bank_accounts where employer_id = $1',
      [employer.id],
    )
    const stranger = await signedIn(site, await aDelegate(site, await anEmployer(site)))
    expect((await stranger.raw(own.accountLetter({ id: account?.id ?? '' }))).status).toBe(404)
  })
})
