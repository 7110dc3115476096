import type { Language } from './language.ts'

/** «41 octets», «12,5 ko», «3,2 Mo»: a file that has something in it is never of nothing. */
export function formatSize(bytes: number, language: Language): string {
  const [unit, size, unitDisplay] =
    bytes < 1000
      ? (['byte', 1, 'long'] as const)
      : bytes < 1_000_000
        ? (['kilobyte', 1000, 'short'] as const)
        : (['megabyte', 1_000_000, 'short'] as const)
  return new Intl.NumberFormat(language === 'ar' ? 'ar-MA-u-nu-latn' : 'fr', {
    style: 'unit',
    unit,
    unitDisplay,
    maximumFractionDigits: 1,
  }).format(bytes / size)
}
