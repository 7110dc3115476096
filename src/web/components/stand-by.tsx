import { Checkbox } from './checkbox.tsx'
import { useField } from './form-state.ts'

interface Props {
  /** The field that is asked about. */
  readonly of: string
  /** What was asked of it: any other mistake is to be corrected first. */
  readonly question: string
  readonly name: string
  readonly label: string
  /** It was stood by before. */
  readonly checked?: boolean | undefined
}

/** Under an answer that looks wrong and may be right: the box by which whoever typed it stands by it. */
export function StandBy({ of, question, name, label, checked = false }: Props) {
  const { error } = useField(of)
  const { value } = useField(name)
  return error === question || value === 'on' || checked ? (
    <Checkbox name={name} label={label} checked={checked} />
  ) : null
}
