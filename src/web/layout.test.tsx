import { describe, expect, it } from 'vitest'
import { sampleVisit, sampleVisitor } from '../../test/support/visit.ts'
import { otherLanguageUrl } from './components/language-switch.ts'
import { Layout } from './layout.tsx'
import { renderPage } from './render-page.tsx'
import type { Visit } from './visit.ts'

function pageOf(visit: Visit, errors?: Record<string, string>): string {
  const band = {
    label: 'Administration',
    cells: [
      { number: 1, label: 'Informations Générales', href: '/administration', waiting: true },
      { number: 2, label: 'Utilisateurs', href: '/administration/utilisateurs' },
    ],
  }
  return renderPage(
    visit,
    <Layout title="Informations Générales" band={band} current="/administration" errors={errors}>
      <h1>Informations Générales</h1>
    </Layout>,
  )
}

const titleOf = (html: string) => /<title>(.*?)<\/title>/.exec(html)?.[1]

describe('the title of a page', () => {
  it('names the company in hand and its N° Adhérent (US23)', () => {
    expect(titleOf(pageOf(sampleVisit()))).toBe(
      'Informations Générales · Atlas Textile SA, N° Adhérent 005839 · Caisse de démonstration',
    )
  })

  it('names only the fund when no company is in hand', () => {
    expect(titleOf(pageOf(sampleVisit('fr', { visitor: null })))).toBe(
      'Informations Générales · Caisse de démonstration',
    )
  })

  it('starts with «Erreur» when the form came back (US7)', () => {
    const errors = { name: 'Indiquez le nom.' }
    expect(titleOf(pageOf(sampleVisit(), errors))).toMatch(/^Erreur\s: Informations/)
    expect(titleOf(pageOf(sampleVisit('ar'), errors))).toMatch(/^خطأ: Informations/)
  })

  it('cannot be broken by the name of a company', () => {
    const employer = { id: '1', name: '</title><script>', number: '1' }
    const html = pageOf(sampleVisit('fr', { visitor: { ...sampleVisitor, employer } }))
    expect(html).not.toContain('<script>')
    expect(html).toContain('&lt;/title&gt;&lt;script&gt;')
  })
})

describe('the language switch', () => {
  it('keeps the page and its query', () => {
    expect(otherLanguageUrl('/suivi', 'ar')).toBe('/suivi?lang=ar')
    expect(otherLanguageUrl('/journal?page=3&etat=actif', 'ar')).toBe(
      '/journal?page=3&etat=actif&lang=ar',
    )
  })

  it('replaces a language already asked for and escapes what it keeps', () => {
    expect(otherLanguageUrl('/suivi?lang=fr&nom=a%26b', 'ar')).toBe('/suivi?lang=ar&nom=a%26b')
  })

  it('is written in the language that it leads to', () => {
    expect(pageOf(sampleVisit('fr'))).toMatch(
      /<a class="language" href="\/administration\?lang=ar" lang="ar" hreflang="ar" data-enhance="language">العربية/,
    )
    expect(pageOf(sampleVisit('ar'))).toMatch(
      /href="\/administration\?lang=fr" lang="fr" hreflang="fr" data-enhance="language">Français/,
    )
  })
})

describe('the frame', () => {
  it('writes French from left to right and Arabic from right to left', () => {
    expect(pageOf(sampleVisit('fr'))).toMatch(/^<!doctype html><html lang="fr" dir="ltr">/)
    expect(pageOf(sampleVisit('ar'))).toMatch(/^<!doctype html><html lang="ar" dir="rtl">/)
  })

  it('shows the company in hand, its number and who is signed in', () => {
    const html = pageOf(sampleVisit())
    expect(html).toContain('<bdi>Atlas Textile SA</bdi>')
    expect(html).toContain('<bdi dir="ltr" class="reference">005839</bdi>')
    expect(html).toContain('<bdi class="who">Nadia Alaoui</bdi>')
  })

  it('offers the firm’s board only to those who have one', () => {
    const board = '/teledeclaration/entreprises'
    expect(pageOf(sampleVisit())).not.toContain(board)
    const visitor = { ...sampleVisitor, employer: null, board }
    expect(pageOf(sampleVisit('fr', { visitor }))).toContain(`href="${board}"`)
  })

  it('signs out with a form of this visit, whatever company is in hand', () => {
    const form = /<form method="post" action="\/quitter">.*?<\/form>/.exec(
      pageOf(sampleVisit()),
    )?.[0]
    expect(form).toContain('name="csrf" value="jeton-de-la-visite"')
    expect(form).not.toContain('entreprise')
  })

  it('has nothing to sign out of for a guest', () => {
    const html = pageOf(sampleVisit('fr', { visitor: null }))
    expect(html).not.toContain('/quitter')
    expect(html).not.toContain('<dialog')
  })

  it('puts help in the same place on every page (US26)', () => {
    const order = (html: string) =>
      [...html.matchAll(/href="(\/aide|\/administration\?lang=ar)"/g)].map(([, href]) => href)
    const guest = pageOf(sampleVisit('fr', { visitor: null }))
    expect(order(guest)).toEqual(['/aide', '/administration?lang=ar', '/aide'])
    expect(order(pageOf(sampleVisit()))).toEqual(order(guest))
  })

  it('says which cell of the band one is in, and which waits, in words', () => {
    const html = pageOf(sampleVisit())
    expect(html.match(/aria-current="page"/g)).toHaveLength(1)
    expect(html).toMatch(/href="\/administration" aria-current="page"/)
    expect(html).toContain('(à traiter)')
  })

  it('announces a notice once, as text', () => {
    expect(pageOf(sampleVisit('fr', { notice: '<b>Fait</b>' }))).toMatch(
      /role="status".*&lt;b&gt;Fait&lt;\/b&gt;/,
    )
  })

  it('tells that it is a demonstration and where its mails are', () => {
    expect(pageOf(sampleVisit())).not.toContain('/courriels')
    expect(pageOf(sampleVisit('fr', { demonstration: true }))).toContain('href="/courriels"')
  })

  it('says how long the session lasts without trusting the browser’s clock', () => {
    expect(pageOf(sampleVisit())).toContain('data-seconds="1800"')
  })
})
