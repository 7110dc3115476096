import { parseDirhams } from '../../../money/index.ts'
import { fundLetters, isAllDigits, isAllZeros } from '../text-forms.ts'
import { decimalAt, dayAt, wholeAt } from './scan-numbers.ts'

/** How one column is written in a table, beside the fund's own writing of the same field. */
export interface CellForm {
  /** The number that the fund's writing would hold, read in place; -1 when it takes more to understand the cell. */
  readonly digits: (text: string, from: number, to: number) => number
  /** The cell in the fund's writing; null when it cannot be read so, and is left to be explained. */
  readonly read: (cell: string) => string | null
  /** What to write in a cell for the fund's writing. */
  readonly write: (text: string) => string
}

const noDigits = () => -1
const spaces = /[\s\u00a0\u202f]/g

/** Free text: as it stands. */
export const textForm: CellForm = {
  digits: noDigits,
  read: (cell) => cell,
  write: (text) => text.trim(),
}

/** Free text where zeros mean none. */
export const zerosForm: CellForm = {
  ...textForm,
  write: (text) => (isAllZeros(text.trim()) ? '' : text.trim()),
}

/** A number whose zeros on the left spreadsheets drop, and which they may group by thousands; `blank` is what none is. */
export function numberForm(length: number, blank = ''): CellForm {
  return {
    digits: wholeAt,
    read: (cell) => {
      if (cell.length === length && isAllDigits(cell)) return cell
      const digits = cell.replace(spaces, '')
      if (digits === '') return blank
      return isAllDigits(digits) ? digits.padStart(length, '0') : null
    },
    write: (text) => (text === blank ? '' : text),
  }
}

/** A letter, or the word it stands for. */
export function letterForm(words: Readonly<Record<string, string>>): CellForm {
  return {
    digits: wholeAt,
    read: (cell) => {
      if (cell.length === 1 && cell !== 'H') return cell
      return cell === '' ? ' ' : (words[fundLetters(cell).trim()] ?? null)
    },
    write: (text) => text.trim(),
  }
}

/** 9 is nine or more. */
export const childrenForm: CellForm = {
  digits: (text, from, to) => Math.min(9, wholeAt(text, from, to)),
  read: (cell) => {
    if (cell === '') return ' '
    return /^\d{1,2}$/.test(cell) ? String(Math.min(9, Number(cell))) : null
  },
  write: (text) => text.trim(),
}

const noCnssNumber = '9999999999'

/** Nothing written is no number, as the fund writes it. */
export const cnssForm: CellForm = {
  digits: noDigits,
  read: (cell) => (cell === '' ? noCnssNumber : cell),
  write: (text) => (text === noCnssNumber ? '' : text.trim()),
}

/** «3», «T3». */
export const quarterForm: CellForm = {
  digits: wholeAt,
  read: (cell) => /^T?(\d)$/i.exec(cell)?.[1] ?? null,
  write: (text) => text,
}

/** Dirhams with a comma or a point; ten digits beginning with zero are the fund's centimes. */
export const amountForm: CellForm = {
  digits: (text, from, to) =>
    isCentimes(text, from, to) ? wholeAt(text, from, to) : decimalAt(text, from, to),
  read: (cell) => {
    if (isCentimes(cell, 0, cell.length)) return cell
    const parsed = parseDirhams(cell)
    return parsed.ok ? parsed.value.toString().padStart(10, '0') : null
  },
  write: (text) => (isAllDigits(text) ? `${Number(text.slice(0, -2))},${text.slice(-2)}` : ''),
}

function isCentimes(text: string, from: number, to: number): boolean {
  return to - from === 10 && text.charCodeAt(from) === 0x30 && wholeAt(text, from, to) >= 0
}

/** «6» to «99,99»; what is shorter or longer takes more to understand. */
function percentAt(text: string, from: number, to: number): number {
  const hundredths = decimalAt(text, from, to)
  return hundredths >= 100 && hundredths < 10_000 && text.charCodeAt(from) !== 0x30
    ? hundredths
    : -1
}

/** Percents («6», «6,00 %»), the fraction a spreadsheet keeps (0.06), or the fund's hundredths («0600»). */
export const rateForm: CellForm = {
  digits: percentAt,
  read: (cell) => {
    const [, whole = '', decimals = ''] = /^(\d{1,4})(?:[.,](\d{1,4}))?\s*%?$/.exec(cell) ?? []
    if (whole === '') return null
    if (decimals === '' && (whole.length > 2 || whole.startsWith('0')))
      return whole.padStart(4, '0')
    const tenThousandths = Number(whole) * 10_000 + Number(decimals.padEnd(4, '0'))
    const isFraction = tenThousandths < 10_000 && !cell.endsWith('%')
    const hundredths = isFraction ? tenThousandths : tenThousandths / 100
    return Number.isInteger(hundredths) ? String(hundredths).padStart(4, '0') : null
  },
  write: (text) => `${Number(text.slice(0, 2))},${text.slice(2)}`,
}

/** JJ/MM/AAAA, AAAA-MM-JJ, or the fund's JJMMAAAA whose first zero a spreadsheet may have dropped. */
export const dayForm: CellForm = {
  digits: dayAt,
  read: (cell) => {
    if (cell === '') return ''
    const day = cell.replace(/[T ]0{1,2}:00(?::00(?:\.0+)?)?Z?$/, '')
    const found = dayAt(day, 0, day.length)
    return found < 0 ? null : String(found).padStart(8, '0')
  },
  write: (text) =>
    isAllDigits(text) && !isAllZeros(text)
      ? `${text.slice(0, 2)}/${text.slice(2, 4)}/${text.slice(4)}`
      : '',
}
