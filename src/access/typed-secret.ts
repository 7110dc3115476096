import { again } from '../web/components/password-field.tsx'
import type { Fields } from '../web/form.ts'

/** A password as it was typed: spaces are part of it. */
export function typedSecret(fields: Fields, name: string): string {
  const value = fields[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

/** Typed the same twice, or once where it could be shown (`PasswordField`). */
export function isTypedTwice(fields: Fields, name: string): boolean {
  return (
    fields[again(name)] === undefined ||
    typedSecret(fields, again(name)) === typedSecret(fields, name)
  )
}
