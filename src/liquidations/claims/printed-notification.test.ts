import { describe, expect, it } from 'vitest'
import { localDate, quarterFrom } from '../../calendar/index.ts'
import { centimes } from '../../money/index.ts'
import { createPdfRenderer } from '../../platform/pdf/render-pdf.ts'
import type { PrintedDocument } from '../../platform/pdf/printed-document.ts'
import { readPdf } from '../../../test/support/read-pdf.ts'
import type { UsedParameter } from '../used-parameters.ts'
import { type Computation, countedFor } from './computation.ts'
import { isOfSurvivors } from './claim.ts'
import { storedComputation } from './kept-computation.ts'
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

// oxlint-disable-next-line max-params -- of which kind, decided how, in which language, from what, for how many
function decided(
  kind: View['claim']['kind'],
  decision: Partial<ClaimDecision> & Pick<ClaimDecision, 'verdict'>,
  language: 'fr' | 'ar' = 'fr',
  known: Partial<Computation> = {},
  others: readonly string[] = [],
): PrintedDocument {
  const isOwn = !isOfSurvivors(kind)
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
    unpaid: [],
    parameters: countedFor(kind, values),
    ...known,
  }
  const payee = {
    id: 'salma',
    bornOn: localDate('2012-02-01'),
    isDisabled: false,
    relation: isOwn ? 'self' : kind === 'orphan' ? 'child' : 'spouse',
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
  const view = {
    claim,
    employer,
    payees: [payee, ...others.map((id) => ({ ...payee, id, firstName: id.toUpperCase() }))],
  } as unknown as View
  const whole: ClaimDecision = {
    id: 'd',
    number: 1,
    state: 'final',
    reason: '',
    startsOn: localDate('2027-01-01'),
    yearly: centimes(1_689_830),
    atOnce: null,
    shares: null,
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

  it('of several beneficiaries gives each their own share and amount, with the rule', () => {
    const known = {
      yearly: centimes(462_121),
      share: 2000,
      kept: 30_086n,
      points: 75_216n,
      people: 2,
    }
    const orphans = { verdict: 'granted', yearly: known.yearly } as const
    const byRule = plain(decided('orphan', orphans, 'fr', known, ['omar']))
    expect(byRule).toContain('chaque enfant reçoit 20 % des points')
    expect(byRule).toContain('"EL AMRANI SALMA","1 sur 2","192,55 DH","2 310,61 DH"')
    expect(byRule).toContain('"EL AMRANI OMAR","1 sur 2","192,55 DH","2 310,60 DH"')
    const unpublished = { yearly: null, unreduced: centimes(577_659), share: 5000 }
    const said = { yearly: centimes(480_000), shares: { salma: 1, nadia: 3 }, reason: 'Acte.' }
    const spouses = plain(
      decided('reversion', { verdict: 'granted', ...said }, 'fr', unpublished, ['nadia']),
    )
    expect(spouses).toContain('Le conjoint reçoit 50 % des points')
    expect(spouses).toContain('"EL AMRANI NADIA","3 sur 4","300,00 DH","3 600,00 DH"')
    const heirs = { verdict: 'granted', yearly: null, atOnce: centimes(800_000) } as const
    const shares = { salma: 1, omar: 7 }
    const capital = plain(decided('death_capital', { ...heirs, shares }, 'fr', {}, ['omar']))
    expect(capital).toContain('"EL AMRANI OMAR","7 sur 8","7 000,00 DH"')
    expect(plain(decided('death_capital', heirs, 'fr', {}, ['omar']))).toContain('1 sur 2')
  })

  it('names each factor, and the quarters that are not counted', () => {
    const unpaid = [
      { quarter: quarterFrom('2026T2'), category: '01' },
      { quarter: quarterFrom('2026T2'), category: '02' },
    ]
    const part = { option: 'normal', held: 125_030n, takenAsCapital: 15_015n } as const
    const amounts = { beforeCoefficient: centimes(1), yearly: centimes(1) }
    const parts = [{ ...part, kept: 110_015n, coefficient: 12_400, ...amounts }]
    const letter = plain(decided('deferred', { verdict: 'granted' }, 'fr', { unpaid, parts }))
    expect(letter).toContain('"Trimestres impayés, non comptés","value":"2e trimestre 2026"')
    expect(letter).toContain('"Points laissés pour le capital","value":"− 150,15"')
    expect(letter).toContain('"Valeur d’un point, par an","value":"× 15,36 DH"')
    expect(letter).toContain('"Coefficient d’ajournement","value":"× 1,24"')
    expect(letter).toContain('payée par douzièmes')
    expect(plain(decided('deferred', { verdict: 'granted' }))).not.toContain('impayés')
  })

  it('of a single payment says the day on which it is due, and of a pension from when it runs', () => {
    const once = { verdict: 'granted', yearly: null, atOnce: centimes(900_000) } as const
    const due = plain(decided('single_payment', once))
    expect(due).toContain('"Dû le","value":"1er janvier 2027"')
    expect(due).not.toContain('À partir du')
    expect(plain(decided('normal', { verdict: 'granted' }))).toContain('"À partir du"')
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
