import type { Child } from 'hono/jsx'

interface Props {
  readonly rows: readonly { readonly term: string; readonly value: Child; readonly note?: Child }[]
}

/** Terms and values, as on a form: who, which account, when. */
export function DescriptionList({ rows }: Props) {
  return (
    <dl class="details-list">
      {rows.map(({ term, value, note }) => (
        <div>
          <dt>{term}</dt>
          <dd>
            {value}
            {note ? <small>{note}</small> : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}
