import type { Child } from 'hono/jsx'

export interface Task {
  readonly label: string
  /** Without it the task cannot be opened yet. */
  readonly href?: string | undefined
  /** What one needs at hand, or when the next thing happens. */
  readonly hint?: Child | undefined
  /** The one that is open beside the list. */
  readonly current?: boolean | undefined
  /** A `StatusTag`. */
  readonly status: Child
}

/** The steps of something that is done in several sittings, each with where it stands. */
export function TaskList({ tasks }: { readonly tasks: readonly Task[] }) {
  return (
    <ol class="tasks">
      {tasks.map(({ label, href, hint, current, status }) => (
        <li class="task">
          <div class="task-text">
            {href ? (
              <a class="task-name" href={href} aria-current={current ? 'true' : undefined}>
                {current ? <strong>{label}</strong> : label}
              </a>
            ) : (
              <span class="task-name">{label}</span>
            )}
            {hint ? <p class="hint">{hint}</p> : null}
          </div>
          <div class="task-status">{status}</div>
        </li>
      ))}
    </ol>
  )
}
