import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  anEmployer,
  aProfile,
  signedIn,
  type TestEmployer,
  type TestPerson,
} from '../../test/support/factories.ts'
import { readPdf } from '../../test/support/read-pdf.ts'
import { openSite, type TestSite } from '../../test/support/site.ts'
import type { Screen, Visitor } from '../../test/support/visitor.ts'
import { paths } from '../web/paths.ts'

const golden = readFileSync(
  path.join(import.meta.dirname, '../../test/golden/declarations/CIMR_005839_T3_2024.txt'),
)
const period = { category: '01', quarter: '2024T3' }

let site: TestSite
let atlas: TestEmployer
let clerk: TestPerson

beforeAll(async () => {
  site = await openSite()
  atlas = await anEmployer(site, {
    number: '005839',
    name: 'Atlas Textile SA',
    categories: ['01', '02'],
  })
  clerk = await aProfile(site, atlas, { categories: ['01'] })
})
afterAll(() => site.close())

async function upload(
  visitor: Visitor,
  content: string | Uint8Array,
  name = 'declaration.txt',
): Promise<Screen> {
  const page = await visitor.get(paths.declarations.period(period))
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const file = new File([new Uint8Array(bytes)], name, { type: 'text/plain' })
  return visitor.submit(page, { fichier: file }, paths.declarations.upload(period))
}

function trailOf(employer: TestEmployer) {
  return site.database.ownerQuery<{ action: string; details: Record<string, unknown> }>(
    `select action, details from audit_events where employer_id = $1 order by sequence`,
    [employer.id],
  )
}

describe('the declarant', () => {
  it('sees the late quarter of their category, and no other category', async () => {
    const visitor = await signedIn(site, clerk)
    const calendar = await visitor.get(paths.declarations.calendar())
    expect(calendar.status).toBe(200)
    expect(calendar.text).toContain('3e trimestre 2024')
    expect(calendar.text).toContain('En retard')
    expect(calendar.text).not.toContain('Catégorie 02')
  })

  it('reads every finding with its line and column, and keeps the good lines', async () => {
    const visitor = await signedIn(site, clerk)
    const [first = '', second = ''] = golden.toString('latin1').split('\r\n')
    const broken = `${first}\r\n${second.slice(0, 98)}0O02400000${second.slice(108)}\r\n`
    const check = await upload(visitor, broken)
    expect(check.text).toContain('Ligne 2, colonne 100')
    expect(check.text).toContain('0O02400000')
    expect(check.text).toContain('Il reste une ligne à corriger et une ligne à confirmer')
    expect(check.document.querySelectorAll('form[action$="/envoyer"]')).toHaveLength(0)
  })

  it('leaves no trace of a confirmation that confirms nothing', async () => {
    const visitor = await signedIn(site, clerk)
    const check = await upload(visitor, golden)
    const confirm = check.url.replace(/$/, '/confirmer')
    const before = await trailOf(atlas)
    await visitor.submit(check, { code: 'no_such_cause', raison: 'Vérifié avec la paie' }, confirm)
    expect(await trailOf(atlas)).toEqual(before)
  })

  it('tells which period was set aside', async () => {
    const visitor = await signedIn(site, clerk)
    const check = await upload(visitor, golden)
    const asked = await visitor.get(`${check.url}/abandonner`)
    expect(asked.text).toContain('La période reste à déclarer.')
    await visitor.submit(asked, {}, `${check.url}/abandonner`)
    const last = (await trailOf(atlas)).at(-1)
    expect(last).toMatchObject({
      action: 'declaration.abandoned',
      details: { category: '01', quarter: '2024T3' },
    })
  })

  it('sends the golden file and holds a receipt to the centime', async () => {
    const visitor = await signedIn(site, clerk)
    let check = await upload(visitor, golden)
    for (let doubts = 0; doubts < 5; doubts += 1) {
      const forms = check.document.querySelectorAll('form[action$="/confirmer"]')
      const [form] = forms
      if (!form) break
      check = await visitor.submit(
        check,
        { raison: 'Vérifié avec la paie' },
        form.getAttribute('action'),
      )
    }
    expect(check.text).toContain('14\u202f490,11\u00a0DH'.replace(/\s/g, ' '))
    const sent = await visitor.submit(check, {}, check.url.replace(/$/, '/envoyer'))
    expect(sent.url).toMatch(/\/teledeclaration\/recus\//)
    expect(sent.text).toContain('La déclaration est envoyée')
    expect(sent.text).toMatch(/R-2024T3-005839-01-\d{6}/)
    expect(sent.text).toContain(
      'En retard de 755 jours : elle était attendue au plus tard le 30 octobre 2024.',
    )
    const pdf = await visitor.raw(`${sent.url}/recu.pdf`)
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    const printed = readPdf(pdf.bytes).text
    expect(printed.replaceAll(/\s+/g, ' ')).toContain('En retard de 755 jours')
    const trail = await trailOf(atlas)
    expect(trail.map((event) => event.action)).toContain('declaration.sent')
    const about = { category: '01', quarter: '2024T3' }
    for (const event of trail.filter(({ action }) => /\.(checked|sent)$/.test(action)))
      expect(event.details).toMatchObject(about)
  })

  it('declares a period once: the second is told which receipt it has (AT97)', async () => {
    const visitor = await signedIn(site, clerk)
    const again = await visitor.get(paths.declarations.period(period))
    expect(again.url).toMatch(/\/teledeclaration\/recus\//)
  })

  it('says what is missing when no file is chosen', async () => {
    const visitor = await signedIn(site, clerk)
    const open = { category: '01', quarter: '2026T3' }
    const page = await visitor.get(paths.declarations.period(open))
    const answer = await visitor.submit(page, {}, paths.declarations.upload(open))
    expect(answer.status).toBe(422)
    expect(answer.mistakes).toEqual(['Choisissez le fichier à contrôler.'])
  })

  it('does not reach another category, a quarter not yet ended, or another company’s declaration', async () => {
    const visitor = await signedIn(site, clerk)
    const other = await anEmployer(site)
    const stranger = await signedIn(site, await aProfile(site, other))
    const [{ id } = { id: '' }] = await site.database.ownerQuery<{ id: string }>(
      'select id from declarations limit 1',
    )
    expect(
      (await visitor.get(paths.declarations.period({ category: '02', quarter: '2024T3' }))).status,
    ).toBe(404)
    expect(
      (await visitor.get(paths.declarations.period({ category: '01', quarter: '2026T4' }))).status,
    ).toBe(404)
    expect((await stranger.get(paths.declarations.receipt({ id }))).status).toBe(404)
    expect((await stranger.get(paths.declarations.check({ id }))).status).toBe(404)
  })
})

describe('a firm’s person', () => {
  it('takes one company in hand at a time, and never one without a mandate (AT51)', async () => {
    const souss = await anEmployer(site, { name: 'Souss Agrumes SARL' })
    const stranger = await anEmployer(site)
    const accountant = await aProfile(site, atlas, {
      service: 'declaration_external',
      alsoFor: [souss],
    })
    const visitor = await signedIn(site, accountant)
    const board = await visitor.get(paths.declarations.board())
    expect(board.text).toContain('Atlas Textile SA')
    expect(board.text).toContain('Souss Agrumes SARL')
    const inHand = await visitor.submit(board, {}, paths.declarations.takeInHand({ id: souss.id }))
    expect(inHand.title).toContain('Souss Agrumes SARL')
    const csrf = board.document.querySelector('input[name=csrf]')?.getAttribute('value') ?? ''
    const refused = await visitor.post(paths.declarations.takeInHand({ id: stranger.id }), { csrf })
    expect(refused.status).toBe(404)
  })

  it('cannot post a form opened for another company', async () => {
    const souss = await anEmployer(site)
    const accountant = await aProfile(site, atlas, {
      service: 'declaration_external',
      alsoFor: [souss],
    })
    const visitor = await signedIn(site, accountant, atlas)
    const page = await visitor.get(paths.declarations.period({ category: '01', quarter: '2026T2' }))
    await visitor.submit(
      await visitor.get(paths.declarations.board()),
      {},
      paths.declarations.takeInHand({ id: souss.id }),
    )
    const file = new File([new Uint8Array(golden)], 'd.txt')
    const answer = await visitor.submit(
      page,
      { fichier: file },
      paths.declarations.upload({ category: '01', quarter: '2026T2' }),
    )
    expect(answer.status).toBe(409)
    expect(answer.text).toContain(
      `Cet onglet était celui d’${atlas.name}, mais ${souss.name} a été ouverte depuis`,
    )
    expect(answer.text).toContain('choisissez de nouveau le fichier')
    const [back] = answer.document.querySelectorAll('main form')
    expect(back?.text).toBe(`Revenir à ${atlas.name}`)
    const opened = await visitor.submit(answer, {}, back?.getAttribute('action') ?? '')
    expect(opened.url).toBe(page.url)
    expect(opened.title).toContain(atlas.name)
  })

  it('is told to the script that sends by parts, with the way back', async () => {
    const souss = await anEmployer(site)
    const service = 'declaration_external'
    const accountant = await aProfile(site, atlas, { service, alsoFor: [souss] })
    const visitor = await signedIn(site, accountant, souss)
    const page = await visitor.get(paths.declarations.board())
    const csrf = page.document.querySelector('input[name=csrf]')?.getAttribute('value') ?? ''
    const answer = await visitor.request(
      paths.declarations.deposits({ category: '01', quarter: '2026T2' }),
      {
        method: 'POST',
        headers: { accept: 'application/json' },
        body: new URLSearchParams({ csrf, entreprise: atlas.id, nom: 'd.txt', taille: '1' }),
      },
      false,
    )
    expect(JSON.parse(answer.body)).toMatchObject({
      back: {
        to: `${paths.declarations.takeInHand({ id: atlas.id })}?page-ouverte=`,
        label: `Revenir à ${atlas.name}`,
      },
    })
  })
})
