import type { Child } from 'hono/jsx'
import { FieldGroup } from '../../../web/components/field-group.tsx'

interface Props {
  readonly id: string
  /** What the section is about. */
  readonly legend: string
  /** The name of its button, as the leaflet prints it: «Télédéclaration», «Compte Adhérent». */
  readonly name: string
  readonly hint: string
  readonly open: boolean
  readonly children: Child
}

/** A section that its button opens, as in the leaflet; what is in it is sent whether it is open or not. */
export function Section({ id, legend, name, hint, open, children }: Props) {
  return (
    <FieldGroup legend={legend} hint={<span id={`${id}-aide`}>{hint}</span>}>
      <details class="section" id={id} open={open}>
        <summary class="button is-plain" aria-describedby={`${id}-aide`}>
          {name}
        </summary>
        <div class="section-body">{children}</div>
      </details>
    </FieldGroup>
  )
}
