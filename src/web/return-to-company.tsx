import { Button } from './components/button.tsx'
import { HiddenFields } from './components/form.tsx'
import { type KeptForm, typedOnly } from './kept-form.ts'
import { paths } from './paths.ts'
import { useVisit } from './visit.ts'

/** A form that was refused because another company is in hand, with the company it is for. */
export interface StrayForm extends KeptForm {
  readonly employer: { readonly id: string; readonly name: string }
}

export const returnField = 'retour'

/**
 * Takes the company of the form in hand again and sends what was typed, in one press: nobody types a page twice for having
 * had two tabs open (product D9).
 */
export function ReturnToCompany({ stray }: { readonly stray: StrayForm }) {
  const { returnToCompany } = useVisit().words.errors
  const { employer, address, fields } = stray
  const action = `${paths.declarations.takeInHand({ id: employer.id })}?${returnField}=${encodeURIComponent(address)}`
  const kept = Object.entries(typedOnly(fields)).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, one] as const),
  )
  return (
    <form method="post" action={action} data-enhance="once">
      <HiddenFields anyEmployer />
      {kept.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Button>{returnToCompany(employer.name)}</Button>
    </form>
  )
}

/** Where a form goes on to once its company is in hand: an address of the declarations, and nothing else (quality AT111). */
export function returnAddress(asked: string | undefined, employerId: string): string | undefined {
  return asked && /^\/teledeclaration\/[\w/-]+$/.test(asked)
    ? `${asked}?entreprise=${employerId}`
    : undefined
}
