import { describe, expect, it } from 'vitest'
import { renderMessage } from '../platform/mail/render-message.ts'
import type { Language } from '../web/words/language.ts'
import {
  letterReceivedMail,
  letterRefusedMail,
  letterToCompleteMail,
  letterWithoutObjectMail,
} from './mails.ts'

const about = { reference: 'RM-4K7P-2RTX', kind: 'password_reset' } as const

function around(language: Language) {
  return {
    language,
    fundName: 'Caisse de démonstration',
    baseUrl: 'https://portail.example',
    token: '',
    code: '',
  }
}

function written(message: Parameters<typeof renderMessage>[0], language: Language = 'fr') {
  return renderMessage(message, language, 'Caisse de démonstration')
}

describe('what an applicant reads', () => {
  it('received: what happens next, by when, the code, where to follow', () => {
    const props = { ...about, employerNumber: '005839', by: 'upload' as const }
    const due = { ...props, dueAt: '2026-11-26T10:00:00Z' }
    const { subject, text } = written(letterReceivedMail.write(due, around('fr')))
    expect(subject).toBe('Nous avons reçu votre document signé (RM-4K7P-2RTX)')
    expect(text).toContain('Réinitialisation du mot de passe de la personne déléguée')
    expect(text).toContain('nous est parvenu signé, en ligne')
    expect(text).toContain('au plus tard le 26 novembre 2026 à 11\u00a0h\u00a000')
    expect(text).toContain('RM-4K7P-2RTX')
    expect(text).toContain('005839')
    expect(text).toContain('https://portail.example/suivi')
    const waiting = written(letterReceivedMail.write({ ...props, dueAt: null }, around('fr')))
    expect(waiting.text).toContain('suspend le délai de 48 heures')
  })

  it('to complete: every reason, and the agent’s own words as they were typed', () => {
    const props = {
      ...about,
      reasons: ['missing_stamp', 'unreadable', 'not a reason'],
      note: 'La page 2 est <floue>.',
      until: '2026-12-26T10:00:00Z',
    }
    const { text, html } = written(letterToCompleteMail.write(props, around('fr')))
    expect(text).toContain('Le cachet de l’entreprise manque.')
    expect(text).toContain('Le document n’est pas lisible.')
    expect(text).not.toContain('not a reason')
    expect(text).toContain('La page 2 est <floue>.')
    expect(text).toContain('jusqu’au 26 décembre 2026')
    expect(html).toContain('La page 2 est &lt;floue&gt;.')
  })

  it('refused: why, and that nothing was changed', () => {
    const props = { ...about, reasons: ['not_authorised'], note: '' }
    const { text } = written(letterRefusedMail.write(props, around('fr')))
    expect(text).toContain('Le signataire n’est pas habilité')
    expect(text).toContain('Rien n’a été modifié.')
    expect(text).not.toContain('Précision')
  })

  it('without object: why, and that nothing was changed', () => {
    const { text } = written(letterWithoutObjectMail.write(about, around('fr')))
    expect(text).toContain('La personne déléguée de l’entreprise a changé.')
    expect(text).toContain('Rien n’a été modifié.')
  })

  it('in Arabic, with the code left to right', () => {
    const props = { ...about, reasons: ['unknown_number'], note: '' }
    const { subject, text, html } = written(letterRefusedMail.write(props, around('ar')), 'ar')
    expect(subject).toContain('\u2066RM-4K7P-2RTX\u2069')
    expect(text).toContain('رقم المنخرط المذكور لا يخص أي مقاولة منخرطة.')
    expect(html).toContain('dir="rtl"')
  })
})
