import type { Mistakes } from '../../web/form.ts'
import type { Page } from '../../web/site.ts'
import { withoutPassword } from './forms/access-form.ts'

/** A form that comes back: what is wrong with it, and what was typed. */
export interface Wrong {
  readonly errors: Mistakes
  readonly typed: Page['var']['fields']
  readonly status: 409 | 422
}

/** The refusal is said above the form, what was typed is kept. */
export function refusedWith(page: Page, sentence: string): Wrong {
  return { errors: { '': sentence }, typed: withoutPassword(page.var.fields), status: 409 }
}
