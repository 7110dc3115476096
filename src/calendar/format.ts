import { type LocalDate, partsOf } from './local-date.ts'
import type { Quarter } from './quarter.ts'
import { wallTimeAt } from './zone.ts'

type Language = 'fr' | 'ar'

/** Fixed tables: what a date looks like must not depend on the browser's or the server's Intl data. */
const monthNames = {
  fr: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  ar: [
    'يناير',
    'فبراير',
    'مارس',
    'أبريل',
    'ماي',
    'يونيو',
    'يوليوز',
    'غشت',
    'شتنبر',
    'أكتوبر',
    'نونبر',
    'دجنبر',
  ],
} as const

const quarterNames = {
  fr: ['1er trimestre', '2e trimestre', '3e trimestre', '4e trimestre'],
  ar: ['الفصل الأول', 'الفصل الثاني', 'الفصل الثالث', 'الفصل الرابع'],
} as const

/** «15 juillet 2026», «1er juillet 2026», «15 يوليوز 2026». */
export function formatDate(date: LocalDate, language: Language = 'fr'): string {
  const { year, month, day } = partsOf(date)
  const shownDay = language === 'fr' && day === 1 ? '1er' : `${day}`
  return `${shownDay} ${monthNames[language][month - 1]} ${year}`
}

/** «15 juillet 2026 à 16 h 20», in Casablanca time; the hour never breaks over two lines. */
export function formatDateTime(instant: Date, language: Language = 'fr'): string {
  const { date, hour, minute } = wallTimeAt(instant)
  const minutes = `${minute}`.padStart(2, '0')
  if (language === 'ar') return `${formatDate(date, 'ar')} على الساعة ${hour}:${minutes}`
  return `${formatDate(date)} à ${hour}\u00a0h\u00a0${minutes}`
}

/** «juillet 2026», from «2026-07». */
export function formatMonth(month: string, language: Language = 'fr'): string {
  const [year, number] = month.split('-')
  return `${monthNames[language][Number(number) - 1] ?? ''} ${year}`
}

/** «15/07/2026», for dense tables. */
export function formatShortDate(date: LocalDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`
}

/** «3e trimestre 2024», «الفصل الثالث 2024». */
export function formatQuarterInWords(quarter: Quarter, language: Language = 'fr'): string {
  return `${quarterNames[language][quarter.quarter - 1]} ${quarter.year}`
}
