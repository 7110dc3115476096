import { describe, expect, it } from 'vitest'
import { renderMessage } from '../platform/mail/render-message.ts'
import type { Language } from '../web/words/language.ts'
import { letterRefusedMail, letterRegisteredMail, letterToCompleteMail } from './mails.ts'

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
  it('registered: the promise of 48 hours, the code, where to follow', () => {
    const { subject, text } = written(letterRegisteredMail.write(about, around('fr')))
    expect(subject).toBe('Nous avons reçu votre document signé (RM-4K7P-2RTX)')
    expect(text).toContain('Réinitialisation du mot de passe de la personne déléguée')
    expect(text).toContain('48 heures')
    expect(text).toContain('RM-4K7P-2RTX')
    expect(text).toContain('https://portail.example/suivi')
  })

  it('to complete: every reason, and the agent’s own words as they were typed', () => {
    const props = {
      ...about,
      reasons: ['missing_stamp', 'unreadable', 'not a reason'],
      note: 'La page 2 est <floue>.',
    }
    const { text, html } = written(letterToCompleteMail.write(props, around('fr')))
    expect(text).toContain('Le cachet de l’entreprise manque.')
    expect(text).toContain('Le document n’est pas lisible.')
    expect(text).not.toContain('not a reason')
    expect(text).toContain('La page 2 est <floue>.')
    expect(html).toContain('La page 2 est &lt;floue&gt;.')
  })

  it('refused: why, and that nothing was changed', () => {
    const props = { ...about, reasons: ['not_authorised'], note: '' }
    const { text } = written(letterRefusedMail.write(props, around('fr')))
    expect(text).toContain('Le signataire n’est pas habilité')
    expect(text).toContain('Rien n’a été modifié.')
    expect(text).not.toContain('Précision')
  })

  it('in Arabic, with the code left to right', () => {
    const props = { ...about, reasons: ['unknown_number'], note: '' }
    const { subject, text, html } = written(letterRefusedMail.write(props, around('ar')), 'ar')
    expect(subject).toContain('\u2066RM-4K7P-2RTX\u2069')
    expect(text).toContain('رقم المنخرط المذكور لا يخص أي مقاولة منخرطة.')
    expect(html).toContain('dir="rtl"')
  })
})
