import type { Mistakes } from '../../web/form.ts'
import type { Attempt, Page } from '../../web/site.ts'
import type { RefusalCode } from '../../web/words/index.ts'
import { typedSecret } from '../typed-secret.ts'

/** Which field a refusal is about; the others belong to the whole form. */
const fieldOf: Partial<Record<RefusalCode, string>> = {
  'access.password_wrong': 'currentPassword',
  'account.password_too_short_alone': 'currentPassword',
  'access.code_wrong': 'code',
  'account.current_code_wrong': 'currentCode',
}

export function mistakesOf(done: Extract<Attempt<unknown>, { ok: false }>): Mistakes {
  return { [fieldOf[done.refusal.code] ?? '']: done.sentence }
}

export function currentPasswordErrors(page: Page): Mistakes {
  return typedSecret(page.var.fields, 'currentPassword')
    ? {}
    : { currentPassword: page.var.visit.words.access.signIn.passwordNeeded }
}
