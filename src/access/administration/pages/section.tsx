import type { Child } from 'hono/jsx'

interface Props {
  readonly id: string
  /** The name of the button, as the leaflet prints it: «Télédéclaration», «Compte Adhérent». */
  readonly name: string
  readonly hint: string
  readonly open: boolean
  readonly children: Child
}

/** A section that its button opens, as in the leaflet; what is in it is sent whether it is open or not. */
export function Section({ id, name, hint, open, children }: Props) {
  return (
    <div class="form-section" id={id}>
      <p class="hint" id={`${id}-aide`}>
        {hint}
      </p>
      <details class="section" open={open}>
        <summary class="button is-plain" aria-describedby={`${id}-aide`}>
          {name}
        </summary>
        <div class="section-body">{children}</div>
      </details>
    </div>
  )
}
