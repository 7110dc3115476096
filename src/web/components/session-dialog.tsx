import { useVisit } from '../visit.ts'

/**
 * Two minutes before the session ends, asks whether to stay (WCAG 2.2.1). Opened by enhance/session.js, which
 * counts from the moment the page arrived, since the clock of the browser may be wrong.
 */
export function SessionDialog() {
  const { now, url, visitor, words } = useVisit()
  if (!visitor) return null
  const seconds = Math.max(0, Math.round((visitor.idleEndsAt.getTime() - now.getTime()) / 1000))
  return (
    <dialog
      class="dialog"
      aria-labelledby="session-titre"
      data-enhance="session"
      data-seconds={String(seconds)}
      data-ended={words.frame.sessionEnded}
      data-renew={visitor.account}
      data-who={`${visitor.name} ${visitor.employer?.id ?? ''}`}
    >
      <h2 id="session-titre">{words.frame.sessionTitle}</h2>
      <p role="status">{words.frame.sessionEnding}</p>
      <div class="actions">
        <button type="button" class="button is-primary" data-stay>
          {words.frame.sessionContinue}
        </button>
        <a class="button is-primary" href={url} data-again hidden>
          {words.frame.signInAgain}
        </a>
      </div>
    </dialog>
  )
}
