import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { declared, folded, paid } from '../../test/support/accounts.ts'
import { anEmployer, aProfile, signedIn, type TestEmployer } from '../../test/support/factories.ts'
import { readPdf } from '../../test/support/read-pdf.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import type { Visitor } from '../../test/support/visitor.ts'
import { writtenRib } from '../employers/rib.ts'
import { paths } from '../web/paths.ts'
import type { CompanyKind } from './attestations/attestation.ts'
import { verifyAttestation } from './attestations/verify-attestation.ts'

const own = paths.employerAccount
let site: TestSite
let employer: TestEmployer
let who: Visitor
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())
beforeEach(async () => {
  employer = await anEmployer(site, { name: 'Atlas Textile SA' })
  await site.database.ownerQuery(
    `update employer_categories set active_from = '2026-07-01' where employer_id = $1`,
    [employer.id],
  )
  const profile = await aProfile(site, employer, { service: 'employer_account' })
  who = await signedIn(site, profile, employer)
})

const owes = () =>
  declared(site, employer, {
    quarter: '2026T3',
    employee: '6300.05',
    employer: '8190.06',
    on: '2026-10-12',
  })

async function pdfAt(path: string): Promise<string> {
  const cookie = [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const request = new Request(`http://localhost:3000${path}`, { headers: { cookie } })
  const answer = await site.fetch(request)
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  return folded(readPdf(new Uint8Array(await answer.arrayBuffer())).text)
}

describe('«Relevé de compte» on paper (C2)', () => {
  it('names the paper behind each line, as the page does: receipt, order, transfer', async () => {
    await owes()
    const id = await paid(site, employer, { amount: '100', on: '2026-10-20', kind: 'order' })
    const reference = `VIR-${id.slice(0, 6)}`
    const [page, pdf] = [(await who.get(own.statement())).text, await pdfAt(own.statementPdf())]
    for (const text of [page, pdf])
      for (const paper of [`R-2026T3-${employer.number}-01`, reference])
        expect(text).toContain(paper)
  })
})

describe('«Ordre de virement» (C6)', () => {
  it('is drawn up for everything that is due, and printed with its reference', async () => {
    await owes()
    const page = await who.get(own.transfers())
    const screen = await who.submit(page, {}, own.transfers())
    expect(screen.text).toContain('L’ordre est prêt')
    const reference = /TR-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(screen.text)?.[0] ?? ''
    const href = screen.document.querySelector('a[href$=".pdf"]')?.getAttribute('href') ?? ''
    const text = await pdfAt(href)
    const credited = writtenRib(site.app.config.creditorRib ?? '')
    for (const said of [reference, '14 490,11 DH', 'Atlas Textile SA', credited])
      expect(text).toContain(said)
  })

  it('says on paper what it pays too much, once less is left of its dues, as its page does', async () => {
    await owes()
    const screen = await who.submit(await who.get(own.transfers()), {}, own.transfers())
    const href = screen.document.querySelector('a[href$=".pdf"]')?.getAttribute('href') ?? ''
    expect(await pdfAt(href)).not.toContain('de plus que')
    await paid(site, employer, { amount: '6000', on: '2026-10-20' })
    const text = await pdfAt(href)
    expect(text).toContain('cet ordre paie 6 000,00 DH de plus que ce qui reste à régler')
    expect(text).toContain('ce qui est payé en trop devient un avoir')
  })

  it('is one order, however often its form is sent', async () => {
    await owes()
    const page = await who.get(own.transfers())
    await who.submit(page, {}, own.transfers())
    const screen = await who.submit(page, {}, own.transfers())
    expect(screen.document.querySelectorAll('tbody tr')).toHaveLength(1)
  })

  it('asks what it pays, at the place', async () => {
    await owes()
    const screen = await who.submit(
      await who.get(own.transfers()),
      { echeances: [] },
      own.transfers(),
    )
    expect(screen.status).toBe(422)
    expect(screen.mistakes).toEqual(['Cochez au moins une échéance à régler.'])
  })

  it('is refused for what was paid meanwhile', async () => {
    await owes()
    const page = await who.get(own.transfers())
    await paid(site, employer, { amount: '14490.11', on: '2026-10-20' })
    const screen = await who.submit(page, {}, own.transfers())
    expect(screen.status).toBe(409)
    expect(screen.text).toContain('Rien à régler')
  })

  it('AT46: debits no account of another company, and AT49: prints no order of it', async () => {
    await owes()
    const other = await anEmployer(site)
    const [account] = await site.database.ownerQuery<{ id: string }>(
      `insert into bank_accounts (employer_id, rib, bank_name, holder, added_at)
        values ($1, '007780000123456789012396', 'A', 'A', now()) returning id`,
      [other.id],
    )
    const page = await who.get(own.transfers())
    const screen = await who.submit(page, { compte: account?.id ?? '' }, own.transfers())
    expect(screen.status).toBe(409)
    await who.submit(page, {}, own.transfers())
    const [order] = await site.database.ownerQuery<{ id: string }>(
      'select id from transfer_orders where employer_id = $1',
      [employer.id],
    )
    const stranger = await signedIn(
      site,
      await aProfile(site, other, { service: 'employer_account' }),
      other,
    )
    expect((await stranger.get(own.transferPdf({ id: order?.id ?? '' }))).status).toBe(404)
  })
})

describe('attestations (C6)', () => {
  const ask = async (kind: CompanyKind) => {
    const page = await who.get(own.attestations())
    const forms = page.document.querySelectorAll('form[method=post]')
    const form = forms.find((one) => one.querySelector(`[name=sorte][value=${kind}]`))
    if (!form) return undefined
    const fields = form
      .querySelectorAll('input')
      .map((one): [string, string] => [
        one.getAttribute('name') ?? '',
        one.getAttribute('value') ?? '',
      ])
    await who.post(own.attestations(), Object.fromEntries(fields))
    return who.get(own.attestations())
  }
  const codeIn = (text: string) => /AT(-[0-9A-Z]{4}){3}/.exec(text)?.[0] ?? ''

  it('«régularité» is given when nothing is late, and anybody checks it by its code', async () => {
    await owes()
    await paid(site, employer, { amount: '14490.11', on: '2026-10-20' })
    const screen = await ask('regularity')
    const code = codeIn(screen?.text ?? '')
    const anybody = site.visitor()
    const found = await anybody.get(`${paths.verification.start()}?code=${code.toLowerCase()}`)
    expect(found.status).toBe(200)
    expect(found.text).toContain('Ce document est authentique')
    expect(found.text).toContain('Atlas Textile SA')
    expect((await anybody.get(paths.verification.code({ code }))).text).toContain(
      '24 novembre 2026',
    )
    const href = screen?.document.querySelector('a[href$=".pdf"]')?.getAttribute('href') ?? ''
    const text = await pdfAt(href)
    expect(text).toContain(code)
    expect(text).toContain('aucune déclaration ni aucun règlement')
  })

  it('«régularité» is offered neither for a late payment nor for a late declaration', async () => {
    expect((await who.get(own.attestations())).text).toContain('Elle ne peut pas être établie')
    await owes()
    expect((await who.get(own.attestations())).text).toContain('Elle ne peut pas être établie')
    expect(await ask('regularity')).toBeUndefined()
    // In a file for the bank, which may still reject it.
    await paid(site, employer, {
      amount: '14490.11',
      on: '2026-11-23',
      kind: 'order',
      into: 'bank_in_transit',
    })
    expect(await ask('regularity')).toBeUndefined()
  })

  it('«régularité» is refused when something fell late while the page was open', async () => {
    await owes()
    await paid(site, employer, { amount: '14490.11', on: '2026-10-20' })
    const page = await who.get(own.attestations())
    await declared(site, employer, {
      quarter: '2026T3',
      employee: '9000',
      on: '2026-11-20',
      version: 2,
    })
    const csrf = page.document.querySelector('input[name=csrf]')?.getAttribute('value') ?? ''
    const fields = { csrf, entreprise: employer.id, sorte: 'regularity' }
    const screen = await who.post(own.attestations(), fields)
    expect(screen.status).toBe(409)
    expect(screen.text).toContain('ne peut pas être établie')
  })

  it('both are given when one page asks for one, then for the other', async () => {
    await owes()
    await paid(site, employer, { amount: '14490.11', on: '2026-10-20' })
    const page = await who.get(own.attestations())
    for (const form of page.document.querySelectorAll('main form')) {
      const fields = Object.fromEntries(
        form
          .querySelectorAll('input')
          .map((one) => [one.getAttribute('name') ?? '', one.getAttribute('value') ?? '']),
      )
      expect((await who.post(own.attestations(), fields)).status).toBeLessThan(400)
    }
    const kinds = await site.database.ownerQuery(
      'select kind from attestations where employer_id = $1 order by kind',
      [employer.id],
    )
    expect(kinds).toEqual([{ kind: 'affiliation' }, { kind: 'regularity' }])
  })

  it('«affiliation» says since when, and how many', async () => {
    const screen = await ask('affiliation')
    const href = screen?.document.querySelector('a[href$=".pdf"]')?.getAttribute('href') ?? ''
    expect(await pdfAt(href)).toContain('1er janvier 2010')
    const code = codeIn(screen?.text ?? '')
    const found = await site.visitor().get(`${paths.verification.start()}?code=${code}`)
    const shown = found.document.querySelectorAll('dt').map(({ text }) => text.trim())
    expect(shown).toEqual(
      expect.arrayContaining(['Adhérente depuis le', 'Catégories', 'Nombre d’affiliés']),
    )
    expect(found.text).toContain('1er janvier 2010')
  })

  it('an unknown code tells nothing, whatever is wrong with it', async () => {
    const anybody = site.visitor()
    const tried = ['AT-0000-0000-0000', 'AT-1', '<script>', 'AB-1234-5678']
    for (const code of tried) {
      const screen = await anybody.get(
        `${paths.verification.start()}?code=${encodeURIComponent(code)}`,
      )
      expect(screen.status).toBe(422)
      expect(screen.mistakes.map(folded)).toEqual([
        'Aucune attestation ne porte ce code. Vérifiez chaque caractère : les lettres I, L, O et U n’y figurent jamais.',
      ])
    }
    const empty = await anybody.get(`${paths.verification.start()}?code=`)
    expect(empty.mistakes).toEqual(['Saisissez le code imprimé sur l’attestation.'])
  })

  it('whoever tries many codes must wait', async () => {
    const anybody = site.visitor()
    let last = await anybody.get(`${paths.verification.start()}?code=AT-1`)
    for (let tries = 0; tries < 70 && last.status !== 429; tries += 1)
      last = await anybody.get(`${paths.verification.start()}?code=AT-1`)
    expect(last.status).toBe(429)
  })

  it('one subscriber of IPv6 is one place, whichever of their addresses they use', async () => {
    const address = (host: number) => `2001:db8:1:2::${host.toString(16)}`
    const tries = Array.from({ length: 70 }, (_, host) => host + 1)
    const check = async (host: number) => verifyAttestation(site.app, 'AT-1', address(host))
    await expect(
      (async () => {
        for (const host of tries) await check(host)
      })(),
    ).rejects.toThrow('web.too_many')
  })
})
