import type { LetterKind } from '../../../letters/letter.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Paging } from '../../../web/paging.ts'

/** What became of a form once it was decided for good. */
export const decidedStates = ['applied', 'refused'] as const
export type DecidedState = (typeof decidedStates)[number]

export interface DecidedFilter {
  readonly kind: LetterKind | null
  readonly state: DecidedState | null
}

export interface DecidedLetter {
  readonly id: string
  readonly kind: LetterKind
  readonly reference: string
  readonly employerNumber: string
  readonly company: string | null
  readonly state: DecidedState
  readonly decidedAt: Date
}

function decided(tx: Tx, { kind, state }: DecidedFilter) {
  return tx
    .selectFrom('letters')
    .where('letters.decided_at', 'is not', null)
    .where('letters.state', 'in', state === null ? [...decidedStates] : [state])
    .$if(kind !== null, (letters) => letters.where('letters.kind', '=', kind ?? 'subscription'))
}

export async function countDecided(tx: Tx, filter: DecidedFilter): Promise<number> {
  const { count } = await decided(tx, filter)
    .select(({ fn }) => fn.countAll<bigint>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** The last decided first. */
export async function listDecided(
  tx: Tx,
  filter: DecidedFilter,
  { limit, offset }: Pick<Paging, 'limit' | 'offset'>,
): Promise<DecidedLetter[]> {
  const rows = await decided(tx, filter)
    .leftJoin('employers', 'employers.id', 'letters.employer_id')
    .select(['letters.id', 'letters.kind', 'letters.reference', 'letters.employer_number'])
    .select(['letters.state', 'letters.decided_at', 'employers.name as company'])
    .orderBy('letters.decided_at', 'desc')
    .orderBy('letters.id')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    reference: row.reference,
    employerNumber: row.employer_number,
    company: row.company,
    state: row.state === 'refused' ? 'refused' : 'applied',
    decidedAt: row.decided_at ?? new Date(0),
  }))
}
