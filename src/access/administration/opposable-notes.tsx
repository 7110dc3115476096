import type { OpenObjection } from '../../letters/store/objections.ts'
import { ButtonLink } from '../../web/components/button.tsx'
import { DateText } from '../../web/components/date-text.tsx'
import { Note } from '../../web/components/note.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'

interface Props {
  readonly open: readonly OpenObjection[]
}

/** Told on every page, not only by an e-mail: each request that would end this person's function, or move their address, and each that they stopped. */
export function OpposableNotes({ open }: Props) {
  const { objection } = useVisit().words.subscriptions
  return (
    <>
      {open.map(({ kind, letterId, openUntil, raisedAt }) =>
        raisedAt ? (
          <Note title={objection.standing}>{objection.standingText}</Note>
        ) : (
          <Note
            tone="warning"
            title={kind === 'email_update' ? objection.email.title : objection.title}
            action={
              <ButtonLink href={paths.administration.objection({ id: letterId })}>
                {objection.see}
              </ButtonLink>
            }
          >
            {objection.until} <DateText date={openUntil} />
          </Note>
        ),
      )}
    </>
  )
}
