import type { Child } from 'hono/jsx'

interface Props {
  readonly title: Child
  /** One or two sentences: what this page is for, where things stand. */
  readonly lead?: Child | undefined
  /** The page's own button, at the end of the title: «Nouveau». */
  readonly action?: Child | undefined
}

/** The title of a page, what it is for, and the one thing to do first. */
export function PageHead({ title, lead, action }: Props) {
  return (
    <div class="page-head">
      <div>
        <h1>{title}</h1>
        {lead ? <p class="lead">{lead}</p> : null}
      </div>
      {action ? <div class="page-head-action">{action}</div> : null}
    </div>
  )
}
