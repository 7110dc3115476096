import { describe, expect, it } from 'vitest'
import type { FundIdentity } from '../web/visit.ts'
import { letterTitle } from './letter-title.ts'
import { letterKinds } from './letter.ts'
import { printedLetter } from './printed-letter.ts'

const fund: FundIdentity = {
  name: 'Caisse de démonstration',
  agencyName: 'Agence Virtuelle',
  agencyAddress: ['1, rue des Essais', '20340 Casablanca'],
  agencyEmail: 'agence@demonstration.example',
  agencyPhone: '+212522000000',
  contact: 'Responsable de l’Agence Virtuelle',
}

const letter = {
  kind: 'email_update',
  reference: 'ME-4K7P-2RTX',
  createdAt: new Date('2026-11-23T10:00:00Z'),
  language: 'fr',
  sections: [
    {
      heading: { fr: 'Entreprise', ar: 'المقاولة' },
      rows: [
        { label: { fr: 'N° Adhérent', ar: 'رقم المنخرط' }, value: '005839', ltr: true },
        { label: { fr: 'Nouvelle adresse', ar: 'العنوان الجديد' }, value: '' },
        { label: { fr: 'Motif', ar: 'السبب' }, value: { fr: 'Départ', ar: 'مغادرة' } },
      ],
    },
  ],
} as const

describe('the titles of the letters', () => {
  it('are the leaflet’s own, with the fund’s name', () => {
    const titles = letterKinds.map((kind) => letterTitle(kind, 'CIMR').fr)
    expect(titles).toEqual([
      'Abonnement aux Téléservices CIMR',
      'Réabonnement aux Téléservices CIMR',
      'Réinitialisation du mot de passe de la personne déléguée',
      'Mise à jour de l’e-mail de la personne déléguée',
      'Mandat de prélèvement',
    ])
  })
})

describe('the form to sign', () => {
  it('carries its code, the answers, places for ink, and where to send it', () => {
    const printed = printedLetter(letter, fund)
    expect(printed.title).toBe('Mise à jour de l’e-mail de la personne déléguée')
    expect(printed.reference?.code).toBe('ME-4K7P-2RTX')
    expect(printed.issuedOn).toBe('Établi le 23 novembre 2026')
    const boxes = printed.blocks.find((block) => block.kind === 'boxes')
    expect(boxes?.boxes.map((box) => box.kind)).toEqual(['date', 'signature', 'stamp'])
    expect(printed.onePage).toBe(true)
    expect(printed.sendTo?.lines).toContain('20340 Casablanca')
  })

  it('leaves a line to write on where nothing was typed', () => {
    const rows = printedLetter(letter, fund).blocks.find((block) => block.kind === 'rows')?.rows
    expect(rows?.[1]).toEqual({ label: 'Nouvelle adresse', value: '', fillIn: true })
  })

  it('is written in Arabic when asked', () => {
    const printed = printedLetter(letter, fund, 'ar')
    expect(printed.lang).toBe('ar')
    const rows = printed.blocks.find((block) => block.kind === 'rows')?.rows
    expect(rows?.map((row) => row.value)).toEqual(['005839', '', 'مغادرة'])
  })

  it('names the fund as its language does, in Arabic only where a name is given', () => {
    const name = 'صندوق التقاعد'
    const both = { ...fund, nameInArabic: name }
    const arabic = printedLetter({ ...letter, kind: 'subscription' }, both, 'ar')
    expect([arabic.fund.name, arabic.title]).toEqual([name, expect.stringContaining(name)])
    expect(JSON.stringify(arabic)).not.toContain(fund.name)
    expect(printedLetter(letter, both, 'fr').fund.name).toBe(fund.name)
    expect(printedLetter(letter, fund, 'ar').fund.name).toBe(fund.name)
  })
})
