import { ButtonLink } from '../../../web/components/button.tsx'
import { Note } from '../../../web/components/note.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { type Cell, serviceOfCell, teleserviceOf } from '../cell.ts'

/** A service that the company has not subscribed to cannot be granted: the letter that adds it (quality AT64). */
export function NotSubscribed({ cell }: { readonly cell: Cell }) {
  const { words } = useVisit()
  const own = words.administration
  return (
    <Note
      tone="info"
      title={own.notSubscribed.title(own.teleservices[teleserviceOf(serviceOfCell(cell))])}
      action={<RenewalLink />}
    >
      <p>{own.notSubscribed.text}</p>
    </Note>
  )
}

export function RenewalLink() {
  const { words } = useVisit()
  return (
    <ButtonLink href={paths.administration.letter({ kind: 'renewal' })}>
      {words.administration.notSubscribed.action}
    </ButtonLink>
  )
}
