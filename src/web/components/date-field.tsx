import { useVisit } from '../visit.ts'
import { type FieldProps } from './field.tsx'
import { TextField } from './text-field.tsx'

interface Props extends FieldProps {
  readonly autocomplete?: 'bday' | undefined
}

/** A day typed as JJ/MM/AAAA: one field, faster than three and than a calendar for dates far away. */
export function DateField({ hint, ...props }: Props) {
  const { words } = useVisit()
  return (
    <TextField
      {...props}
      hint={hint ?? words.frame.dateHint}
      width="short"
      inputmode="numeric"
      maxlength={10}
    />
  )
}
