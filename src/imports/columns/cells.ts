import { type LocalDate, localDateFromParts } from '../../calendar/index.ts'
import { fundLetters, isGarbled } from '../../declarations/checking/text-forms.ts'
import { westernDigits } from '../../money/index.ts'
import { hasRightControl, parseIce } from '../../employers/ice.ts'
import { rate as rateScalar } from '../../parameters/scalars.ts'
import { emailAddress } from '../../web/form.ts'
import { parseMobile, parsePhone } from '../../web/phone.ts'
import { read, type Reading, refused } from './import-column.ts'

type Reader = (cell: string) => Reading

const spaces = /[\s\u00a0\u202f]+/g
const hidden = /(?![\t\r\n])[\p{Cc}\p{Cf}]/u
const hiddenEverywhere = new RegExp(hidden.source, 'gu')

/** What nobody sees is named and never dropped in silence; neither is what another program garbled (quality AT85). */
function withoutTraps(reader: Reader): Reader {
  return (cell) => {
    if (isPlain(cell)) return reader(cell)
    if (hidden.test(cell)) {
      const correction = cell.replace(hiddenEverywhere, '').trim()
      return refused('hidden_character', cell, { correction })
    }
    return isGarbled(cell) ? refused('text_garbled', cell) : reader(cell)
  }
}

function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x20 || code > 0x7e) return false
  }
  return true
}

/** Words, in one line: line ends inside quotes become spaces. */
export function text(most: number): Reader {
  return withoutTraps((cell) => {
    const words = cell.normalize('NFC').replace(spaces, ' ').trim()
    if (words.length > most) return refused('text_too_long', words, { params: { most: `${most}` } })
    return read(words)
  })
}

/** Names in Latin letters: the fund's files have no others. */
export function latinText(most: number): Reader {
  const reader = text(most)
  return (cell) => {
    const found = reader(cell)
    if (!found.ok || !/[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]/.test(found.value))
      return found
    return refused('not_latin', found.value)
  }
}

/** A number of fixed length, whose zeros on the left spreadsheets drop. */
export function digits(length: number): Reader {
  return withoutTraps((cell) => {
    const written = cell.replace(spaces, '')
    if (/^\d+$/.test(written)) {
      if (written.length <= length) return read(written.padStart(length, '0'))
      return refused('digits_too_long', cell, { params: { most: String(length) } })
    }
    const meant = westernDigits(written).replace(/[Oo]/g, '0').replace(/[Il]/g, '1')
    const isMeant = /^\d+$/.test(meant) && meant.length <= length
    return refused('not_digits', cell, {
      params: { most: String(length) },
      correction: isMeant ? meant.padStart(length, '0') : null,
    })
  })
}

/** JJ/MM/AAAA, or AAAA-MM-JJ as programs write it, with the midnight that some add. */
export const day: Reader = withoutTraps((cell) => {
  const written = cell.replace(/[T ]0{1,2}:00(?::00(?:\.0+)?)?Z?$/, '')
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(written)
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(written)
  const found = french
    ? dayOf(french[3], french[2], french[1])
    : iso && dayOf(iso[1], iso[2], iso[3])
  return found ? read(found) : refused('not_a_day', cell)
})

/** Of a birth that the papers date by its year or month alone, the fund keeps 1 July (rule of 1995): offered, not guessed. */
export const dayOfBirth: Reader = withoutTraps((cell) => {
  const year =
    /^(?:\d{1,2}[/.-])?(?:\d{1,2}[/.-])?(\d{4})$/.exec(cell)?.[1] ??
    /^(\d{4})-\d{2}(?:-\d{2})?$/.exec(cell)?.[1]
  const isUnknown = /^\d{4}(?:-\d{2})?$|^\d{1,2}[/.-]\d{4}$|(?:^|[/.-])0{1,2}(?=[/.-]|$)/.test(cell)
  const middle = isUnknown && year ? dayOf(year, '7', '1') : undefined
  if (!middle) return day(cell)
  return refused('birth_day_unknown', cell, { correction: `01/07/${year}` })
})

function dayOf(year = '', month = '', date = ''): LocalDate | undefined {
  const number = Number(year)
  if (number < 1900 || number > 2100) return undefined
  return localDateFromParts(number, Number(month), Number(date))
}

/** A percentage, in hundredths of a percent. «0,06» may be a spreadsheet's 6 %: it is asked about, not guessed. */
export const rate: Reader = withoutTraps((cell) => {
  const meant = westernDigits(cell)
  if (meant !== cell) return refused('not_a_rate', cell, { correction: meant })
  const parsed = rateScalar.parse(cell)
  if (parsed.ok && parsed.value >= 100) return read(String(parsed.value))
  if (parsed.ok && parsed.value > 0 && !cell.includes('%')) {
    return refused('rate_fraction', cell, {
      correction: `${rateScalar.write(parsed.value * 100)} %`,
    })
  }
  return refused('not_a_rate', cell)
})

/** One of several words, whatever its case and accents, or the letter that the fund writes for it. */
export function choice(words: Readonly<Record<string, readonly string[]>>): Reader {
  const values = new Map(
    Object.entries(words).flatMap(([value, written]) =>
      written.map((word): [string, string] => [lettersOf(word), value]),
    ),
  )
  const accepted = Object.values(words).map(([first = '']) => first)
  return withoutTraps((cell) => {
    const value = values.get(lettersOf(cell))
    if (value !== undefined) return read(value)
    return refused('choice_unknown', cell, { params: { accepted: accepted.join(', ') } })
  })
}

/** Several numbers of fixed length, in one cell, each once, in their order. */
export function numbers(length: number): Reader {
  const one = digits(length)
  return (cell) => {
    const found = new Set<string>()
    for (const part of cell.split(/[,;/+\n]/)) {
      if (part.trim() === '') continue
      const reading = one(part.trim())
      if (!reading.ok) return reading
      found.add(reading.value)
    }
    return found.size === 0 ? one(cell) : read([...found].toSorted().join(','))
  }
}

/** Several of these words, in one cell; kept in the order of ours. */
export function several(words: Readonly<Record<string, readonly string[]>>): Reader {
  const one = choice(words)
  return (cell) => {
    const found = new Set<string>()
    for (const part of cell.split(/[,;/+\n]/)) {
      const word = part.trim()
      if (word === '') continue
      const reading = one(word)
      if (!reading.ok) return reading
      found.add(reading.value)
    }
    if (found.size === 0) return one(cell)
    return read(
      Object.keys(words)
        .filter((value) => found.has(value))
        .join(','),
    )
  }
}

function lettersOf(word: string): string {
  return fundLetters(word).replace(/[^A-Z0-9]/g, '')
}

/** The declaration file has one character for them: from nine on, the fund keeps 9. */
export const children: Reader = withoutTraps((cell) => {
  if (!/^\d{1,2}$/.test(cell)) return refused('children_unknown', cell)
  const value = String(Math.min(9, Number(cell)))
  if (Number(cell) <= 9) return read(value)
  return read(value, { code: 'children_capped', value: cell })
})

const address = emailAddress('x')

export const email: Reader = withoutTraps((cell) => {
  const parsed = address.safeParse(cell)
  return parsed.success ? read(parsed.data) : refused('email_malformed', cell)
})

/** As the network dials it: «06 61 23 45 67» is «+212661234567». Most numbers are Moroccan, and need no library. */
export const phone: Reader = withoutTraps((cell) => {
  const dialled = cell.replace(/[\s\u00a0\u202f.()-]/g, '')
  const national = /^(?:0|\+212|00212|212)([5-8]\d{8})$/.exec(dialled)?.[1]
  const number = national ? `+212${national}` : parsePhone(dialled.replace(/^00/, '+'))
  return number ? read(number) : refused('phone_malformed', cell)
})

/** The same, and a mobile, as a subscription asks for. */
export const mobile: Reader = (cell) => {
  const found = phone(cell)
  if (!found.ok) return found
  return parseMobile(found.value) ? found : refused('mobile_expected', cell)
}

/** The same in the fourteen characters of the declaration file: 00212661234567. */
export const filePhone: Reader = (cell) => {
  const found = phone(cell)
  if (!found.ok) return found
  const written = found.value.replace('+', '00')
  return written.length <= 14 ? read(written) : refused('phone_malformed', cell)
}

export const ice: Reader = withoutTraps((cell) => {
  const parsed = parseIce(cell)
  if (!parsed) return refused('ice_malformed', cell)
  return hasRightControl(parsed) ? read(parsed) : read(parsed, { code: 'ice_control', value: cell })
})

export const cnss: Reader = withoutTraps((cell) => {
  const number = /^0?(1\d{8})$/.exec(cell.replace(/[\s.-]/g, ''))?.[1]
  return number ? read(number) : refused('cnss_malformed', cell)
})

/** Letters and digits, ten at most, as the declaration file has room for. */
export const identity: Reader = withoutTraps((cell) => {
  const number = cell.toUpperCase().replace(/[^A-Z0-9]/g, '')
  const isLikely = /^[A-Z0-9]{4,10}$/.test(number) && /\d{3}/.test(number)
  return isLikely ? read(number) : refused('identity_malformed', cell)
})

/** The number of a document of whatever kind; its shape is judged with the kind. */
export const document: Reader = withoutTraps((cell) => {
  const number = westernDigits(cell)
    .toUpperCase()
    .replace(/[\s\u00a0\u202f.-]/g, '')
  return /^[A-Z0-9]{2,15}$/.test(number) ? read(number) : refused('document_malformed', cell)
})
