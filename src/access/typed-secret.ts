import type { Fields } from '../web/form.ts'

/** A password as it was typed: spaces are part of it. */
export function typedSecret(fields: Fields, name: string): string {
  const value = fields[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}
