import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aDelegate, anEmployer, signedIn, type TestEmployer } from '../../test/support/factories.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import type { Visitor } from '../../test/support/visitor.ts'
import type { Actor } from '../actors/actor.ts'
import { paths } from '../web/paths.ts'
import { wordsIn } from '../web/words/index.ts'
import { record } from './record.ts'
import { tellEvent } from './tell-event.ts'

let site: TestSite
let employer: TestEmployer
let visitor: Visitor
beforeAll(async () => {
  site = await openSite()
})
beforeEach(async () => {
  employer = await anEmployer(site)
  visitor = await signedIn(site, await aDelegate(site, employer))
})
afterAll(() => site.close())

const agent: Actor = {
  kind: 'agent',
  id: '11111111-1111-4111-8111-111111111111',
  name: 'Imane Zerouali',
  sessionId: '',
  stage: 'full',
  role: 'agent',
}

async function happened(
  action: string,
  details: Record<string, unknown> = {},
  actor: Actor = agent,
  company = employer,
) {
  await site.app.db.transaction({ as: 'system' }, (tx) =>
    record(tx, actor, site.clock.now(), {
      action,
      subject: { kind: 'test', id: 'x' },
      employerId: company.id,
      details,
    }),
  )
}

describe('a sentence of the trail', () => {
  it('writes amounts, quarters and days as the pages do', () => {
    const tell = (action: string, details: Record<string, unknown>, language: 'fr' | 'ar' = 'fr') =>
      tellEvent({ action, details }, { words: wordsIn(language), language, fundName: 'Caisse' })
    const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
    const drawn = { reference: 'OP-005839-000001', amount: '12345.60' }
    expect(plain(tell('order.drawn_up', drawn))).toContain('12 345,60 DH')
    const sent = { receipt: 'R-1', category: '01', quarter: '2024T3' }
    expect(tell('declaration.sent', sent)).toContain('catégorie 01, 3e trimestre 2024')
    expect(tell('declaration.sent', sent, 'ar')).not.toContain('2024T3')
    const proposed = { parameter: 'dormant_months', from: '2027-01-01' }
    expect(plain(tell('parameter.proposed', proposed))).toContain('à partir du 1er janvier 2027')
    const ceilings = { perOrder: '5000.00', perDay: 'none' }
    expect(plain(tell('company.ceilings_changed', ceilings))).toContain('par ordre 5 000,00 DH')
  })

  it('exists in both languages for every action that the program records', () => {
    const source = path.join(import.meta.dirname, '..')
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /^(?!web|demo).*(?<!\.test)\.ts$/.test(file),
    )
    const actions = files.flatMap((file) => {
      const text = readFileSync(path.join(source, file), 'utf8')
      if (!/record\(|action:/.test(text)) return []
      const lines = text.split('\n').filter((line) => /action:|: '[a-z_]+\.[a-z_]+',$/.test(line))
      return lines.flatMap((line) =>
        [...line.matchAll(/'([a-z_]+\.[a-z_]+)'/g)].map(([, action = '']) => action),
      )
    })
    const known = new Set(Object.keys(wordsIn('fr').administration.trail.sentences))
    const prefixes =
      /^(user|users|mandate|session|second_factor|account|password|sign_in|company|bank_account|debit_mandate|employer|letter|subscription|delegate|declaration|agency|agent|parameter|import)\./
    const recorded = new Set(actions.filter((action) => prefixes.test(action)))
    expect(recorded.size).toBeGreaterThan(40)
    expect([...recorded].filter((action) => !known.has(action))).toEqual([])
  })

  it('says who is concerned, and leaves no hole when a detail is missing', () => {
    const tell = (action: string, details: Record<string, unknown>, language: 'fr' | 'ar' = 'fr') =>
      tellEvent({ action, details }, { words: wordsIn(language), language, fundName: 'Caisse' })
    const created = { name: 'Khadija Lahlou', login: 'klahlou.decl.005839', service: 'payment' }
    expect(tell('user.created', created)).toBe(
      'A créé l’accès de Khadija Lahlou, login klahlou.decl.005839, E@syPaiement',
    )
    expect(tell('user.suspended', { name: 'Rim Sebti', login: null, reason: 'Départ' })).toBe(
      'A suspendu l’accès de Rim Sebti\u00a0: Départ',
    )
    expect(tell('user.reactivated', { name: 'Omar Tazi' })).toBe('A réactivé l’accès d’Omar Tazi')
    expect(tell('user.suspended', { name: 'Rim Sebti' })).toBe('A suspendu l’accès de Rim Sebti')
    expect(tell('mandate.changed', { name: 'A', mode: 'form', categories: '01, 02' })).toContain(
      'Formulaire de Saisie, catégories 01 et 02',
    )
    expect(tell('user.created', created, 'ar')).toContain('الأداء الإلكتروني')
    expect(tell('something.new', {})).toBe('A fait une action')
  })

  it('repeats the refusal in the words that were shown', () => {
    const details = { code: 'administration.login_taken', login: 'paie.decl.005839' }
    const telling = { words: wordsIn('fr'), language: 'fr', fundName: 'Caisse' } as const
    expect(tellEvent({ action: 'refused', details }, telling)).toContain(
      'Le login paie.decl.005839 existe déjà dans votre entreprise.',
    )
  })
})

describe('«Journal»', () => {
  it('A11: shows what the company’s people and the fund’s agents did', async () => {
    await happened('letter.taken', { reference: 'RM-1234-5678' })
    const screen = await visitor.get(paths.administration.trail())
    expect(screen.text).toContain('A pris en main le dossier RM-1234-5678')
    expect(screen.text).toContain('Imane ZeroualiAgence Virtuelle')
  })

  it('is narrowed by person, kind and dates; a date that is none is said', async () => {
    await happened('letter.taken', { reference: 'RM-1234-5678' })
    await happened('user.activated', {}, { ...agent, kind: 'system', name: 'x' } as never)
    const of = async (query: string) =>
      (await visitor.get(`${paths.administration.trail()}?${query}`)).text
    expect(await of(`personne=${agent.id}`)).toContain('1 action ')
    expect(await of('sorte=users')).not.toContain('RM-1234-5678')
    expect(await of('sorte=letters&du=24/11/2026&au=24/11/2026')).toContain('RM-1234-5678')
    expect(await of('du=25/11/2026')).toContain('Aucune action ne correspond')
    expect(await of('du=31/02/2026')).toContain('Saisissez une date comme')
  })

  it('AT48: a tampered filter, page or sort shows nothing of another company', async () => {
    const other = await anEmployer(site)
    await happened('letter.taken', { reference: 'RM-9999-9999' }, agent, other)
    const queries = [
      `employer_id=${other.id}`,
      `personne=${agent.id}`,
      `personne=' or true --`,
      'sorte=__proto__',
      'page=999999999',
      'page=-1',
      'limit=100000&sort=hash&fields=*',
    ]
    for (const query of queries) {
      const screen = await visitor.get(`${paths.administration.trail()}?${query}`)
      expect(screen.status).toBe(200)
      expect(screen.body).not.toContain('RM-9999-9999')
    }
  })

  it('AT100: is exported with accents and without formulas', async () => {
    await happened(
      'user.suspended',
      { name: '=cmd|calc', reason: '+1' },
      { ...agent, name: '@SUM(A1)' },
    )
    const file = await visitor.raw(paths.administration.trailExport())
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(file.headers.get('content-disposition')).toContain('attachment')
    expect(file.body).toMatch(/^N°;Date et heure;/)
    expect(file.body).toContain('"\'@SUM(A1)"')
    expect(file.body).toMatch(/;2026-\d\d-\d\d \d\d:\d\d:\d\d;/)
    for (const cell of file.body.split(/\r\n|;/)) expect(cell).not.toMatch(/^[=+@-]/)
  })

  it('is exported whole, however long', async () => {
    await happened('employer.viewed')
    await site.database.ownerQuery(
      `insert into audit_events select (jsonb_populate_record(e, jsonb_build_object('sequence', 1000 + n))).*
        from audit_events e, generate_series(1, 20010) n where e.employer_id = $1 and e.sequence = 1`,
      [employer.id],
    )
    const file = await visitor.raw(paths.administration.trailExport())
    const sequences = file.body
      .trim()
      .split('\r\n')
      .slice(1)
      .map((row) => Number(row.split(';')[0]))
    expect(sequences.length).toBeGreaterThanOrEqual(20_010)
    expect(sequences.at(-1)).toBe(1)
    expect(new Set(sequences).size).toBe(sequences.length)
  })

  it('goes by pages of fifty', async () => {
    for (let one = 0; one < 51; one += 1) await happened('employer.viewed')
    const first = await visitor.get(paths.administration.trail())
    expect(first.text).toContain('Page 1 sur 2')
    const second = await visitor.get(`${paths.administration.trail()}?page=2`)
    expect(second.document.querySelectorAll('tbody tr')).toHaveLength(1)
  })
})
