import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { declareFile, sendFile } from '../../test/support/declaring.ts'
import { aProfile, signedIn } from '../../test/support/factories.ts'
import { aKey, ask } from '../../test/support/machine.ts'
import {
  base,
  type Company,
  declarations,
  golden,
  goldenFile,
  linesOf,
  payrollPrograms,
} from '../../test/support/payroll-program.ts'
import { paths } from '../web/paths.ts'

const { at, aCompany, send } = payrollPrograms()

async function confirmAll(company: Company, id: string) {
  let told = await ask(at.site, 'GET', `${base}/declarations/${id}`, { key: company.key })
  for (const { code, field } of told.body.check.causes) {
    const { version } = told.body.check
    told = await ask(at.site, 'POST', `${base}/declarations/${id}/confirmations`, {
      key: company.key,
      json: { version, code, field, reason: 'Vérifié avec la paie' },
    })
    expect(told.status).toBe(200)
  }
  return told
}

describe('a payroll program', () => {
  it('checks, sends and confirms the golden lines, and has a receipt with the right totals', async () => {
    const atlas = await aCompany('005839')
    const { key } = atlas
    const check = await ask(at.site, 'POST', `${base}/declarations/check`, {
      key,
      file: goldenFile,
    })
    // The key says whose file it is, which the command line is told apart.
    const printed = JSON.parse(readFileSync(`${golden}.json`, 'utf8'))
    const notChecked = printed.notChecked.slice(1)
    expect(check.text).toBe(`${JSON.stringify({ ...printed, notChecked }, null, 2)}\n`)
    const sent = await send(atlas, {}, `${declarations}&name=CIMR_005839_T3_2024.txt`)
    expect(sent.status, sent.text).toBe(201)
    expect(sent.body).toMatchObject({ state: 'checked', file: 'CIMR_005839_T3_2024.txt' })
    expect(sent.body.check.obstacle).toBe('to_confirm')
    const { id } = sent.body
    const doubt = sent.body.findings.find(
      ({ code }: { code: string }) => code === 'new_member_without_identity',
    )
    expect(doubt.value).toBe('')
    const early = await ask(at.site, 'POST', `${base}/declarations/${id}/send`, {
      key,
      json: { version: 1 },
    })
    expect(early).toMatchObject({ status: 409, body: { code: 'declarations.to_confirm' } })
    const ready = await confirmAll(atlas, id)
    expect(ready.body.check.obstacle).toBeNull()
    const { version } = ready.body.check
    const receipt = await ask(at.site, 'POST', `${base}/declarations/${id}/send`, {
      key,
      json: { version },
    })
    expect(receipt.status, receipt.text).toBe(200)
    const { totals } = receipt.body
    expect(totals).toEqual({
      members: 3,
      salary: '105000.75',
      employee: '6300.05',
      employer: '8190.06',
      total: '14490.11',
    })
    expect(receipt.body.sentBy).toBe('Paie du siège')
    const again = await ask(at.site, 'POST', `${base}/declarations/${id}/send`, {
      key,
      json: { version },
    })
    expect(again.body.number).toBe(receipt.body.number)
    const one = await ask(at.site, 'GET', `${base}/receipts/${receipt.body.number}`, { key })
    expect(one.body).toEqual(receipt.body)
    const list = await ask(at.site, 'GET', `${base}/receipts?year=2024`, { key })
    expect(list.body.receipts).toMatchObject([{ number: receipt.body.number, totals }])
    const pdf = await ask(at.site, 'GET', `${base}/receipts/${receipt.body.number}/pdf`, { key })
    expect(pdf.text.startsWith('%PDF')).toBe(true)
    const reader = await aKey(at.site, atlas.employer, {
      service: 'employer_account',
      delegate: atlas.delegate,
    })
    const statement = await ask(at.site, 'GET', `${base}/statement`, { key: reader })
    expect(statement.body.entries).toMatchObject([
      { number: 1, debit: '14490.11', reference: receipt.body.number, balance: '14490.11' },
    ])
    const csv = await ask(at.site, 'GET', `${base}/statement?after=0`, {
      key: reader,
      headers: { accept: 'text/csv' },
    })
    expect(csv.text.split('\r\n')[0]).toBe(
      'number;kind;date;recordedAt;label;reference;debit;credit;balance;bankReference',
    )
    expect(csv.text).toContain(';14490.11;0.00;14490.11')
  })

  it('is named in the trail by its key, with who made it, and on the receipt page of people', async () => {
    const company = await aCompany()
    const { id } = (await send(company)).body
    // Whatever the key is called, nobody takes it for a person.
    const bySoftware = 'Paie du siège (logiciel de l’entreprise)'
    const clerk = await signedIn(at.site, await aProfile(at.site, company.employer))
    const period = paths.declarations.period({ category: '01', quarter: '2024T3' })
    expect((await clerk.get(period)).text).toContain(bySoftware)
    const ready = await confirmAll(company, id)
    const { version } = ready.body.check
    await ask(at.site, 'POST', `${base}/declarations/${id}/send`, {
      key: company.key,
      json: { version },
    })
    const delegate = await signedIn(at.site, company.delegate)
    const trail = await delegate.get('/administration/journal')
    expect(trail.text).toContain('Paie du siège (Salma Berrada)')
    expect(trail.text).toContain('Logiciel')
    const receipts = await clerk.get('/teledeclaration/recus')
    const link = receipts.document.querySelector('table a')?.getAttribute('href') ?? ''
    expect((await clerk.get(link)).text).toContain(`Par ${bySoftware}`)
  })

  it('reads findings by pages, and each page says where the next one is', async () => {
    const company = await aCompany()
    const { id } = (await send(company)).body
    const found: unknown[] = []
    let next: string | null = `${base}/declarations/${id}?limit=1`
    while (next) {
      const page = await ask(at.site, 'GET', `${next}${next.includes('limit') ? '' : '&limit=1'}`, {
        key: company.key,
      })
      found.push(...page.body.findings.map((one: { line: number }) => one.line))
      next = page.body.next
    }
    expect(found).toEqual([1, 2, 3])
  })

  it('speaks Arabic to who asks for it', async () => {
    const answer = await ask(at.site, 'GET', `${base}/receipts`, {
      headers: { 'accept-language': 'ar-MA' },
    })
    expect(answer.body.detail).toContain('مفتاح')
    expect(answer.headers.get('content-language')).toBe('ar')
  })
})

describe('what is in the way', () => {
  it('is never a person’s work, unless the program names it', async () => {
    const company = await aCompany()
    const clerk = await signedIn(at.site, await aProfile(at.site, company.employer))
    await sendFile(clerk, { category: '01', quarter: '2024T3' }, `${linesOf(company)}\r\n`)
    const refused = await send(company)
    expect(refused).toMatchObject({ status: 409, body: { code: 'declarations.checked_meanwhile' } })
    const taken = await send(company, {}, `${declarations}&replaces=${refused.body.declaration}`)
    expect(taken.status, taken.text).toBe(201)
  })

  it('is what was sent already', async () => {
    const company = await aCompany()
    const clerk = await signedIn(at.site, await aProfile(at.site, company.employer))
    await declareFile(clerk, { category: '01', quarter: '2024T3' }, linesOf(company))
    const again = await send(company)
    expect(again).toMatchObject({ status: 409, body: { code: 'declarations.already_sent' } })
    const { receipt, declaration } = again.body
    expect(declaration).toBeUndefined()
    const told = await ask(at.site, 'GET', `${base}/receipts/${receipt}`, { key: company.key })
    expect(told).toMatchObject({ status: 200, body: { number: receipt } })
  })

  it('is the period: one that is not declared, or not that of the file', async () => {
    const company = await aCompany()
    const early = await send(company, {}, `${base}/declarations?category=01&quarter=2099T1`)
    expect(early).toMatchObject({ status: 404, body: { code: 'machine.no_such_period' } })
    const other = await send(company, { file: linesOf(company).replaceAll('32024', '22024') })
    expect(other).toMatchObject({ status: 409, body: { code: 'machine.other_period' } })
    const [kept] = await at.site.database.ownerQuery<{ id: string }>(
      `select id from deposits where employer_id = $1 and refusal = 'declarations.other_period'`,
      [company.employer.id],
    )
    const later = await ask(at.site, 'GET', `${base}/declarations/${kept?.id}`, {
      key: company.key,
    })
    expect(later.body.refusal).toEqual({ code: 'machine.other_period', detail: other.body.detail })
  })

  it('is somebody’s change since the program has read', async () => {
    const company = await aCompany()
    const { id } = (await send(company)).body
    const ready = await confirmAll(company, id)
    const old = ready.body.check.version - 1
    const late = await ask(at.site, 'POST', `${base}/declarations/${id}/send`, {
      key: company.key,
      json: { version: old },
    })
    expect(late).toMatchObject({ status: 409, body: { code: 'machine.changed_meanwhile' } })
  })
})
