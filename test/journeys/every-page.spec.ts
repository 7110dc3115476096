import { readFileSync } from 'node:fs'
import path from 'node:path'
import { HtmlValidate } from 'html-validate'
import type { Page, Response } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Language, languages } from '../../src/web/words/language.ts'
import { barriers } from '../support/barriers.ts'
import { openPortal, type Portal } from '../support/portal.ts'
import { carry, keepEvidence } from './support.ts'
import { frameOf, misfits } from './tour/look.ts'
import { byVisitor, type Stop } from './tour/stop.ts'
import { arrangeTour } from './tour/tour.ts'

/** Answers that are files or a renewed session: there is no page to look at. */
const notPages = [
  '/api/v1/openapi.json',
  '/api/v1/declarations/:id',
  '/api/v1/receipts',
  '/api/v1/receipts/:number',
  '/api/v1/receipts/:number/pdf',
  '/api/v1/statement',
  '/session/prolonger',
  '/suivi/dossier/formulaire.pdf',
  '/agence/guichet/numerisations/:id',
  '/agence/guichet/numerisations/:id/original',
  '/administration/comptes-bancaires/:id/mandat.pdf',
  '/administration/journal.csv',
  '/administration/lettres/:id/lettre.pdf',
  // Leads to /suivi/dossier, which is in the tour.
  '/administration/lettres/:id/suivi',
  '/teledeclaration/periodes/:category/:quarter/fichier-preetabli',
  '/teledeclaration/modeles/:file',
  '/teledeclaration/controles/:id/fichiers/:file',
  '/teledeclaration/depots/:id/etat',
  '/teledeclaration/recus/:id/recu.pdf',
  '/compte-adherent/releve.csv',
  '/compte-adherent/releve.xlsx',
  '/compte-adherent/releve.pdf',
  '/teledeclaration/entreprises/recus.pdf',
  '/teledeclaration/entreprises/fichier/:id/etat',
  // Leads to the field of a sheet, which is in the tour.
  '/teledeclaration/controles/:id/saisie/:line',
  '/compte-adherent/virements/:id/ordre.pdf',
  '/compte-adherent/affilies.csv',
  '/compte-adherent/affilies/:id/releve.csv',
  '/compte-adherent/attestations/:id/attestation.pdf',
  '/teledeclaration/recus/:id/contenu',
  '/e-liquidation/dossiers/:id/recepisse.pdf',
  '/e-liquidation/dossiers/:id/notifications/:number',
  '/agence/liquidations/:id/fichiers/:page',
  '/agence/liquidations/:id/notification/:number',
  '/e-liquidation/dossiers/:id/fichiers/:page',
  '/agence/dossiers/:id/justificatifs/:proof',
  '/agence/prelevements/:id/fichier',
  '/agence/importations/modele/:kind',
  '/agence/chiffres.csv',
  '/agence/chiffres.xlsx',
  '/agence/importations/:id/constats.csv',
]

/**
 * What is relaxed in .htmlvalidate.json, and why: «void-style», «doctype-style» and the two styles of attributes are how
 * hono/jsx writes, the same to every browser; «require-sri» is for the files of others, and every file is our own;
 * «long-title»: a title names the company, however long its name; «form-dup-name»: boxes to tick share a name.
 */
const root = path.join(import.meta.dirname, '../..')
const validator = new HtmlValidate(
  JSON.parse(readFileSync(path.join(root, '.htmlvalidate.json'), 'utf8')),
)

let portal: Portal
let stops: Stop[]
beforeAll(async () => {
  portal = await openPortal()
  stops = await arrangeTour(portal.site)
})
afterEach((test) => keepEvidence(portal, test))
afterAll(() => portal?.close())

it('the tour opens every page that the portal has', () => {
  const patterns = pagePatterns()
  const visited = new Set(stops.map(({ address }) => patternOf(address, patterns)))
  expect(patterns.filter((pattern) => !visited.has(pattern))).toEqual([])
})

function pagePatterns(): string[] {
  return portal.site.routes
    .filter(({ method, pattern }) => method === 'GET' && !notPages.includes(pattern))
    .map(({ pattern }) => pattern)
}

/** As the router does: the first pattern that fits. */
function patternOf(address: string, patterns: readonly string[]): string | undefined {
  const [wanted = ''] = address.split('?')
  return patterns.find((pattern) =>
    new RegExp(`^${pattern.replace(/:[a-zA-Z]+/g, '[^/]+')}$`).test(wanted),
  )
}

for (const language of languages) {
  describe(`every page in ${language}`, () => {
    // French by day on a desk, Arabic by night on a phone: both themes and both widths are looked at.
    const colorScheme = language === 'fr' ? 'light' : 'dark'
    const width = language === 'fr' ? 1280 : 390
    const heaviest = { bytes: 0, page: '', scriptBytes: 0 }

    it('breaks no rule of WCAG 2.2 AA, is valid HTML, fits a phone and is light', async () => {
      const wrong: string[] = []
      const closely = lookedAtClosely(language)
      for (const [who, own] of byVisitor(stops)) {
        const { context, page } = await portal.visitor({ colorScheme })
        await carry(context, who)
        for (const stop of own) {
          await page.setViewportSize({ width, height: 900 })
          const problems = await problemsAt(page, stop, closely.has(stop))
          wrong.push(...problems.map((problem) => `${stop.name} (${stop.address}): ${problem}`))
        }
        await context.close()
      }
      expect(wrong).toEqual([])
    }, 1_200_000)

    it('weighs at most 60 kB beside its fonts, 30 kB of them script', () => {
      expect(heaviest.bytes).toBeGreaterThan(5_000)
      expect(heaviest.bytes, heaviest.page).toBeLessThanOrEqual(60_000)
      expect(heaviest.scriptBytes).toBeLessThanOrEqual(30_000)
    })

    async function problemsAt(page: Page, stop: Stop, closely: boolean): Promise<string[]> {
      const { breaking } = stop
      let markup: Promise<string> = Promise.resolve('')
      const keepMarkup = (answer: Response) => {
        if (answer.request().isNavigationRequest() && answer.status() !== 303)
          markup = answer.text()
      }
      page.on('response', keepMarkup)
      if (breaking) await portal.site.database.ownerQuery(breaking.before)
      try {
        const answer = await page.goto(withLanguage(stop.address))
        if (answer?.status() !== (stop.status ?? 200)) return [`answered ${answer?.status()}`]
        await stop.act?.(page)
        // A press waits until the answer has begun; what is looked at is the whole of it.
        await page.waitForFunction(() => document.readyState === 'complete')
      } finally {
        page.off('response', keepMarkup)
        if (breaking) await portal.site.database.ownerQuery(breaking.after)
      }
      const found = await frameProblems(page, stop)
      if (closely) found.push(...(await barriers(page)), ...(await malformations(markup)))
      for (const narrow of [390, 320]) found.push(...(await misfits(page, narrow)))
      return found
    }

    async function frameProblems(page: Page, stop: Stop): Promise<string[]> {
      const frame = await frameOf(page)
      if (frame.bytes > heaviest.bytes) {
        heaviest.bytes = frame.bytes
        heaviest.page = `${stop.name} (${stop.address})`
      }
      heaviest.scriptBytes = Math.max(heaviest.scriptBytes, frame.scriptBytes)
      const [heading = ''] = frame.headings
      return [
        frame.lang === language ? '' : `lang is ${frame.lang}`,
        frame.dir === (language === 'ar' ? 'rtl' : 'ltr') ? '' : `dir is ${frame.dir}`,
        frame.headings.length === 1 && heading ? '' : `headings: ${frame.headings.join(' | ')}`,
        frame.help === 'HEADER FOOTER' ? '' : `help stands in ${frame.help}`,
        frame.title.split(' · ').length > 1 ? '' : `the title is ${frame.title}`,
        !stop.employer || frame.title.includes(stop.employer) ? '' : `no company: ${frame.title}`,
      ].filter((problem) => problem !== '')
    }

    function withLanguage(address: string): string {
      return `${address}${address.includes('?') ? '&' : '?'}lang=${language}`
    }
  })
}

async function malformations(markup: Promise<string>): Promise<string[]> {
  const report = await validator.validateString(await markup)
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `html ${ruleId}: ${message} (line ${line})`),
  )
}

/** By axe and html-validate, which are slow: every page in every language, every state in one of them. */
function lookedAtClosely(language: Language): Set<Stop> {
  const patterns = pagePatterns()
  const seen = new Set<string | undefined>()
  const turn = languages.indexOf(language)
  return new Set(
    stops.filter((stop, index) => {
      const pattern = patternOf(stop.address, patterns)
      const isFirst = !seen.has(pattern)
      seen.add(pattern)
      return isFirst || index % languages.length === turn
    }),
  )
}
