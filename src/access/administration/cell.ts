import type { LocalDate } from '../../calendar/index.ts'
import type { Service } from '../../actors/actor.ts'
import type { Teleservice } from '../../employers/employer.ts'

/** A cell of the orange band that holds users (leaflet: the horizontal band, cells 2 to 5, and «Profils +»). */
export type Cell = 'interne' | 'externe' | 'compte-adherent' | 'e-liquidation' | 'profils'

/** In the order of the leaflet. */
export const cells: readonly Cell[] = [
  'interne',
  'externe',
  'compte-adherent',
  'e-liquidation',
  'profils',
]

const services: Record<Cell, Service> = {
  interne: 'declaration_internal',
  externe: 'declaration_external',
  'compte-adherent': 'employer_account',
  'e-liquidation': 'liquidation',
  profils: 'payment',
}

export function serviceOfCell(cell: Cell): Service {
  return services[cell]
}

export function cellOfService(service: Service): Cell {
  const cell = cells.find((one) => services[one] === service)
  if (!cell) throw new Error(`no cell for ${service}`)
  return cell
}

export function isCell(text: string | undefined): text is Cell {
  return cells.some((cell) => cell === text)
}

/** What the company must have subscribed to before a cell can hold users (quality AT64). */
export function teleserviceOf(service: Service): Teleservice {
  return service === 'declaration_internal' || service === 'declaration_external'
    ? 'declaration'
    : service
}

export function isDeclarant(service: Service): boolean {
  return teleserviceOf(service) === 'declaration'
}

/** A firm declares under a mandate that may end on a day; somebody of the company has none to end (product A5), unless a day was given once. */
export function mayEnd(
  cell: Cell,
  mandate?: { readonly untilOn: LocalDate | null } | null,
): boolean {
  return cell === 'externe' || Boolean(mandate?.untilOn)
}

/**
 * A password typed by the delegate is for ordinary users of the company: never for who draws up or confirms orders,
 * never for a firm's person, whose login serves other companies too (decision: a password typed by the delegate).
 */
export function mayGetProvisionalPassword(service: Service): boolean {
  return service !== 'payment' && service !== 'declaration_external'
}

/** The leaflet asks for secret questions everywhere but for E@syPaiement. */
export function hasSecretQuestions(service: Service): boolean {
  return service !== 'payment'
}
