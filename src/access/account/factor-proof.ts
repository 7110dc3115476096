import { text } from '../../web/form.ts'
import type { Page } from '../../web/site.ts'
import type { FactorProof } from '../confirm-factor.ts'
import { originOf } from '../origin-of.ts'
import { typedAssertion } from '../passkeys/credential-form.ts'

/** The factor in use, as a form brings it. */
export function factorProof(page: Page): FactorProof {
  const { fields } = page.var
  return {
    currentCode: text(fields, 'currentCode'),
    assertion: typedAssertion(fields),
    origin: originOf(page),
  }
}
