import { describe, expect, it } from 'vitest'
import { localDate } from '../../calendar/index.ts'
import { centimes } from '../../money/index.ts'
import { createPdfRenderer } from '../../platform/pdf/render-pdf.ts'
import type { PrintedDocument } from '../../platform/pdf/printed-document.ts'
import { readPdf } from '../../../test/support/read-pdf.ts'
import type { UsedParameter } from '../used-parameters.ts'
import { type Computation, countedFor, storedComputation } from './computation.ts'
import { printedNotification } from './printed-notification.ts'
import type { ClaimDecision } from './store/decisions.ts'

type View = Parameters<typeof printedNotification>[0]
const fund = {
  name: 'Caisse',
  agencyName: 'Agence Virtuelle',
  agencyAddress: ['20340 Casablanca'],
  agencyEmail: 'a@caisse.example',
  agencyPhone: '',
  contact: '',
}
const at = new Date('2026-11-25T09:00:00Z')
const used = (key: UsedParameter['key'], amount: number, age?: number): UsedParameter => ({
  key,
  amount,
  ...(age !== undefined && { age }),
  validFrom: localDate('2017-01-01'),
  source: 'Site de la caisse, réversion du conjoint',
  isIllustrative: false,
})
const values = [
  used('normal_retirement_age', 60),
  used('point_value_liquidation', 153_600),
  used('deferral_coefficients', 12_400, 64),
  used('reversion_share', 5000),
  used('death_capital_pensions', 3),
]

// oxlint-disable-next-line max-params -- of which kind, decided how, in which language, from what
function decided(
  kind: View['claim']['kind'],
  decision: Partial<ClaimDecision> & Pick<ClaimDecision, 'verdict'>,
  language: 'fr' | 'ar' = 'fr',
  known: Partial<Computation> = {},
): PrintedDocument {
  const isOwn = kind === 'normal' || kind === 'deferred'
  const computation: Computation = {
    from: localDate('2027-01-01'),
    points: 125_030n,
    kept: 110_015n,
    yearly: centimes(1_689_830),
    share: null,
    unreduced: null,
    leastPoints: 200,
    atOnce: null,
    lastMonthly: null,
    people: 1,
    isUnderPoints: false,
    parts: [],
    parameters: countedFor(kind, values),
    ...known,
  }
  const payee = {
    relation: isOwn ? 'self' : 'spouse',
    lastName: 'EL AMRANI',
    firstName: 'SALMA',
    rib: '230780000000000000000039',
    bankName: 'CIH Bank',
  }
  const claim = {
    kind,
    reference: 'LQ-005839-000012',
    lastName: 'BENNANI',
    firstName: 'YOUSSEF',
    memberNumber: '000410002',
    asCapital: isOwn ? true : null,
  }
  const employer = { name: 'Atlas Textile SA', number: '005839' }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the letter reads of a claim, and no more
  const view = { claim, employer, payees: [payee] } as unknown as View
  const whole: ClaimDecision = {
    id: 'd',
    number: 1,
    state: 'final',
    reason: '',
    startsOn: localDate('2027-01-01'),
    yearly: centimes(1_689_830),
    atOnce: null,
    points: 125_030n,
    computation: storedComputation(computation),
    proposedBy: null,
    proposedAt: at,
    settledAt: at,
    ...decision,
  }
  return printedNotification(view, whole, { fund, language })
}

const plain = (document: PrintedDocument) =>
  JSON.stringify(document.blocks)
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s/g, ' ')

describe('the letter of a decision (L5)', () => {
  it('says who is paid on which account, masked, and what was chosen', () => {
    const own = plain(decided('normal', { verdict: 'granted', atOnce: centimes(4_512_345) }))
    expect(own).toContain('CIH Bank, 230 780 •••• 0000 39')
    expect(own).toContain('Une part en capital')
    expect(own).toContain('45 123,45')
    const survivors = plain(decided('reversion', { verdict: 'granted' }))
    expect(survivors).toContain('EL AMRANI SALMA, 230 780 •••• 0000 39')
  })

  it('has the values that counted for its kind, and no other', () => {
    const own = plain(decided('deferred', { verdict: 'granted' }))
    expect(own).toContain('à 64 ans')
    expect(own).not.toContain('Part du conjoint')
    const survivors = plain(decided('reversion', { verdict: 'granted' }))
    expect(survivors).toContain('Part du conjoint')
    expect(survivors).not.toContain('Âge normal')
  })

  it('prints no points and values beside an amount of survivors that they do not give', () => {
    const known = { yearly: null, unreduced: centimes(347_626) }
    const typed = { verdict: 'granted', reason: 'Part de la caisse.' } as const
    const letter = plain(decided('reversion', typed, 'fr', known))
    expect(letter).toContain('Ce montant ne se déduit pas de ces seuls points')
    expect(letter).not.toContain('15,36')
    expect(letter).not.toContain('Points qui donnent le montant')
  })

  it('of a death has the month that its capital is worked out from, and no points', () => {
    const known = { atOnce: centimes(600_000), lastMonthly: centimes(200_000) }
    const letter = plain(decided('death_capital', { verdict: 'granted' }, 'fr', known))
    expect(letter).toContain('Dernière pension mensuelle')
    expect(letter).toContain('3 pensions mensuelles')
    expect(letter).not.toContain('1 250,30')
    expect(plain(decided('death_capital', { verdict: 'granted' }))).not.toContain('Calcul')
  })

  it('of a refusal says why, and has no amount', () => {
    const refused = plain(
      decided('normal', {
        verdict: 'refused',
        startsOn: null,
        yearly: null,
        computation: null,
        reason: 'Encore en activité.',
      }),
    )
    expect(refused).toContain('Encore en activité.')
    expect(refused).not.toContain('16 898,30')
  })

  it('in Arabic keeps what was written in French together, and says its sources', () => {
    const document = decided('reversion', { verdict: 'granted', reason: 'Lettre du 12/11.' }, 'ar')
    expect(JSON.stringify(document.blocks)).toContain('\u2068Lettre du 12/11.\u2069')
    expect(plain(document)).toContain('موقع الصندوق')
  })

  it.each(['fr', 'ar'] as const)('is one page in %s', async (language) => {
    const bytes = await createPdfRenderer().render(
      decided('deferred', { verdict: 'granted', reason: 'Points du relevé.' }, language),
    )
    const { text } = readPdf(bytes)
    expect(text).toContain('LQ-005839-000012')
    expect(text).not.toContain('Page 2')
  })
})
