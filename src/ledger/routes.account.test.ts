import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAccount, bothDeclared, declared, folded, paid } from '../../test/support/accounts.ts'
import { aProfile } from '../../test/support/factories.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import type { Screen } from '../../test/support/visitor.ts'
import { paths } from '../web/paths.ts'

const own = paths.employerAccount
let site: TestSite
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

const leadOf = (screen: Screen) =>
  screen.document.querySelector('.lead')?.text.replace(/\s+/g, ' ').trim() ?? ''

describe('«Situation» answers «where do we stand?» in one sentence (C1)', () => {
  it('nothing yet', async () => {
    const { who } = await anAccount(site, '2026-10-01')
    const screen = await who.get(own.situation())
    expect(leadOf(screen)).toContain('Rien n’est encore inscrit')
    expect(screen.text).toContain('4e trimestre 2026')
  })

  it('declarations that are late', async () => {
    const { who } = await anAccount(site)
    const screen = await who.get(own.situation())
    expect(leadOf(screen)).toContain('des déclarations sont en retard')
    expect(folded(screen.text)).toContain(
      '3e trimestre 2026, catégorie 01, attendue au plus tard le',
    )
  })

  it('to pay, and by when', async () => {
    site.clock.set('2026-11-10T09:00:00Z')
    const account = await anAccount(site)
    await bothDeclared(site, account)
    const screen = await account.who.get(own.situation())
    expect(folded(leadOf(screen))).toContain('Vous devez 460,00 DH')
    expect(folded(leadOf(screen))).toContain('au plus tard le 14 novembre 2026')
    expect(screen.text).not.toContain('En retard')
    site.clock.set('2026-11-24T10:00:00Z')
  })

  it('only interest left: no day to avoid it', async () => {
    const account = await anAccount(site)
    await declared(site, account.employer, {
      quarter: '2026T3',
      employee: '50000',
      on: '2026-11-20',
    })
    await paid(site, account.employer, { amount: '115000', on: '2026-11-23' })
    const lead = folded(leadOf(await account.who.get(own.situation())))
    expect(lead).toMatch(
      /^Vos contributions sont réglées. Il reste [\d ,]+ DH d’intérêts de retard/,
    )
  })

  it('late, with the interest of today', async () => {
    const account = await anAccount(site)
    await declared(site, account.employer, {
      quarter: '2026T3',
      employee: '50000',
      employer: '50000',
      on: '2026-10-12',
    })
    const screen = await account.who.get(own.situation())
    expect(folded(leadOf(screen))).toBe(
      'Vous devez 100 000,00 DH, en retard. Le délai sans intérêts est passé depuis le 14 novembre 2026.',
    )
    // 100 000 × 12 % × 55 days ÷ 365.
    expect(folded(screen.text)).toContain('1 808,22 DH estimés aujourd’hui')
  })

  it('late in part, and since when for the oldest', async () => {
    const account = await anAccount(site, '2026-04-01')
    for (const [quarter, on] of [
      ['2026T2', '2026-07-12'],
      ['2026T3', '2026-10-12'],
    ] as const)
      await declared(site, account.employer, { quarter, employee: '100', on })
    const oldest = (day: string) =>
      `Le délai sans intérêts est passé depuis le ${day} pour l’échéance la plus ancienne.`
    expect(folded(leadOf(await account.who.get(own.situation())))).toBe(
      `Vous devez 460,00 DH, en retard. ${oldest('14 août 2026')}`,
    )
    site.clock.set('2026-11-10T09:00:00Z')
    const screen = await account.who.get(own.situation())
    site.clock.set('2026-11-24T10:00:00Z')
    expect(folded(leadOf(screen))).toBe(
      'Vous devez 460,00 DH, dont 230,00 DH en retard. Le délai sans intérêts est passé depuis le 14 août 2026.',
    )
  })

  it('up to date, or with an advance', async () => {
    const account = await anAccount(site)
    await bothDeclared(site, account)
    await paid(site, account.employer, { amount: '460', on: '2026-10-20' })
    expect(leadOf(await account.who.get(own.situation()))).toContain('Vous êtes à jour')
    await paid(site, account.employer, { amount: '40', on: '2026-10-21' })
    expect(folded(leadOf(await account.who.get(own.situation())))).toContain('avoir de 40,00 DH')
  })

  it('paid, but for what the bank has not confirmed', async () => {
    const account = await anAccount(site)
    await bothDeclared(site, account)
    await paid(site, account.employer, {
      amount: '460',
      on: '2026-11-20',
      kind: 'order',
      into: 'bank_in_transit',
    })
    const screen = await account.who.get(own.situation())
    expect(leadOf(screen)).toContain('sous réserve des prélèvements')
    expect(screen.text).toContain('En cours d’encaissement')
  })

  it('draws what was declared and paid, with the figures underneath', async () => {
    const account = await anAccount(site)
    await bothDeclared(site, account)
    const screen = await account.who.get(own.situation())
    expect(screen.document.querySelectorAll('.chart svg .chart-paid')).toHaveLength(1)
    expect(folded(screen.document.querySelector('.chart .details')?.text ?? '')).toContain(
      '460,00 DH',
    )
    expect(screen.body).not.toMatch(/style="/)
  })
})

describe('an échéance (C3, C5)', () => {
  it('shows interest with its arithmetic', async () => {
    const account = await anAccount(site)
    const due = { quarter: '2026T2', employee: '50000', employer: '50000', on: '2026-07-12' }
    await declared(site, account.employer, due)
    await paid(site, account.employer, { amount: '60000', on: '2026-08-29' })
    await paid(site, account.employer, { amount: '40000', on: '2026-10-08' })
    const screen = await account.who.get(own.due({ category: '01', quarter: '2026T2' }))
    expect(folded(screen.text)).toContain('60 000,00 × 12 % × 60 ÷ 365 = 1 183,56')
    expect(folded(screen.text)).toContain('40 000,00 × 12 % × 100 ÷ 365 = 1 315,07')
    expect(folded(screen.text)).toContain('2 498,63 DH d’intérêts de retard')
  })

  it('gives the employer’s part as the receipt does, and what is in it', async () => {
    const account = await anAccount(site)
    await bothDeclared(site, account)
    const screen = await account.who.get(own.due({ category: '01', quarter: '2026T3' }))
    expect(folded(screen.document.querySelector('dl')?.text ?? '').replace(/ ?DH/g, '')).toContain(
      'Part patronale130,00Dont 100,00 comme la part salariale, qui donnent des points, et 30,00 de majoration de 30 %',
    )
  })

  it('says the same sum as the situation when a correction raises what had its interest booked', async () => {
    const account = await anAccount(site)
    const due = { quarter: '2026T2', category: '01', on: '2026-07-12' }
    const declarationId = await declared(site, account.employer, { ...due, employee: '50000' })
    await paid(site, account.employer, { amount: '115000', on: '2026-10-08' })
    await declared(site, account.employer, {
      ...due,
      declarationId,
      version: 2,
      on: '2026-11-20',
      employee: '51000',
    })
    // 115 000 × 12 % × 100 ÷ 365 are booked, and 2 300 × 12 % × 147 ÷ 365 would come on top.
    const situation = folded((await account.who.get(own.situation())).text)
    expect(situation).toContain('3 780,82 DH111,16 DH estimés aujourd’hui 6 080,82 DH')
    const lead = folded(leadOf(await account.who.get(own.due(due))))
    expect(lead).toMatch(/^Il reste 6 080,82 DH à régler\./)
    expect(lead).toMatch(/Ce montant comprend 3 780,82 DH d’intérêts de retard déjà inscrits\.$/)
  })

  it('is not found when it is not the company’s, not declared, or no quarter', async () => {
    const account = await anAccount(site)
    for (const [category, quarter] of [
      ['01', '2026T3'],
      ['01', '2026T9'],
      ['zz', '2026T3'],
    ] as const) {
      expect((await account.who.get(own.due({ category, quarter }))).status).toBe(404)
    }
  })
})

describe('who opens «Compte Adhérent»', () => {
  it('its users land on their situation after signing in', async () => {
    const { employer } = await anAccount(site)
    const profile = await aProfile(site, employer, { service: 'employer_account' })
    const visitor = site.visitor()
    const door = paths.signIn.service({ service: 'compte-adherent' })
    const typed = { login: profile.login, password: profile.password }
    const screen = await visitor.submit(await visitor.get(door), typed, door)
    expect(screen.url).toBe(own.situation())
  })
})
