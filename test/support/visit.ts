import type { Visit, Visitor } from '../../src/web/visit.ts'
import { wordsIn } from '../../src/web/words/index.ts'
import type { Language } from '../../src/web/words/language.ts'

/** A delegate of a demonstration company, signed in for another half hour. */
export const sampleVisitor: Visitor = {
  kind: 'delegate',
  name: 'Nadia Alaoui',
  home: '/administration',
  account: '/mon-compte',
  service: 'administration',
  employer: { id: '0190-employer', name: 'Atlas Textile SA', number: '005839' },
  board: null,
  idleEndsAt: new Date('2026-10-12T10:30:00Z'),
}

/** A page's visit, without a server: for tests that look at what components write. */
export function sampleVisit(language: Language = 'fr', changes: Partial<Visit> = {}): Visit {
  return {
    language,
    words: wordsIn(language),
    url: '/administration',
    csrf: 'jeton-de-la-visite',
    fund: {
      name: language === 'fr' ? 'Caisse de démonstration' : 'صندوق التقاعد النموذجي',
      agencyName: 'Agence Virtuelle',
      agencyAddress: ['1, rue de la Caisse', 'Casablanca'],
      agencyEmail: 'agence@caisse.example',
      agencyPhone: '0522000000',
      contact: 'agence@caisse.example',
    },
    visitor: sampleVisitor,
    demonstration: false,
    version: '0.1.0',
    now: new Date('2026-10-12T10:00:00Z'),
    notice: null,
    ...changes,
  }
}
