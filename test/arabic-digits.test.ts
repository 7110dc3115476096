import { describe, expect, it } from 'vitest'
import { parseCeilings } from '../src/access/administration/forms/ceilings-form.ts'
import { writtenField } from '../src/declarations/desk/field-writing.ts'
import { parsePerson } from '../src/declarations/entry/person-form.ts'
import { readRow, writtenAgain } from '../src/declarations/entry/row.ts'
import { parseParts } from '../src/direct-debits/transfers/split-form.ts'
import { parseIce } from '../src/employers/ice.ts'
import { parseRib } from '../src/employers/rib.ts'
import { decisionSchema } from '../src/liquidations/claims/agency/claim-forms.ts'
import { accountSchema, endSchema } from '../src/liquidations/claims/claim-forms.ts'
import { parseEstimate } from '../src/liquidations/estimate-form.ts'
import { queryFrom } from '../src/members/members-query.ts'
import { parseMemberNumber } from '../src/members/newcomer.ts'
import { parseTypedDirhams, typedNumber } from '../src/money/index.ts'
import { amount, day, rate, whole } from '../src/parameters/scalars.ts'
import { parseOrder } from '../src/payments/order-form.ts'
import { parseEmployerNumber } from '../src/subscriptions/employer-number.ts'
import { parseForm } from '../src/web/form.ts'
import { parsePhone } from '../src/web/phone.ts'
import { readDay } from '../src/web/read-day.ts'
import { wordsIn } from '../src/web/words/index.ts'

const words = wordsIn('ar')
const quarter = { year: 2026, quarter: 3 } as const

/** What a keyboard set to Arabic types in each kind of field is the same number, never a mistake. */
describe('digits of an Arabic keyboard', () => {
  it.each([
    ['٣٦٠٠٠', '36000'],
    ['٣٦٬٠٠٠٫٢٥', '36\u202f000,25'],
    ['\u200f٣٦٠٠٠٫٢٥\u061c', '36000,25'],
    ['۳۶۰۰۰', '36000'],
    ['３６', '36'],
  ])('«%s» is %s', (typed, western) => {
    expect(typedNumber(typed)).toBe(western)
  })

  it.each(['٣٦٠٠٠٫٢٥', '٣٦ ٠٠٠,٢٥', '٣٦٬٠٠٠٫٢٥ درهم'])('are an amount: %s', (typed) => {
    expect(parseTypedDirhams(typed)).toEqual({ ok: true, value: 3_600_025n })
  })

  it('are a salary of «Formulaire de Saisie» and a departure, shown again as they were understood', () => {
    const civil = { joinedOn: '2015-01-01' } as Parameters<typeof readRow>[0]['civil']
    const typed = { salary: '٣٦٠٠٠٫٢٥', leftOn: '٣١/٠٨/٢٠٢٦', unpaidReason: '' }
    const row = { ...typed, key: 'k', kind: 'known', civil, known: null } as const
    const rest = { nameReason: '', last: null, isCarried: false, limit: null }
    expect(readRow({ ...row, ...rest }, quarter)).toEqual({
      state: 'left',
      salary: 3_600_025n,
      leftOn: '2026-08-31',
    })
    expect(writtenAgain(typed)).toMatchObject({ salary: '36\u202f000,25', leftOn: '31/08/2026' })
  })

  it('are the numbers of somebody new', () => {
    const parsed = parsePerson(
      {
        nom: 'Amrani',
        prenom: 'Nabil',
        cnie: 'BK٢٠١٧٧٤',
        nationalite: 'M',
        sexe: 'M',
        naissance: '١٥/٠٧/١٩٨٥',
        affiliation: '٠١/٠٧/٢٠٢٦',
        situation: 'C',
        enfants: '٢',
        cnss: '١٢٣٤٥٦٧٨٩',
        gsm: '٠٦٦١٢٣٤٥٦٧',
      },
      words.entry.personMistakes,
      { quarter, isNew: true },
    )
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        identityNumber: 'BK201774',
        bornOn: '1985-07-15',
        children: 2,
        cnssNumber: '123456789',
        mobile: '00212661234567',
      },
    })
  })

  it('correct a line of a file', () => {
    expect(writtenField('salary', '٣٦ ٠٠٠٫٢٥')).toBe('0003600025')
    expect(writtenField('employeeRate', '٦٫٠٠')).toBe('0600')
    expect(writtenField('bornOn', '١٥/٠٧/١٩٨٥')).toBe('15071985')
    expect(writtenField('memberNumber', '١٢٣٤')).toBe('000001234')
  })

  it('are the amounts and the day of a payment order', () => {
    const due = '01-2026T3-contributions'
    const typed = { [`payer-${due}`]: 'on', [`montant-${due}`]: '١٤٤٩٠٫١١', compte: 'c' }
    const parsed = parseOrder({ ...typed, jour: '٠٣/١٢/٢٠٢٦' }, words.payments.drawUp)
    expect(parsed).toMatchObject({
      ok: true,
      value: { debitOn: '2026-12-03', dues: [{ amount: 1_449_011n }] },
    })
  })

  it('are ceilings, and the parts of a transfer', () => {
    const ceilings = { perOrder: '١٠٠٠٠', perDay: '٥٠٠٠٠٫٥' }
    expect(parseCeilings(ceilings, words.administration.ceilings)).toEqual({
      ok: true,
      value: { orderCeiling: 1_000_000n, dailyCeiling: 5_000_050n },
    })
    const parts = parseParts(
      { 'adherent-1': '٥٨٣٩', 'montant-1': '١٠٠', 'adherent-2': '٥٨٤٠', 'montant-2': '٢٠٠٫٥٠' },
      words.receivedTransfers.split,
    )
    expect(parts).toMatchObject({
      ok: true,
      value: [
        { employerNumber: '005839', amount: 10_000n },
        { employerNumber: '005840', amount: 20_050n },
      ],
    })
  })

  it('are the answers of a claim and the amounts that an agent decides', () => {
    expect(parseForm(endSchema(words.claims), { jour: '٣١/١٢/٢٠٢٦', note: '' })).toMatchObject({
      value: { jour: '2026-12-31' },
    })
    const rib = { rib: '٠٠٧٧٨٠٠٠٠١٢٣٤٥٦٧٨٩٠١٢٣٩٦' }
    expect(parseForm(accountSchema(words.claims), rib)).toMatchObject({
      value: { rib: '007780000123456789012396' },
    })
    const decision = { decision: 'granted', debut: '٠١/٠١/٢٠٢٧', annuelle: '١٨٠٠٠', unique: '' }
    expect(parseForm(decisionSchema(words.claims), { ...decision, raison: '' })).toMatchObject({
      value: { startsOn: '2027-01-01', yearly: 1_800_000n },
    })
    const query = { depart: '', capital: '', ailleurs: '١٢٥٠٫٤', depuis2003: '' } as const
    const { asked } = parseEstimate(query, words.liquidations.estimate)
    expect(asked.elsewhere.points).toBe(125_040n)
  })

  it('are the values of the fund’s parameters', () => {
    expect(whole(1, 90).parse('٣٠')).toEqual({ ok: true, value: 30 })
    expect(rate.parse('٤٫٨٨ ٪')).toEqual({ ok: true, value: 488 })
    expect(amount.parse('١٨٠٠٠')).toEqual({ ok: true, value: 1_800_000n })
    expect(day.parse('٠١/٠١/٢٠٢٧')).toEqual({ ok: true, value: '2027-01-01' })
  })

  it('are numbers of companies, accounts, people and telephones, and a day', () => {
    expect(parseEmployerNumber('٥٨٣٩')).toMatchObject({ value: '005839' })
    expect(parseIce('٠٠١٥٦١١٩١٠٠٠٠٦٦')).toBe('001561191000066')
    expect(parseRib('٠٠٧ ٧٨٠ ٠٠٠١٢٣٤٥٦٧٨٩٠١٢٣ ٩٦').ok).toBe(true)
    expect(parseMemberNumber('١٢٣')).toBe('000000123')
    expect(parsePhone('٠٦ ٦١ ٢٣ ٤٥ ٦٧')).toBe('+212661234567')
    expect(queryFrom(() => '١٢٣').q).toBe('123')
    expect(readDay('٣١/١٢/٢٠٢٧')).toBe('2027-12-31')
  })
})
