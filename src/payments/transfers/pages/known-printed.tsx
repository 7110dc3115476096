import type { TransferOrder } from '../../../ledger/transfers/transfer-order.ts'
import { Checkbox } from '../../../web/components/checkbox.tsx'
import { type Fields, type Mistakes, text } from '../../../web/form.ts'
import { anywayField, knownField, toldField } from '../printed-beside.ts'

interface AnywayProps {
  readonly errors?: Mistakes | undefined
  readonly typed?: Fields | undefined
  readonly label: string
  readonly hint: string
}

/** «All the same», once a warning was shown and waits for an answer. */
export function PaysAnyway({ errors = {}, typed = {}, label, hint }: AnywayProps) {
  const isAsked = errors[anywayField] !== undefined || text(typed, anywayField) === 'on'
  return isAsked ? <Checkbox name={anywayField} label={label} hint={hint} /> : null
}

interface KnownProps {
  readonly printed: readonly TransferOrder[]
  readonly typed?: Fields | undefined
}

/** Which printed orders this page names, and which of them were printed since it was first opened. */
export function KnownPrinted({ printed, typed }: KnownProps) {
  const before = typed?.[knownField]
  const isKnown = (reference: string) => !typed || (before ?? '').includes(reference)
  return (
    <>
      {printed.map(({ reference }) => (
        <input type="hidden" name={isKnown(reference) ? knownField : toldField} value={reference} />
      ))}
    </>
  )
}
