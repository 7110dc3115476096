import { describe, expect, it } from 'vitest'
import type { MailTemplate } from '../platform/mail/message.ts'
import { renderMessage } from '../platform/mail/render-message.ts'
import { languages } from '../web/words/language.ts'
import { subscriptionsMails } from './mails.ts'

const props = {
  name: 'Khadija <b>Lahlou</b>',
  applicant: 'Youssef Alami',
  company: 'Atlas Textile SA',
  reference: 'AB-7K3M-P2QX',
  kind: 'subscription',
  employerNumber: '005839',
  until: '2026-11-25T10:00:00Z',
  hasPassword: true,
  hours: 72,
  agency: ['Responsable', 'Agence Virtuelle', 'Rabat'],
  lostFactor: true,
  fundEmail: 'agence@caisse.example',
  end: 'withdrawn',
}

function written(template: MailTemplate<never>, language: 'fr' | 'ar') {
  const surroundings = {
    language,
    fundName: 'Caisse de démonstration',
    baseUrl: 'https://portail.example.ma',
    token: 'jeton',
    code: '123456',
  }
  const message = template.write(props as never, surroundings)
  return renderMessage(message, language, 'Caisse de démonstration')
}

describe('the mails of a subscription', () => {
  it.each(subscriptionsMails.map((template) => [template.name, template] as const))(
    '%s is whole in both languages, and shows names as text',
    (_, template) => {
      for (const language of languages) {
        const { subject, text, html } = written(template, language)
        expect(subject.length).toBeGreaterThan(10)
        expect(subject + text + html).not.toMatch(/undefined|\[object|NaN/)
        expect(html).not.toContain('<b>Lahlou')
        expect(html).toContain(`dir="${language === 'ar' ? 'rtl' : 'ltr'}"`)
        const links = [...text.matchAll(/https?:\/\/\S+/g)].map(([link]) => link)
        expect(links.every((link) => link.startsWith('https://portail.example.ma/'))).toBe(true)
      }
    },
  )

  it('say the N° Adhérent as it can be copied: nothing invisible around it in French', () => {
    const inForce = subscriptionsMails.find(({ name }) => name === 'subscription-in-force')
    expect(written(inForce as never, 'fr').text).toMatch(/^N° Adhérent : 005839$/m)
  })
})
