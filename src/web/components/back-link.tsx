import type { Child } from 'hono/jsx'
import { useVisit } from '../visit.ts'
import { Chevron } from './chevron.tsx'

interface Props {
  readonly href: string
  /** Where it leads; «Retour» when the place has no name of its own. */
  readonly children?: Child | undefined
}

/** One step up, above the title. */
export function BackLink({ href, children }: Props) {
  const { words } = useVisit()
  return (
    <p class="back">
      <a href={href}>
        <Chevron to="start" />
        {children ?? words.frame.back}
      </a>
    </p>
  )
}
