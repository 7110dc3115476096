import { describe, expect, it } from 'vitest'
import { declared, folded } from '../../../test/support/accounts.ts'
import { aProfile, signedIn } from '../../../test/support/factories.ts'
import { owed } from '../../../test/support/paying.ts'
import { aPayingCompanyEachTime } from '../../../test/support/paying-setting.ts'
import { tellEvent } from '../../audit/tell-event.ts'
import { shareName } from '../../ledger/transfers/transfer-order.ts'
import { centimes } from '../../money/index.ts'
import { paths } from '../../web/paths.ts'
import { wordsIn } from '../../web/words/index.ts'

const setting = aPayingCompanyEachTime()
const own = paths.payments
const due = shareName({ ...owed, amount: centimes(0n) })
const ticked = { [`payer-${due}`]: 'on', [`montant-${due}`]: '100', jour: '01/12/2026' }

const ofCompany = <Row extends object>(sql: string) =>
  setting.site.database.ownerQuery<Row & Record<string, unknown>>(sql, [setting.company.id])
const orders = () =>
  ofCompany<{ amount: bigint; revision: number }>(
    'select amount_centimes as amount, revision from payment_orders where employer_id = $1 order by reference',
  )

/** An accountant prints a transfer of everything that is due, and gives its reference. */
async function printed(): Promise<string> {
  const accountant = await signedIn(
    setting.site,
    await aProfile(setting.site, setting.company, { service: 'employer_account' }),
  )
  const page = await accountant.get(paths.employerAccount.transfers())
  await accountant.submit(page, {}, paths.employerAccount.transfers())
  const [row] = await ofCompany<{ reference: string }>(
    'select reference from transfer_orders where employer_id = $1 order by drawn_at desc limit 1',
  )
  return row?.reference ?? ''
}

describe('an order that pays what was put into a printed transfer since its form was opened (C6, E1)', () => {
  it('is asked about once, with the reference of that transfer, and drawn up once the person says so', async () => {
    const maker = await signedIn(setting.site, setting.maker)
    const stale = await maker.get(own.drawUp())
    const reference = await printed()
    const asked = await maker.submit(stale, ticked, own.drawUp())
    expect(asked.status).toBe(409)
    expect(asked.mistakes.map(folded)).toEqual([
      `Ce que vous avez coché est déjà dans l’ordre de virement ${reference}, préparé depuis que cette page est ouverte. Décochez-le, ou dites ci-dessous que vous le payez quand même.`,
    ])
    expect(
      asked.document.querySelector(`input[name="montant-${due}"]`)?.getAttribute('value'),
    ).toBe('100')
    const unanswered = await maker.submit(asked, {}, own.drawUp())
    expect([unanswered.status, await orders()]).toEqual([409, []])
    const done = await maker.submit(unanswered, { quandMeme: 'on' }, own.drawUp())
    expect(done.text).toContain('L’ordre est établi')
    expect(await orders()).toEqual([{ amount: 10_000n, revision: 1 }])
    const [event] = await ofCompany<{ action: string; details: Record<string, unknown> }>(
      `select action, details from audit_events where employer_id = $1 and action = 'order.beside_transfer'`,
    )
    const telling = { words: wordsIn('fr'), language: 'fr', fundName: 'Caisse' } as const
    const { action = '', details = {} } = event ?? {}
    expect(tellEvent({ action, details }, telling)).toContain(`mêmes échéances\u00a0: ${reference}`)
  })

  it('is not asked about when the form named that transfer from the beginning', async () => {
    const reference = await printed()
    const maker = await signedIn(setting.site, setting.maker)
    const form = await maker.get(own.drawUp())
    expect(form.text).toContain(reference)
    const done = await maker.submit(form, ticked, own.drawUp())
    expect(done.text).toContain('L’ordre est établi')
  })

  it('is not asked about for another due, nor for a transfer that was withdrawn or has lapsed', async () => {
    const maker = await signedIn(setting.site, setting.maker)
    const early = await maker.get(own.drawUp())
    await printed()
    const later = { quarter: '2026T2', employee: '100', on: '2026-07-12' }
    await declared(setting.site, setting.company, later)
    const form = await maker.get(own.drawUp())
    const other = '01-2026T2-contributions'
    const isOther = { [`payer-${due}`]: '', [`payer-${other}`]: 'on', [`montant-${other}`]: '50' }
    expect((await maker.submit(form, isOther, own.drawUp())).text).toContain('L’ordre est établi')
    await ofCompany(
      `update transfer_orders set withdrawn_at = drawn_at, withdrawn_reason = 'Doublon' where employer_id = $1`,
    )
    expect((await maker.submit(early, ticked, own.drawUp())).text).toContain('L’ordre est établi')
  })

  it('is asked about when it is changed to pay that due too, and not for what it paid before', async () => {
    const later = { quarter: '2026T2', employee: '100', on: '2026-07-12' }
    await declared(setting.site, setting.company, later)
    const id = await setting.drawn(10_000n)
    const maker = await signedIn(setting.site, setting.maker)
    const stale = await maker.get(own.edit({ id }))
    const reference = await printed()
    const less = { [`montant-${due}`]: '90' }
    expect((await maker.submit(stale, less, own.edit({ id }))).text).toContain(
      'L’ordre est modifié',
    )
    const other = '01-2026T2-contributions'
    const more = { [`payer-${other}`]: 'on', [`montant-${other}`]: '50', version: '2' }
    const asked = await maker.submit(stale, { ...less, ...more }, own.edit({ id }))
    expect([asked.status, asked.mistakes[0]]).toEqual([409, expect.stringContaining(reference)])
    const done = await maker.submit(asked, { quandMeme: 'on' }, own.edit({ id }))
    expect(done.text).toContain('L’ordre est modifié')
    expect(await orders()).toEqual([{ amount: 14_000n, revision: 3 }])
  })
})
