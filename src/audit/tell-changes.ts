import { z } from 'zod'
import { formatShortDate, localDate } from '../calendar/index.ts'
import type { Words } from '../web/words/index.ts'
import { isolate, type Language, listed } from '../web/words/language.ts'

const changes = z.array(
  z.object({
    row: z.string(),
    field: z.string(),
    before: z.string().nullish(),
    after: z.string().nullish(),
  }),
)

interface Telling {
  readonly words: Words
  readonly language: Language
}

/** «01, Taux salarial 6,00 % → 6,50 %»: what a file changed in a company's rows; of a member, the fields alone. */
export function tellChanges(noted: unknown, { words, language }: Telling): string {
  const found = changes.safeParse(noted)
  if (!found.success) return ''
  const fields: Readonly<Record<string, string>> = words.imports.fields
  const kept = (text: string) => (language === 'ar' && text !== '' ? isolate(text) : text)
  return found.data
    .map(({ row, field, before, after }) => {
      const place = listed([kept(row), fields[field] ?? field].filter(Boolean), language)
      if (before === undefined) return place
      const [was, is] = [before, after ?? null].map((value) => valueOf(field, value, words))
      return `${place} ${kept(`${was} → ${is}`)}`
    })
    .join(language === 'ar' ? '؛ ' : '\u00a0; ')
}

function valueOf(field: string, value: string | null, words: Words): string {
  if (value === null) return words.imports.one.nothing
  if (field.endsWith('Rate')) return `${(Number(value) / 100).toFixed(2).replace('.', ',')}\u00a0%`
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return formatShortDate(localDate(value))
  const known: Readonly<Record<string, string>> = words.imports.values
  return known[value] ?? value
}
