import { tellActor, tellEvent } from '../../audit/tell-event.ts'
import type { TrailEvent } from '../../audit/trail.ts'
import { useVisit } from '../../web/visit.ts'

/** An event of the trail, in a sentence. */
export function EventSentence({ event }: { readonly event: TrailEvent }) {
  const { words, language, fund } = useVisit()
  return <>{tellEvent(event, { words, language, fundName: fund.name })}</>
}

/** A person by name, with in which quality; jobs are the portal itself. */
export function EventActor({ event }: { readonly event: TrailEvent }) {
  const { name, role } = tellActor(event, useVisit().words)
  return (
    <>
      <bdi>{name}</bdi>
      {role ? <small>{role}</small> : null}
    </>
  )
}
