import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { looksGone } from '../read-administration.ts'
import type { InformationProps } from './information.tsx'

/** The four pages behind «Informations Générales», each with what waits there. */
export function Places({ administration, lettersWaiting }: InformationProps) {
  const { words } = useVisit()
  const own = words.administration.information
  // Who was declared as a leaver is known on that page only: no number here, which would not be its own.
  const isGone = administration.users.some(({ user }) => looksGone(administration, user))
  return (
    <nav aria-label={own.placesTitle}>
      <ul class="places">
        <Place href={paths.administration.departures()} label={own.departures}>
          {isGone
            ? own.departuresSome
            : administration.isListDue
              ? own.departuresConfirm
              : own.departuresNone}
        </Place>
        <Place href={paths.administration.trail()} label={own.trail}>
          {own.trailNote}
        </Place>
        <Place href={paths.administration.keys()} label={words.keys.place}>
          {words.keys.placeNote}
        </Place>
        <Place href={paths.administration.letters()} label={own.letters}>
          {lettersWaiting > 0 ? own.lettersWaiting(lettersWaiting) : own.lettersNote}
        </Place>
      </ul>
    </nav>
  )
}

interface PlaceProps {
  readonly href: string
  readonly label: string
  readonly children: string
}

function Place({ href, label, children }: PlaceProps) {
  return (
    <li>
      <a href={href}>{label}</a>
      <small>{children}</small>
    </li>
  )
}
