import { amount, code, day, decimal, oneOf, rate, whole, words } from './scalars.ts'
import {
  type Columns,
  optional,
  type RowOf,
  type Single,
  single,
  tableOf,
  type ValueTable,
} from './value-types.ts'

export const themes = [
  'deadlines',
  'contributions',
  'controls',
  'points',
  'retirement',
  'survivors',
  'documents',
  'lists',
  'portal',
] as const
export type Theme = (typeof themes)[number]

export type Unit = 'days' | 'hours' | 'months' | 'years' | 'points' | 'pensions' | 'dirhams'

interface About {
  readonly theme: Theme
  readonly unit?: Unit
  /** A list of facts, such as holidays, has no day from which it is in force: the newest is. */
  readonly undated?: true
  /** Printed in the leaflet and said in the pages: another value needs another program. */
  readonly fixed?: true
  /** A published fact that nothing here is worked out with. */
  readonly unread?: true
}

export type Parameter<T> = About & { readonly type: T }

type More = Omit<About, 'theme'>

const of = <T, M extends More = {}>(theme: Theme, type: T, about?: M): Parameter<T> & M =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- nothing told is nothing more.
  ({ theme, type, ...about }) as Parameter<T> & M

const count = (theme: Theme, unit: Unit, most: number, least = 0) =>
  of(theme, single(whole(least, most)), { unit })

const list = <C extends Columns>(theme: Theme, columns: C, key: readonly (keyof C & string)[]) =>
  of(theme, tableOf(columns, key))

const rates = { employee: rate, employer: rate }
const byAge = { age: whole(40, 90), coefficient: decimal }
/** What people read first; the code is what claims remember. */
const documents = {
  fr: words,
  ar: words,
  required: oneOf(['yes', 'no']),
  code: code(/^[a-z_]{2,40}$/),
}
const category = code(/^\d{2}$/)

/**
 * Every dated reference value of the fund, with its type (product G4): a wrong key does not compile, and what comes
 * out of the database is read to its type. What each one is, is said in the words.
 */
export const catalogue = {
  declaration_due_days: count('deadlines', 'days', 366),
  contribution_due_days: count('deadlines', 'days', 366),
  contribution_grace_days: count('deadlines', 'days', 366),
  late_interest_rate: of('deadlines', single(rate)),
  late_interest_year_days: count('deadlines', 'days', 366, 360),

  contribution_rates_al_kamil: list('contributions', rates, ['employee']),
  contribution_rates_al_mounassib: list('contributions', rates, ['employee']),
  employer_surcharge: of('contributions', single(rate), { unread: true }),
  category_ranges: list(
    'contributions',
    {
      product: oneOf(['al_kamil', 'al_mounassib', 'tcnss']),
      option: oneOf(['normal', 'age_55', 'age_50']),
      tranche: oneOf(['whole', 'one', 'two']),
      from: category,
      until: category,
    },
    ['product', 'option', 'tranche'],
  ),
  tranche_one_ceiling: of('contributions', single(amount)),
  cnss_ceiling: of('contributions', single(amount), { unread: true }),
  moussabak_factor: of('contributions', single(decimal), { unread: true }),

  salary_variation_threshold: of('controls', single(rate)),
  low_salary_threshold: of('controls', optional(amount)),

  reference_salary: of('points', single(decimal), { unit: 'dirhams' }),
  point_value_liquidation: of('points', single(decimal), { unit: 'dirhams' }),
  point_value_in_service: of('points', single(decimal), { unit: 'dirhams', unread: true }),

  normal_retirement_age: count('retirement', 'years', 80, 50),
  early_retirement_age: count('retirement', 'years', 80, 40),
  anticipation_coefficients: list('retirement', byAge, ['age']),
  deferral_coefficients: list('retirement', byAge, ['age']),
  deferral_coefficients_option_55: list('retirement', byAge, ['age']),
  capital_option_share: of('retirement', single(rate)),
  single_payment_points: count('retirement', 'points', 10_000),
  limitation_years: count('retirement', 'years', 50),
  claim_second_agent_amount: of('retirement', single(amount), { unit: 'dirhams' }),

  reversion_share: of('survivors', single(rate)),
  orphan_share: of('survivors', single(rate)),
  reversion_age_widow: count('survivors', 'years', 80),
  reversion_age_widower: count('survivors', 'years', 80),
  marriage_years: count('survivors', 'years', 50),
  death_capital_pensions: count('survivors', 'pensions', 60),

  documents_normal: list('documents', documents, ['code']),
  documents_early: list('documents', documents, ['code']),
  documents_deferred: list('documents', documents, ['code']),
  documents_reversion: list('documents', documents, ['code']),
  documents_orphan: list('documents', documents, ['code']),
  documents_single_payment: list('documents', documents, ['code']),
  documents_death_capital: list('documents', documents, ['code']),

  holidays: of(
    'lists',
    tableOf({ on: day, fr: words, ar: words, announced: oneOf(['yes', 'no']) }, ['on']),
    { undated: true },
  ),
  bank_codes: of('lists', tableOf({ code: code(/^\d{3}$/), name: words }, ['code']), {
    undated: true,
  }),

  review_hours: of('portal', single(whole(1, 240)), { unit: 'hours', fixed: true }),
  objection_hours: of('portal', single(whole(1, 240)), { unit: 'hours', fixed: true }),
  email_change_delay_hours: of('portal', single(whole(1, 240)), { unit: 'hours', fixed: true }),
  debit_mandate_waiting_days: count('portal', 'days', 90),
  activation_link_hours: count('portal', 'hours', 720, 1),
  dormant_months: count('portal', 'months', 60, 1),
  payment_order_days: count('portal', 'days', 366, 1),
  systematic_notice_days: count('portal', 'days', 60, 1),
  validator_factor_required: of('portal', single(oneOf(['yes', 'no']))),
  payment_waiting_hours: count('portal', 'hours', 240, 1),
} as const satisfies Record<string, Parameter<unknown>>

export type ParameterKey = keyof typeof catalogue

/** The lists whose newest value is in force, whatever the day. */
export type UndatedKey = {
  [K in ParameterKey]: (typeof catalogue)[K] extends { undated: true } ? K : never
}[ParameterKey]

type TypeOf<K extends ParameterKey> = (typeof catalogue)[K]['type']

export type ParameterValue<K extends ParameterKey> =
  TypeOf<K> extends { load(stored: unknown): infer V } ? V : never

export type AnyType = Single<unknown> | ValueTable<Record<string, unknown>>

export const parameterKeys = Object.keys(catalogue) as readonly ParameterKey[]

/** The same entry for code that treats every parameter alike: lists, forms, history. */
export function parameterOf(key: ParameterKey): Parameter<AnyType> {
  return catalogue[key]
}

export function isParameterKey(text: string): text is ParameterKey {
  return Object.hasOwn(catalogue, text)
}

/** An employee's rate and the employer's rate printed beside it, in hundredths of a percent. */
export type RatePair = RowOf<typeof rates>
