import { useVisit } from '../visit.ts'

export interface BandCell {
  readonly label: string
  readonly href: string
  /** The number that the leaflet gives to the cell. */
  readonly number?: number | undefined
  readonly current?: boolean | undefined
  /** Something waits there: a dot, and a word for those who do not see it. */
  readonly waiting?: boolean | undefined
  /** The last cell, set apart: «Profils +». */
  readonly apart?: boolean | undefined
}

export interface BandProps {
  /** What the band leads through, for those who do not see it: «Administration des utilisateurs». */
  readonly label: string
  readonly cells: readonly BandCell[]
  readonly current?: string | undefined
}

/** The orange band: the service's places in the leaflet's order, with where you are. */
export function Band({ label, cells, current }: BandProps) {
  const numbered = cells.some((cell) => cell.number !== undefined)
  return (
    <nav class={numbered ? 'band is-numbered' : 'band'} aria-label={label}>
      <ul data-enhance="band">
        {cells.map((cell) => (
          <Cell cell={cell} isCurrent={cell.current ?? cell.href === current} />
        ))}
      </ul>
    </nav>
  )
}

function Cell({ cell, isCurrent }: { readonly cell: BandCell; readonly isCurrent: boolean }) {
  const { words } = useVisit()
  return (
    <li class={cell.apart ? 'is-apart' : undefined}>
      <a href={cell.href} aria-current={isCurrent ? 'page' : undefined}>
        {cell.number === undefined ? null : <span class="band-number">{cell.number}</span>}
        <span>{cell.label}</span>
        {cell.waiting ? (
          <span class="band-dot">
            <span class="visually-hidden"> ({words.frame.somethingWaits})</span>
          </span>
        ) : null}
      </a>
    </li>
  )
}
