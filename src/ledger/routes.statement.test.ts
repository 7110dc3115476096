import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  anAccount,
  bothDeclared,
  folded,
  type OpenAccount,
  paid,
} from '../../test/support/accounts.ts'
import { readPdf } from '../../test/support/read-pdf.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import type { Screen } from '../../test/support/visitor.ts'
import { localDate } from '../calendar/index.ts'
import { paths } from '../web/paths.ts'
import { postSettlement, postTakenBack } from './post-payment.ts'

const own = paths.employerAccount
let site: TestSite
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

describe('the statement (C2)', () => {
  let account: OpenAccount
  beforeAll(async () => {
    account = await anAccount(site)
    await bothDeclared(site, account)
    for (let day = 1; day <= 120; day += 1) {
      const on = localDate(`2026-10-${String((day % 28) + 1).padStart(2, '0')}`)
      await paid(site, account.employer, { amount: '1', on, id: `t${day}` })
    }
  })
  const labels = (screen: Screen) =>
    screen.document.querySelectorAll('tbody th a').map((one) => one.text)
  const numbers = (screen: Screen) =>
    screen.document
      .querySelectorAll('tbody th a')
      .map((one) => Number(one.getAttribute('href')?.split('/').at(-1)))

  it('begins with the newest, and is paged by key in both directions', async () => {
    const first = await account.who.get(own.statement())
    expect(numbers(first)).toEqual(Array.from({ length: 50 }, (_, index) => 122 - index))
    expect(folded(first.text)).toContain('340,00')
    const older = first.document.querySelector('a[rel=next]')?.getAttribute('href') ?? ''
    const second = await account.who.get(older)
    expect(numbers(second).at(0)).toBe(72)
    const newer = second.document.querySelector('a[rel=prev]')?.getAttribute('href') ?? ''
    expect(numbers(await account.who.get(newer))).toEqual(numbers(first))
    const third = await account.who.get(
      second.document.querySelector('a[rel=next]')?.getAttribute('href') ?? '',
    )
    expect(numbers(third)).toHaveLength(22)
    expect(third.document.querySelector('a[rel=next]')).toBeNull()
  })

  it('is narrowed by category, kind and dates', async () => {
    const get = async (query: string) =>
      labels(await account.who.get(`${own.statement()}?${query}`))
    expect(await get('sorte=declarations')).toHaveLength(2)
    expect(await get('sorte=declarations&categorie=02')).toEqual([
      'Déclaration du 3e trimestre 2026, catégorie 02',
    ])
    expect(await get('du=12/10/2026&au=12/10/2026&sorte=declarations')).toHaveLength(2)
    expect(await get('du=13/10/2026&sorte=declarations')).toEqual([])
  })

  it('says what a date should look like, and keeps what was typed', async () => {
    const screen = await account.who.get(`${own.statement()}?du=hier`)
    expect(screen.text).toContain('Saisissez une date comme 31/12/2026.')
    expect(screen.document.querySelector('input[name=du]')?.getAttribute('value')).toBe('hier')
  })

  it.each([
    'avant=-1',
    'avant=1%27',
    'apres=9e9',
    'avant=99999999999999999999',
    'sorte=payments%27',
    'categorie=0',
  ])('AT48: shows nothing foreign for a tampered %s', async (query) => {
    const screen = await account.who.get(`${own.statement()}?${query}`)
    expect(screen.status).toBe(200)
    expect(numbers(screen).at(0)).toBe(122)
  })

  it('opens each line on its why (C3)', async () => {
    const screen = await account.who.get(own.entry({ number: '1' }))
    expect(screen.text).toContain(`R-2026T3-${account.employer.number}-01`)
    expect(folded(screen.text)).toContain('Majoration de 30 %, 3e trimestre 2026, catégorie 01')
    expect((await account.who.get(own.entry({ number: '123' }))).status).toBe(404)
    expect((await account.who.get(own.entry({ number: 'x' }))).status).toBe(404)
  })
})

function requestOf({ who }: OpenAccount, path: string): Request {
  const cookie = [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  return new Request(`http://localhost:3000${path}`, { headers: { cookie } })
}

describe('the numbers of a statement (C2)', () => {
  it('count the lines that are shown, also where the bank confirmed debits in between', async () => {
    const account = await anAccount(site)
    await bothDeclared(site, account)
    const { employer } = account
    const debit = (amount: string, on: string) =>
      paid(site, employer, { amount, on, kind: 'order', into: 'bank_in_transit' })
    for (const on of ['2026-10-20', '2026-10-21']) {
      const id = await debit('10', on)
      await site.app.db.transaction({ as: 'system' }, (tx) =>
        postSettlement(tx, {
          employerId: employer.id,
          cause: { kind: 'order', id },
          reference: 'CAMT-1',
          occurredOn: localDate('2026-10-22'),
          recordedAt: site.clock.now(),
        }),
      )
    }
    await paid(site, employer, { amount: '5', on: '2026-11-05' })
    const numbersIn = async (query: string) =>
      (await account.who.get(`${own.statementCsv()}?${query}`)).body
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(';')[0])
        .filter((number) => number !== '')
    const all = await numbersIn('')
    expect(all).toEqual(all.map((_, index) => String(index + 1)))
    expect(await numbersIn('du=01/11/2026')).toEqual([all.at(-1)])
    const page = await account.who.get(own.statement())
    const href = page.document.querySelector('tbody a')?.getAttribute('href') ?? ''
    expect((await account.who.get(href)).text).toContain(`Écriture n° ${all.at(-1)}`)
  })
})

describe('a statement that leaves entries out (C2)', () => {
  let account: OpenAccount
  const period = 'du=01/11/2026&au=10/11/2026'
  beforeAll(async () => {
    account = await anAccount(site)
    await bothDeclared(site, account)
    const pay = (amount: string, on: string) =>
      paid(site, account.employer, { amount, on: localDate(on), id: `p${on}` })
    await pay('10', '2026-10-20')
    await pay('5', '2026-11-05')
    await pay('3', '2026-11-20')
    // Written last, and yet before the others: a transfer that was found late.
    await pay('2', '2026-11-02')
    await pay('1', '2026-10-25')
  })
  const open = (query: string) => account.who.get(`${own.statement()}?${query}`)
  const balances = (screen: Screen) =>
    screen.document
      .querySelectorAll('tbody tr')
      .map((row) => folded(row.querySelectorAll('td').at(-1)?.text ?? '').trim())
  const files = async (query: string) => {
    const csv = (await account.who.get(`${own.statementCsv()}?${query}`)).body
    const answer = await site.fetch(requestOf(account, `${own.statementXlsx()}?${query}`))
    const { sheets } = await readXlsx(new Uint8Array(await answer.arrayBuffer()))
    const pdf = await site.fetch(requestOf(account, `${own.statementPdf()}?${query}`))
    return {
      csv: csv.replace('\ufeff', '').trim().split('\r\n').slice(1),
      xlsx: (sheets[0]?.rows ?? []).slice(1),
      pdf: folded(readPdf(new Uint8Array(await pdf.arrayBuffer())).text),
    }
  }

  it('says what the account was before and after the period, and balances that follow from it', async () => {
    // Owed: 460 declared, less 10 and 1 before the period; 5 and 2 in it.
    const screen = await open(period)
    const text = folded(screen.text)
    expect(text).toContain('Solde du compte avant le 1er novembre 2026 449,00 DH')
    expect(text).toContain('Crédits des 2 écritures choisies 7,00 DH')
    expect(text).toContain('Solde du compte au 10 novembre 2026 442,00 DH')
    expect(balances(screen)).toEqual(['442,00', '444,00'])
  })

  it('gives no balance of a day that is not over: what the account is now', async () => {
    for (const until of ['24/11/2026', '31/12/2026']) {
      const query = `du=01/11/2026&au=${until}`
      const said = 'Solde du compte, toutes écritures comprises'
      const text = folded((await open(query)).text)
      expect(text).toContain(`${said} 439,00 DH`)
      const { csv, pdf } = await files(query)
      for (const one of [csv.join(), pdf]) expect(one).toContain(said)
      for (const one of [text, csv.join(), pdf]) expect(one).not.toContain('Solde du compte au')
    }
    expect(folded((await open('au=23/11/2026')).text)).toContain('Solde du compte au 23 novembre')
  })

  it('says at its field that a period ends before it begins, and keeps what was typed', async () => {
    const screen = await open('du=10/11/2026&au=01/11/2026')
    const field = screen.document.querySelector('input[name=au]')
    expect(field?.getAttribute('aria-invalid')).toBe('true')
    expect(field?.getAttribute('value')).toBe('01/11/2026')
    expect(folded(field?.parentNode?.text ?? '')).toContain('vient avant celle du début')
    expect(screen.text).not.toContain('Solde du compte au')
    // No file is offered of it; asked for all the same, the page comes back with the same sentence.
    expect(screen.document.querySelector('a[download]')).toBeNull()
    for (const path of [own.statementCsv(), own.statementXlsx(), own.statementPdf()]) {
      const file = await account.who.get(`${path}?du=10/11/2026&au=01/11/2026`)
      expect([file.status, folded(file.text).includes('vient avant celle du début')]).toEqual([
        422,
        true,
      ])
    }
    const wrong = await open('du=hier')
    const begins = wrong.document.querySelector('input[name=du]')
    expect(folded(begins?.parentNode?.text ?? '')).toContain('Saisissez une date comme 31/12/2026')
  })

  it('gives no balance after each line when a kind or a category alone is kept', async () => {
    const screen = await open('sorte=payments&du=01/11/2026')
    const text = folded(screen.text)
    expect(text).toContain('Solde du compte avant le 1er novembre 2026 449,00 DH')
    expect(text).toContain('Crédits des 3 écritures choisies 10,00 DH')
    expect(text).toContain('le solde après chacune n’est pas donné')
    expect(screen.document.querySelectorAll('thead th').map((one) => one.text)).not.toContain(
      'Solde',
    )
    const { csv } = await files('sorte=payments&du=01/11/2026')
    expect(csv.slice(1, 4).every((line) => line.endsWith(';;'))).toBe(true)
  })

  it('says the same in CSV, Excel and PDF', async () => {
    const { csv, xlsx, pdf } = await files(period)
    expect(csv.map((line) => line.split(';').slice(-4).join(';'))).toEqual([
      ';;449,00;',
      ';5,00;444,00;',
      ';2,00;442,00;',
      '0,00;7,00;;',
      ';;442,00;',
    ])
    expect(xlsx[1]?.slice(0, 3).map((cell) => typeof cell)).toEqual(['number', 'object', 'object'])
    expect(xlsx[1]?.[1]).toEqual(new Date('2026-11-05T00:00:00Z'))
    expect(xlsx.map((row) => row.slice(5))).toEqual([
      [null, null, 449, null],
      [null, 5, 444, null],
      [null, 2, 442, null],
      [0, 7, null, null],
      [null, null, 442, null],
    ])
    expect(pdf).toContain('Solde du compte avant le 1er novembre 2026')
    for (const said of ['449,00 DH', '442,00 DH']) expect(pdf).toContain(said)
  })

  it('leaves the whole statement as it is: each balance as it was written', async () => {
    const screen = await account.who.get(own.statement())
    expect(balances(screen).slice(0, 3)).toEqual(['439,00', '440,00', '442,00'])
    expect(folded(screen.text)).not.toContain('écritures choisies')
  })
})

describe('the statement in files (C2)', () => {
  let account: OpenAccount
  beforeAll(async () => {
    account = await anAccount(site)
    await bothDeclared(site, account)
    const id = await paid(site, account.employer, { amount: '600', on: '2026-10-20' })
    await site.app.db.transaction({ as: 'system' }, (tx) =>
      postTakenBack(tx, {
        employerId: account.employer.id,
        cause: { kind: 'transfer', id },
        reason: '=HYPERLINK("http://evil.example")',
        occurredOn: localDate('2026-10-21'),
        recordedAt: site.clock.now(),
      }),
    )
  })

  it('is a CSV whose lines are the entries and whose balances have their side', async () => {
    const { body, headers } = await account.who.get(own.statementCsv())
    const lines = body.replace('\ufeff', '').trim().split('\r\n')
    expect(headers.get('content-disposition')).toContain(
      `releve-${account.employer.number}-2026-11-24.csv`,
    )
    expect(lines[0]).toBe(
      'N°;Date;Inscrite le;Libellé;Référence;Débit;Crédit;Solde débiteur;Solde créditeur',
    )
    expect(lines[1]).toContain(';230,00;;230,00;')
    expect(lines[3]).toMatch(/;600,00;;140,00$/)
    // Four entries, what they come to, and the balance of the account.
    expect(lines).toHaveLength(7)
    expect(lines[5]).toMatch(/^;;;Totaux;;[\d,]+;[\d,]+;;$/)
    expect(lines[6]).toMatch(/^;;;"?Solde du compte, toutes écritures comprises"?;;;;/)
  })

  it('AT100: holds no formula, in CSV nor in Excel', async () => {
    const { body } = await account.who.get(own.statementCsv())
    for (const cell of body.split(/[;\r\n]+/)) expect(cell).not.toMatch(/^"?[=+@-]/)
    const { sheets } = await readXlsx(await bytesOf(own.statementXlsx()))
    const cells = sheets[0]?.rows.flat() ?? []
    expect(cells.some((cell) => String(cell).includes('HYPERLINK'))).toBe(true)
    const others = cells.filter((cell) => typeof cell === 'object' && !(cell instanceof Date))
    expect(others.filter((cell) => cell !== null)).toEqual([])
  })

  it('is an Excel file whose amounts are numbers', async () => {
    const { sheets } = await readXlsx(await bytesOf(own.statementXlsx()))
    expect(sheets[0]?.rows[1]?.slice(5)).toEqual([230, null, 230, null])
  })

  it('is a PDF', async () => {
    const bytes = await bytesOf(own.statementPdf())
    expect(Buffer.from(bytes.slice(0, 5)).toString()).toBe('%PDF-')
  })

  it('refuses a PDF of more than a thousand lines, saying what to do', async () => {
    await site.database.ownerQuery(
      `select append_ledger_entry($1, 'declaration', 'declaration', 'd' || n, 1, '2026-10-22', now(), null,
        jsonb_build_object('category', '01', 'quarter', '2026T3', 'reference', '', 'employee', '0', 'employer', '0',
          'terms', '{"dueOn": "2026-09-30", "graceDays": 45, "yearlyRate": 1200, "yearDays": 365}'::jsonb), '[]')
        from generate_series(1, 1001) as n, (select set_config('guichet.scope', 'system', false)) as scope`,
      [account.employer.id],
    )
    const screen = await account.who.get(own.statementPdf())
    expect(screen.status).toBe(409)
    expect(screen.text).toContain('plus de 1 000 écritures')
    expect((await account.who.get(own.statementCsv())).body.trim().split('\r\n')).toHaveLength(1008)
  })

  it('AT116: writes one export at a time for a company', async () => {
    const slow = await site.fetch(requestOf(account, own.statementCsv()))
    const second = await account.who.get(own.statementCsv())
    expect(second.text).toContain('déjà en cours')
    await slow.text()
    expect((await account.who.get(own.statementCsv())).status).toBe(200)
    const left = await site.fetch(requestOf(account, own.statementCsv()))
    await left.body?.cancel()
    expect((await account.who.get(own.statementXlsx())).status).toBe(200)
  })

  async function bytesOf(path: string): Promise<Uint8Array> {
    const answer = await site.fetch(requestOf(account, path))
    expect(answer.status).toBe(200)
    return new Uint8Array(await answer.arrayBuffer())
  }
})
