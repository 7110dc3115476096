import { type LocalDate, todayIn } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import {
  type ParameterKey,
  parameterKeys,
  parameterOf,
  type Theme,
  themes,
} from './parameter-catalogue.ts'
import type { Proposal } from './proposal.ts'
import { listProposals } from './store/proposals.ts'
import { listAllValues, type StoredValue } from './store/values.ts'

/** One parameter as the list shows it: what counts today, what is announced, what waits. */
export interface ListedParameter {
  readonly key: ParameterKey
  readonly inForce: StoredValue | undefined
  readonly announced: readonly StoredValue[]
  readonly waiting: Proposal | undefined
}

export interface ParameterList {
  readonly themes: readonly {
    readonly theme: Theme
    readonly parameters: readonly ListedParameter[]
  }[]
  readonly waiting: readonly Proposal[]
}

/** Every parameter of the fund, by theme (product G4). */
export async function readParameters(
  app: Pick<AppContext, 'db' | 'clock'>,
): Promise<ParameterList> {
  const today = todayIn(app.clock)
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const values = await listAllValues(tx)
    const waiting = await listProposals(tx, { states: ['waiting'] })
    const all = parameterKeys.map((key) => listed(key, values, waiting, today))
    return {
      waiting,
      themes: themes.map((theme) => ({
        theme,
        parameters: all.filter(({ key }) => parameterOf(key).theme === theme),
      })),
    }
  })
}

// oxlint-disable-next-line max-params -- one parameter, among the values and proposals of a day
function listed(
  key: ParameterKey,
  values: readonly StoredValue[],
  waiting: readonly Proposal[],
  today: LocalDate,
): ListedParameter {
  const own = values.filter((value) => value.key === key)
  return {
    key,
    inForce: own.findLast((value) => value.validFrom <= today),
    announced: own.filter((value) => value.validFrom > today),
    waiting: waiting.find((proposal) => proposal.key === key),
  }
}
