import type { PaymentSettings } from '../../../employers/payment-settings.ts'
import { type Dirhams, parseTypedDirhams } from '../../../money/index.ts'
import { type Fields, type Parsed, text } from '../../../web/form.ts'
import type { Words } from '../../../web/words/index.ts'

type Ceilings = Pick<PaymentSettings, 'orderCeiling' | 'dailyCeiling'>

/** Two amounts, each of which may be left empty: no ceiling. A day that takes less than one order is a mistake. */
export function parseCeilings(
  fields: Fields,
  words: Words['administration']['ceilings'],
): Parsed<Ceilings> {
  const errors: Record<string, string> = {}
  const read = (name: 'perOrder' | 'perDay'): Dirhams | null => {
    const typed = text(fields, name)
    if (typed.trim() === '') return null
    const amount = parseTypedDirhams(typed)
    if (amount.ok && amount.value > 0n) return amount.value
    errors[name] = words.wrong[name]
    return null
  }
  const orderCeiling = read('perOrder')
  const dailyCeiling = read('perDay')
  if (orderCeiling !== null && dailyCeiling !== null && dailyCeiling < orderCeiling) {
    errors['perDay'] = words.dayUnderOrder
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors, typed: fields }
  return { ok: true, value: { orderCeiling, dailyCeiling } }
}
