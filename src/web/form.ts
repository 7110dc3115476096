import { z } from 'zod'

/** What a browser sent: every value is text; a repeated name is a list. */
export type Fields = Readonly<Record<string, string | readonly string[]>>

export type Mistakes = Readonly<Record<string, string>>

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: Mistakes; readonly typed: Fields }

/** Turns what was typed into a command, or into every mistake at once, by field; what was typed is kept. */
export function parseForm<T>(schema: z.ZodType<T>, fields: Fields): Parsed<T> {
  const result = schema.safeParse(fields)
  if (result.success) return { ok: true, value: result.data }
  const errors: Record<string, string> = {}
  for (const issue of result.error.issues) {
    const name = String(issue.path[0] ?? '')
    errors[name] ??= issue.message
  }
  return { ok: false, errors, typed: fields }
}

/** One value of a field, empty when absent; surrounding spaces are not part of an answer. */
export function text(fields: Fields, name: string): string {
  const value = fields[name]
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim()
}

/** The version that the form was shown with; without one, nothing can match. */
export function versionOf(fields: Fields): number {
  const typed = text(fields, 'version')
  return /^\d{1,9}$/.test(typed) ? Number(typed) : -1
}

/** `{most}` in a sentence about length is how long it may be. */
export const sayMost = (sentence: string, most: number) => sentence.replace('{most}', String(most))

/** Texts of a form: never undefined, trimmed, bounded. */
export function line(required: string, tooLong: string, max = 100) {
  return z
    .preprocess(first, z.string())
    .transform((value) => value.normalize('NFC').trim().replace(/\s+/g, ' '))
    .pipe(z.string().min(1, required).max(max, sayMost(tooLong, max)).refine(isPlain, required))
}

export function optionalLine(tooLong: string, max = 100) {
  return z
    .preprocess(first, z.string())
    .transform((value) => value.normalize('NFC').trim().replace(/\s+/g, ' '))
    .pipe(z.string().max(max, sayMost(tooLong, max)).refine(isPlain, sayMost(tooLong, max)))
}

/** A choice among known values. */
export function choice<const T extends readonly [string, ...string[]]>(
  values: T,
  required: string,
) {
  return z.preprocess(first, z.string()).pipe(z.enum(values, { message: required }))
}

/** Ticked boxes; an untouched group is an empty list. */
export function ticked<const T extends readonly [string, ...string[]]>(values: T) {
  return z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.enum(values)),
  )
}

export function tick() {
  return z.preprocess((value) => first(value) === 'on' || first(value) === 'oui', z.boolean())
}

// Stricter than the standard: no quotes, comments or spaces, so no part can be read as another recipient.
const addressPattern =
  /^[a-z0-9!#$%&*+/=?^_{|}~-]+(?:\.[a-z0-9!#$%&*+/=?^_{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i

export function emailAddress(wrong: string) {
  return z
    .preprocess(first, z.string())
    .transform((value) => value.trim())
    .pipe(z.string().max(254, wrong).regex(addressPattern, wrong))
    .transform((value) => {
      const at = value.lastIndexOf('@')
      return value.slice(0, at) + value.slice(at).toLowerCase()
    })
}

function first(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : (value ?? '')
}

/** No control characters and no direction overrides: names are shown, printed and mailed. */
function isPlain(value: string): boolean {
  // oxlint-disable-next-line no-control-regex
  return !/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/.test(value)
}
