import type { Child } from 'hono/jsx'

interface Props {
  readonly label: string
  readonly value: Child
  readonly note?: Child | undefined
}

/** One number that answers the page's question, large. */
export function Figure({ label, value, note }: Props) {
  return (
    <div class="figure">
      <p class="figure-label">{label}</p>
      <p class="figure-value">{value}</p>
      {note ? <p class="figure-note">{note}</p> : null}
    </div>
  )
}

/** A sheet that could be printed as the document itself: an order, a receipt. */
export function Sheet({ children }: { readonly children: Child }) {
  return <div class="sheet">{children}</div>
}
