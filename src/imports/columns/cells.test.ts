import { describe, expect, it } from 'vitest'
import {
  children,
  choice,
  cnss,
  day,
  dayOfBirth,
  digits,
  document,
  email,
  filePhone,
  ice,
  identity,
  latinText,
  mobile,
  phone,
  rate,
  several,
  text,
} from './cells.ts'

type Reader = typeof day

describe('a cell', () => {
  it.each<[string, Reader, string, string]>([
    ['a number whose zeros a spreadsheet dropped', digits(6), '5839', '005839'],
    ['a number with spaces', digits(9), '000 123 456', '000123456'],
    ['a French day', day, '1/7/2012', '2012-07-01'],
    ['a day of birth', dayOfBirth, '10/10/1966', '1966-10-10'],
    ['a day as programs write it', day, '2012-07-01 00:00:00', '2012-07-01'],
    ['a rate', rate, '6,00 %', '600'],
    ['a rate without sign', rate, '4.88', '488'],
    ['a word without its accent', choice({ A: ['Étranger'] }), 'ETRANGER', 'A'],
    ['a text on two lines', text(50), '12, rue\r\ndes Orangers', '12, rue des Orangers'],
    ['a name in Arabic for a company', text(50), 'مصبرات سوس', 'مصبرات سوس'],
    ['a national number', phone, '06 61-23.45 67', '+212661234567'],
    ['a foreign number', phone, '+33 1 42 68 53 00', '+33142685300'],
    ['a number as the file has it', filePhone, '0661234567', '00212661234567'],
    ['an ICE with spaces', ice, '001 561 191 0000 66', '001561191000066'],
    ['a CNSS number', cnss, '0123456785', '123456785'],
    ['an identity with dashes', identity, 'be-123456', 'BE123456'],
    ['a mobile', mobile, '06 61 23 45 67', '+212661234567'],
    ['a passport', document, 'ab 12-34', 'AB1234'],
    ['words in any order', several({ a: ['Un'], b: ['Deux'] }), 'deux, UN,', 'a,b'],
    ['an e-mail', email, 'Nom@Exemple.MA', 'Nom@exemple.ma'],
  ])('reads %s', (_, reader, cell, value) => {
    expect(reader(cell)).toMatchObject({ ok: true, value })
  })

  it.each<[string, Reader, string, string | null]>([
    ['not_digits', digits(6), 'OO5839', '005839'],
    ['not_digits', digits(6), '٠٠٥٨٣٩', '005839'],
    ['not_digits', digits(6), '58-39', null],
    ['digits_too_long', digits(2), '123', null],
    ['not_a_day', day, '31/02/2012', null],
    ['not_a_day', day, '01/07/12', null],
    ['birth_day_unknown', dayOfBirth, '00/00/1966', '01/07/1966'],
    ['birth_day_unknown', dayOfBirth, '00/05/1966', '01/07/1966'],
    ['birth_day_unknown', dayOfBirth, '1966', '01/07/1966'],
    ['birth_day_unknown', dayOfBirth, '05/1966', '01/07/1966'],
    ['birth_day_unknown', dayOfBirth, '1966-00-00', '01/07/1966'],
    ['not_a_day', dayOfBirth, '00/00/0000', null],
    ['not_a_day', dayOfBirth, '31/02/1966', null],
    ['not_a_rate', rate, 'six', null],
    ['rate_fraction', rate, '0,06', '6 %'],
    ['choice_unknown', choice({ A: ['Active'] }), 'peut-être', null],
    ['text_too_long', text(3), 'abcd', null],
    ['not_latin', latinText(60), 'العمراني', null],
    ['hidden_character', latinText(60), 'EL\u200bAMRANI', 'ELAMRANI'],
    ['hidden_character', digits(6), '\u202e005839', '005839'],
    ['text_garbled', text(50), 'SociÃ©tÃ© gÃ©nÃ©rale', null],
    ['phone_malformed', phone, '12', null],
    ['ice_malformed', ice, '0015611910000', null],
    ['cnss_malformed', cnss, '987', null],
    ['identity_malformed', identity, 'X', null],
    ['email_malformed', email, '"a b"@c.ma', null],
  ])('is refused with %s', (code, reader, cell, correction) => {
    const reading = reader(cell)
    expect(reading.ok).toBe(false)
    expect(reading.ok ? null : reading.remark).toMatchObject({ code })
    expect((reading.ok ? null : reading.remark.correction) ?? null).toBe(correction)
  })

  it('AT78: takes no rate that is not one', () => {
    for (const cell of ['-1', '1e309', 'NaN', '1e3', '600', '101 %', '4,875']) {
      expect([cell, rate(cell).ok]).toEqual([cell, false])
    }
  })

  it('keeps nine children at most, and says so', () => {
    expect(children('12')).toMatchObject({
      ok: true,
      value: '9',
      remark: { code: 'children_capped', value: '12' },
    })
    expect(children('9')).toEqual({ ok: true, value: '9' })
  })

  it('keeps an ICE that does not add up, and says so', () => {
    expect(ice('001561191000065')).toMatchObject({ ok: true, remark: { code: 'ice_control' } })
  })
})
