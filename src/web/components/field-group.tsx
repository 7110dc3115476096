import type { Child } from 'hono/jsx'
import { Sentence } from './sentence.tsx'

interface GroupProps {
  readonly legend: Child
  readonly hint?: Child | undefined
  readonly children: Child
}

/** A section of a form, under its own title. */
export function FieldGroup({ legend, hint, children }: GroupProps) {
  return (
    <div class="field-group">
      <fieldset>
        <legend>{legend}</legend>
        {hint ? (
          <p class="group-hint">
            <Sentence>{hint}</Sentence>
          </p>
        ) : null}
        {children}
      </fieldset>
    </div>
  )
}

/** Two or three short fields that are read together, side by side when there is room. */
export function FieldRow({ children }: { readonly children: Child }) {
  return <div class="field-row">{children}</div>
}
