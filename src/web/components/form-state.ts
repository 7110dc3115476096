import { createContext, useContext } from 'hono/jsx'
import { type Fields, type Mistakes, text } from '../form.ts'

/** What came back with a form: mistakes by field, and what was typed. Fields find their own by name. */
export interface FormState {
  readonly errors: Mistakes
  readonly typed: Fields
  /** Set when a page shows the same fields twice, so that ids stay unique. */
  readonly prefix: string
  /** Somebody changed the same things meanwhile: what is kept now is shown beside what was typed. */
  readonly isStale?: boolean
}

const FormContext = createContext<FormState>({ errors: {}, typed: {}, prefix: '' })

export const FormProvider = FormContext.Provider

export interface FieldState {
  readonly id: string
  readonly error: string | undefined
  readonly errorId: string
  readonly hintId: string
  /** What was typed before, or what the page proposed when nothing was typed yet. */
  readonly value: string
  readonly values: readonly string[]
  /** What somebody else saved meanwhile, when it is not what was typed. */
  readonly savedNow: readonly string[] | undefined
}

/**
 * The state of one field: what was typed wins over what the page proposes, even when it was emptied. `kept` is what is kept
 * now where the page does not propose it, as it may be shown; null where it may not.
 */
export function useField(
  name: string,
  proposed: string | readonly string[] = '',
  kept: string | readonly string[] | null = proposed,
): FieldState {
  const { errors, typed, prefix, isStale } = useContext(FormContext)
  const id = fieldId(name, prefix)
  const given = Object.keys(typed).length === 0 ? proposed : (typed[name] ?? '')
  const values = listed(given)
  const saved = kept === null ? values : listed(kept)
  return {
    id,
    error: errors[name],
    errorId: `${id}-erreur`,
    hintId: `${id}-aide`,
    value: values[0] ?? '',
    values,
    savedNow: isStale && saved.join('\n') !== values.join('\n') ? saved : undefined,
  }
}

/** What a form says unseen of its page: as its reader had it before their eyes, until they are told that it changed. */
export function useSeen(name: string, shown: string): string {
  const { typed, isStale } = useContext(FormContext)
  const seen = text(typed, name)
  return seen !== '' && !isStale ? seen : shown
}

function listed(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? (value === '' ? [] : [value]) : value
}

/** The id of a field's input: the links of the error summary lead to it. */
export function fieldId(name: string, prefix = ''): string {
  return `champ-${prefix}${name}`.replace(/[^\w-]/g, '-')
}

/** What `aria-describedby` names: the hint, then the mistake. */
export function describedBy(field: FieldState, hasHint: boolean): string | undefined {
  const ids = [
    hasHint ? field.hintId : '',
    field.error || field.savedNow ? field.errorId : '',
  ].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}
