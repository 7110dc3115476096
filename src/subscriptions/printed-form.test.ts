import { describe, expect, it } from 'vitest'
import { readPdf } from '../../test/support/read-pdf.ts'
import { printedLetter } from '../letters/printed-letter.ts'
import { createPdfRenderer } from '../platform/pdf/render-pdf.ts'
import type { FundIdentity } from '../web/visit.ts'
import { languages } from '../web/words/language.ts'
import type { CompleteDraft } from './draft.ts'
import { requestedLetter } from './requested-letter.ts'
import { subscriptionLetter } from './subscription-letter.ts'

const fund: FundIdentity = {
  name: 'Caisse Interprofessionnelle de Démonstration et de Retraite',
  agencyName: 'Agence Virtuelle des Entreprises Adhérentes',
  agencyAddress: [
    'Immeuble Al Boustane, 4e étage',
    '100, boulevard des Essais',
    '20340 Casablanca',
  ],
  agencyEmail: 'agence.virtuelle@caisse-de-demonstration.example',
  agencyPhone: '+212522000000',
  contact: 'Responsable de l’Agence Virtuelle',
}

const printing = { reference: 'AB-4K7P-2RTX', createdAt: new Date('2026-11-24T10:00:00Z') }
const renderer = createPdfRenderer()

/** As many letters as the field takes, in words as wide as capitals make them. */
function filled(length: number): string {
  return 'MOHAMMED ABDERRAHMANE '.repeat(20).slice(0, length - 1) + 'Z'
}

const longestEmail = `${'abderrahmane.'.repeat(4)}x@${'produits-agroalimentaires.'.repeat(7)}example`

const draft: CompleteDraft = {
  id: 'd0000000-0000-4000-8000-000000000001',
  kind: 'renewal',
  employerNumber: '005839',
  language: 'fr',
  company: {
    name: filled(200),
    ice: '001561191000066',
    address: filled(200),
    city: filled(80),
    phone: '+212522000000',
    email: longestEmail,
  },
  delegate: {
    firstName: filled(80),
    lastName: filled(80),
    identityKind: 'residence_card',
    identityNumber: 'BE123456789012345678',
    jobTitle: filled(120),
    email: longestEmail,
    phone: '+212661234567',
  },
  services: {
    services: ['declaration', 'employer_account', 'payment', 'liquidation'],
    paymentOption: 'case_by_case',
    signatoryName: filled(120),
    signatoryCapacity: filled(120),
  },
  hasPassword: true,
  unfinished: {},
  letterId: null,
  touchedAt: printing.createdAt,
}

it('keeps the isolates of our own words on paper, so that «e-Liquidation@» stays in one piece in Arabic', () => {
  const printed = printedLetter({ ...subscriptionLetter(draft, null), ...printing }, fund, 'ar')
  const rows = printed.blocks.flatMap((block) => (block.kind === 'rows' ? block.rows : []))
  const services = rows.find(({ value }) => value.includes('e-Liquidation@'))
  expect(services?.isSentence).toBe(true)
  expect(services?.value).toContain('\u2066(e-Liquidation@)\u2069')
})

describe.each(languages)('the form to sign, in %s', (language) => {
  it('is one sheet, with its places for ink and the agency’s address, however long the answers', async () => {
    const letter = { ...subscriptionLetter(draft, null), ...printing }
    const { pages, text } = readPdf(await renderer.render(printedLetter(letter, fund, language)))
    expect(pages).toBe(1)
    expect(text.split('Z').length).toBeGreaterThan(7)
    expect(text.replace(/[\u2066-\u2069]/g, '')).toContain('20340 Casablanca')
  })

  it.each(['password_reset', 'email_update'] as const)('is one sheet for %s too', async (kind) => {
    const request = {
      kind,
      employerNumber: '005839',
      companyName: filled(200),
      delegateName: filled(160),
      signatoryName: filled(120),
      signatoryCapacity: filled(120),
      email: longestEmail,
      lostFactor: true,
    }
    const letter = { ...requestedLetter(request, null, language), ...printing }
    const { pages } = readPdf(await renderer.render(printedLetter(letter, fund, language)))
    expect(pages).toBe(1)
  })
})
