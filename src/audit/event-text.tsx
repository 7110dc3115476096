import { Sentence } from '../web/components/sentence.tsx'
import { useVisit } from '../web/visit.ts'
import { tellActor, tellEvent } from './tell-event.ts'
import type { TrailEvent } from './trail.ts'

/** An event of the trail, in a sentence. */
export function EventSentence({ event }: { readonly event: TrailEvent }) {
  const { words, language, fund } = useVisit()
  return <Sentence>{tellEvent(event, { words, language, fundName: fund.name })}</Sentence>
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
