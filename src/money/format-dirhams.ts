import type { Dirhams } from './dirhams.ts'

const narrowSpace = '\u202f'
const noBreakSpace = '\u00a0'
const unitWords = { fr: 'DH', ar: 'درهم' } as const

/**
 * The one place where an amount becomes words: «14 490,11 DH», with a narrow no-break space between thousands.
 * Arabic pages keep Western digits, as Moroccan ones do, and change only the unit.
 */
export function formatDirhams(amount: Dirhams, language: 'fr' | 'ar' = 'fr'): string {
  return `${formatDirhamsBare(amount)}${noBreakSpace}${unitWords[language]}`
}

/** The same figures without the unit, for table columns whose heading already says dirhams. */
export function formatDirhamsBare(amount: Dirhams): string {
  const { sign, whole, cents } = digitsOf(amount)
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, narrowSpace)
  return `${sign === '' ? '' : '\u2212'}${grouped},${cents}`
}

/** The amount for machines (JSON, CSV, ISO 20022): «14490.11», a plain hyphen when negative. */
export function decimalString(amount: Dirhams): string {
  const { sign, whole, cents } = digitsOf(amount)
  return `${sign}${whole}.${cents}`
}

function digitsOf(amount: Dirhams): { sign: '' | '-'; whole: string; cents: string } {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, '0')
  return { sign: amount < 0n ? '-' : '', whole: digits.slice(0, -2), cents: digits.slice(-2) }
}
