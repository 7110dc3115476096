import { type LocalDate, todayIn } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import type { ParameterKey } from './parameter-catalogue.ts'
import type { Proposal } from './proposal.ts'
import { listProposals } from './store/proposals.ts'
import { listPastValues, type PastValue } from './store/values.ts'

/** Where a value stands: one is in force, some are to come, others were, or were believed and corrected. */
export type ValueStanding = 'in_force' | 'announced' | 'past' | 'corrected'

export interface HistoryLine extends PastValue {
  readonly standing: ValueStanding
}

export interface ParameterHistory {
  readonly key: ParameterKey
  readonly values: readonly HistoryLine[]
  readonly inForce: HistoryLine | undefined
  readonly waiting: Proposal | undefined
  readonly closed: readonly Proposal[]
}

/** Everything a parameter was, is and will be, and who decided it (product G4). */
export async function readHistory(
  app: Pick<AppContext, 'db' | 'clock'>,
  key: ParameterKey,
): Promise<ParameterHistory> {
  const today = todayIn(app.clock)
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const values = standings(await listPastValues(tx, key), today)
    const [waiting] = await listProposals(tx, { key, states: ['waiting'] })
    return {
      key,
      values,
      inForce: values.find((value) => value.standing === 'in_force'),
      waiting,
      closed: await listProposals(tx, { key, states: ['refused', 'withdrawn'] }),
    }
  })
}

/** Newest day first, and of a day the newest revision first: the first of a day counts, the others were corrected. */
function standings(values: readonly PastValue[], today: LocalDate): HistoryLine[] {
  const counting = values.filter((value, index) => values[index - 1]?.validFrom !== value.validFrom)
  const inForce = counting.find((value) => value.validFrom <= today)
  return values.map((value) => ({
    ...value,
    standing: standingOf(value, counting, inForce, today),
  }))
}

// oxlint-disable-next-line max-params -- one value among the others, on a day
function standingOf(
  value: PastValue,
  counting: readonly PastValue[],
  inForce: PastValue | undefined,
  today: LocalDate,
): ValueStanding {
  if (!counting.includes(value)) return 'corrected'
  if (value === inForce) return 'in_force'
  return value.validFrom > today ? 'announced' : 'past'
}
