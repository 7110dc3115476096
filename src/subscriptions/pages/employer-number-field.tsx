import { TextField } from '../../web/components/text-field.tsx'
import { useVisit } from '../../web/visit.ts'

/** The N° Adhérent; wide enough to see a number that is too long. */
export function EmployerNumberField({ value }: { readonly value?: string | undefined }) {
  const { words } = useVisit()
  return (
    <TextField
      name="employerNumber"
      label={words.frame.employerNumber}
      hint={words.subscriptions.hints.employerNumber}
      value={value}
      inputmode="numeric"
      width="short"
      maxlength={20}
    />
  )
}
