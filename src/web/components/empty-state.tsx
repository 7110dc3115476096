import type { Child } from 'hono/jsx'

interface Props {
  readonly title: string
  /** What to do first. */
  readonly children?: Child | undefined
  readonly action?: Child | undefined
}

/** An empty list that says what to do first. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {children ? <div>{children}</div> : null}
      {action ? <div class="empty-action">{action}</div> : null}
    </div>
  )
}
