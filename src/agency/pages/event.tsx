import { Reference } from '../../web/components/reference.tsx'
import { useVisit } from '../../web/visit.ts'

interface Shown {
  readonly action: string
  readonly actor: string
  readonly actorKind: string
  readonly details: Readonly<Record<string, unknown>>
}

/** An event of the trail in words; with the code of the letter it is about. */
export function EventName({ event }: { readonly event: Shown }) {
  const { case: words } = useVisit().words.agency
  const names: Readonly<Record<string, string>> = words.events
  const reference = event.details['reference']
  return (
    <>
      {names[event.action] ?? event.action}
      {typeof reference === 'string' ? (
        <small>
          <Reference>{reference}</Reference>
        </small>
      ) : null}
    </>
  )
}

/** A person by name, with in which quality; jobs are the portal itself. */
export function EventActor({ event }: { readonly event: Shown }) {
  const { case: words } = useVisit().words.agency
  const kinds: Readonly<Record<string, string>> = words.actors
  const kind = kinds[event.actorKind] ?? ''
  if (event.actor === '' || event.actorKind === 'system') return <>{kind}</>
  return (
    <>
      <bdi>{event.actor}</bdi>
      <small>{kind}</small>
    </>
  )
}
