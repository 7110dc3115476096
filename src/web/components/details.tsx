import type { Child } from 'hono/jsx'

interface Props {
  readonly summary: Child
  readonly children: Child
  readonly open?: boolean | undefined
}

/** Something that few need, one press away. */
export function Details({ summary, children, open }: Props) {
  return (
    <details class="details" open={open}>
      <summary>{summary}</summary>
      <div class="details-body">{children}</div>
    </details>
  )
}
