import { Button } from './components/button.tsx'
import { HiddenFields } from './components/form.tsx'
import { type KeptForm, typedOnly } from './kept-form.ts'
import { paths } from './paths.ts'
import { useVisit } from './visit.ts'

/** What was refused because another company is in hand, with the company it is for. */
export interface Stray {
  readonly employer: { readonly id: string; readonly name: string }
  /** What was typed, to be sent again as it is; nothing of a file, which is chosen again on its page. */
  readonly form: KeptForm | null
  /** The page that a file was chosen on; a script that sent it knows its own. */
  readonly at: string | undefined
}

/** A form that goes on to the same address, once its company is in hand. */
export const returnField = 'retour'
/** A page that is opened again, once its company is in hand. */
export const reopenField = 'page-ouverte'

/**
 * Takes the company of the form in hand again and sends what was typed, in one press: nobody types a page twice for having
 * had two tabs open (product D9).
 */
export function ReturnToCompany({ stray }: { readonly stray: Stray }) {
  const { returnToCompany, backToCompany } = useVisit().words.errors
  const { employer, form, at } = stray
  const way = form ? `${returnField}=${encodeURIComponent(form.address)}` : reopening(at)
  const action = `${paths.declarations.takeInHand({ id: employer.id })}?${way}`
  const kept = Object.entries(typedOnly(form?.fields ?? {})).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, one] as const),
  )
  return (
    <form method="post" action={action} data-enhance="once">
      <HiddenFields anyEmployer />
      {kept.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Button>{form ? returnToCompany(employer.name) : backToCompany(employer.name)}</Button>
    </form>
  )
}

function reopening(at = ''): string {
  return `${reopenField}=${encodeURIComponent(at)}`
}

/** Where a form goes on to once its company is in hand: an address of the declarations, and nothing else (quality AT111). */
export function returnAddress(asked: string | undefined, employerId: string): string | undefined {
  const address = pageOfCompany(asked)
  return address && `${address}?entreprise=${employerId}`
}

/** A page of the declarations, and nothing else (quality AT111). */
export function pageOfCompany(asked: string | undefined): string | undefined {
  return asked && /^\/teledeclaration\/[\w/-]+$/.test(asked) ? asked : undefined
}
