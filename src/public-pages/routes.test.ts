import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSite, type TestSite } from '../../test/support/site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

describe('the home page', () => {
  it('has the leaflet’s names as printed, and the next deadline', async () => {
    const { text, document } = await site.visitor().get('/')
    for (const name of [
      'Entreprise adhérente',
      'Abonnement',
      'Administration Utilisateurs',
      'Télédéclaration',
      'Compte Adhérent',
      'E@syPaiement',
      'e-Liquidation@',
      'Téléchargement',
      'Agence Virtuelle',
    ]) {
      expect(text).toContain(name)
    }
    expect(text).toContain('4e trimestre 2026')
    expect(document.querySelector('time')?.getAttribute('datetime')).toBe('2027-01-30')
  })

  it('says how long the agency really took, once enough files were decided this month', async () => {
    let decisions = 0
    const decided = async (hours: number, at: string) =>
      site.database.ownerQuery(
        `insert into letters (reference, kind, employer_number, state, state_since, language, applicant_name,
            applicant_email, content, agents_required, clock_spent_ms, created_at, received_at, decided_at)
          values ($3, 'subscription', '005839', 'refused', $2, 'fr', 'A', 'a@b.example', '{}', 1,
            $1, $2, $2, $2)`,
        [hours * 3_600_000, at, `AB-0000-000${(decisions += 1)}`],
      )
    for (const hours of [4, 8, 12, 10]) await decided(hours, '2026-11-20T10:00:00Z')
    await decided(400, '2026-10-20T10:00:00Z')
    expect((await site.visitor().get('/')).text).not.toContain('Délai moyen')
    await decided(6, '2026-11-23T10:00:00Z')
    expect((await site.visitor().get('/')).text).toContain(
      'Délai moyen mesuré ce mois-ci : 8 heures',
    )
  })

  it('gives no link that leads nowhere', async () => {
    const visitor = site.visitor()
    for (const start of ['/', '/entreprise-adherente', '/telechargement']) {
      const { document } = await visitor.get(start)
      for (const link of document.querySelectorAll('main a, footer a')) {
        const href = link.getAttribute('href') ?? ''
        if (!href.startsWith('/')) continue
        expect({ href, status: (await visitor.get(href)).status }).toEqual({ href, status: 200 })
      }
    }
  })
})

describe('the public pages', () => {
  it.each(['/', '/entreprise-adherente', '/aide', '/mentions-legales', '/accessibilite'])(
    '%s speaks both languages, and has help in the same place',
    async (address) => {
      for (const language of ['fr', 'ar']) {
        const screen = await site.visitor().get(`${address}?lang=${language}`)
        expect(screen.status).toBe(200)
        const html = screen.document.querySelector('html')
        expect(html?.getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr')
        expect(screen.document.querySelectorAll('h1').length).toBe(1)
        expect(screen.document.querySelector('header a[href="/aide"]')).not.toBeNull()
        expect(screen.body).not.toContain('undefined')
      }
    },
  )

  it('name every cookie that the program sets', async () => {
    const source = path.join(import.meta.dirname, '..')
    const files = (await readdir(source, { recursive: true })).filter((name) =>
      /^(?!.*\.test\.).*\.tsx?$/.test(name),
    )
    const texts = await Promise.all(files.map((name) => readFile(path.join(source, name), 'utf8')))
    const set = texts.flatMap((text) => text.match(/(?<=')__Host-\w+(?=')/g) ?? [])
    const { text } = await site.visitor().get('/mentions-legales')
    expect(set.length).toBeGreaterThan(6)
    expect(set.filter((name) => !text.includes(name))).toEqual([])
  })

  it('say how to reach the agency', async () => {
    const { text } = await site.visitor().get('/aide')
    const { fund } = site.app.config
    for (const line of [fund.agencyEmail, fund.agencyPhone, fund.contact, ...fund.agencyAddress]) {
      expect(text).toContain(line)
    }
  })
})

describe('the mails of a demonstration', () => {
  const id = '3f0f1f2e-0000-4000-8000-000000000001'

  beforeAll(async () => {
    const folder = path.join(site.app.config.dataFolder, 'mail')
    await mkdir(folder, { recursive: true })
    const mail = {
      id,
      to: 'salma@entreprise.example',
      subject: '<b>Votre lien</b>',
      text: 'Ouvrez http://localhost:3000/suivi ou http://ailleurs.example/',
      at: '2026-11-24T10:00:00Z',
    }
    await writeFile(path.join(folder, `${id}.json`), JSON.stringify(mail))
    await writeFile(path.join(folder, '3f0f1f2e-0000-4000-8000-000000000002.json'), 'pas du JSON')
    await writeFile(path.join(folder, 'autre.txt'), 'rien')
  })

  it('are listed, and read as text with only the portal’s links to follow', async () => {
    const visitor = site.visitor()
    const list = await visitor.get('/courriels')
    expect(list.text).toContain('salma@entreprise.example')
    expect(list.body).not.toContain('<b>Votre lien</b>')
    const mail = await visitor.get(`/courriels/${id}`)
    const links = mail.document.querySelectorAll('.mail-text a')
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['/suivi'])
  })

  it('do not include what is not a mail', async () => {
    for (const id of ['3f0f1f2e-0000-4000-8000-000000000002', '..%2F..%2Fkeys', 'autre']) {
      expect((await site.visitor().get(`/courriels/${id}`)).status).toBe(404)
    }
  })

  it('do not exist outside a demonstration', async () => {
    const { createApp } = await import('../app.tsx')
    const config = { ...site.app.config, demonstration: false }
    const real = await createApp({ ...site.app, config })
    for (const address of ['/courriels', `/courriels/${id}`]) {
      const answer = await real.fetch(new Request(`http://localhost:3000${address}`))
      expect(answer.status).toBe(404)
    }
  })
})
