import { letterKinds } from '../../letters/letter.ts'
import { paths } from '../../web/paths.ts'

/** What may wait for an agent. Each kind has its source in the database (`work_of_…`), its page here, and its word. */
export const workKinds = [
  ...letterKinds,
  'objection',
  'newcomer',
  'claim',
  'transfer',
  'bank_movement',
  'parameter_proposal',
  'agent_request',
  'takeout',
  'import',
  'reading_alert',
  'desk_scan',
] as const
export type WorkKind = (typeof workKinds)[number]

/** What only a supervisor decides (product P5, decision «Letters»). */
export const supervisorKinds: readonly WorkKind[] = [
  'objection',
  'parameter_proposal',
  'agent_request',
  'takeout',
]

interface Addressed {
  readonly kind: WorkKind
  readonly subjectId: string
}

/** The page on which a case is decided. */
export function pageOf({ kind, subjectId }: Addressed): string {
  const id = { id: subjectId }
  switch (kind) {
    case 'objection':
      return `${paths.agency.letter(id)}#opposition`
    case 'newcomer':
      return paths.agency.newcomer(id)
    case 'claim':
      return paths.agency.claim(id)
    case 'transfer':
      return paths.agency.receivedTransfer(id)
    case 'bank_movement':
      return `${paths.agency.bankMessages()}#mouvement-${subjectId}`
    case 'parameter_proposal':
      return paths.agency.proposal(id)
    case 'agent_request':
      return paths.agency.agent(id)
    case 'takeout':
      return paths.agency.takeout(id)
    case 'import':
      return paths.agency.import(id)
    case 'desk_scan':
      return paths.agency.tray()
    case 'reading_alert':
      return paths.agency.readingAlerts()
    default:
      return paths.agency.letter(id)
  }
}

/** The same, known to come from a view of the queue: «next» goes on in it. */
export function pageFromQueue(item: Addressed, query: string): string {
  const [page, anchor] = pageOf(item).split('#')
  return `${page}?${new URLSearchParams({ file: query })}${anchor ? `#${anchor}` : ''}`
}

/** Decided on one page with the others of its kind. */
export function sharesPage(kind: WorkKind): boolean {
  return kind === 'bank_movement' || kind === 'reading_alert'
}

/** A letter is in somebody's hands by its own row; everything else by its place in the queue. */
export function isLetter(kind: WorkKind): boolean {
  return kind === 'objection' || letterKinds.some((one) => one === kind)
}
