import type { Fields, Mistakes } from '../../../web/form.ts'

/** What came back with a form: its cause, its mistakes, what was typed. */
export interface Typed {
  readonly cause: string
  readonly errors: Mistakes
  readonly fields: Fields
}
