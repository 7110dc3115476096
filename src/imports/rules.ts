import type { Remark } from './import-finding.ts'
import type { ImportKind } from './import-kind.ts'
import { merged, type KnownRow } from './compare.ts'
import type { Values } from './read-row.ts'
import type { RatePair } from '../parameters/parameter-catalogue.ts'
import { identityKinds, isUnusualCin, parseIdentity } from '../platform/secrets/identity.ts'

/** What the fund's own values say: the published rates and the ranges of the categories. */
export interface FundFacts {
  readonly rates: Readonly<Record<string, readonly RatePair[]>>
  readonly ranges: readonly {
    readonly product: string
    readonly from: string
    readonly until: string
  }[]
}

export interface PlacedRemark extends Remark {
  readonly field: string
}

export interface Judged {
  /** What the file gives, and what follows from it. */
  readonly given: Values
  readonly remarks: readonly PlacedRemark[]
}

/** What one row says against itself, against what is known and against the fund's values; reads no database. */
export function judgeRow(
  kind: ImportKind,
  given: Values,
  known: KnownRow | undefined,
  facts: FundFacts,
): Judged {
  if (kind === 'categories') return judgeCategory(given, known, facts)
  if (kind === 'users') return { given, remarks: judgeUser(given) }
  return { given, remarks: kind === 'members' ? judgeMember(given, known) : [] }
}

function judgeCategory(given: Values, known: KnownRow | undefined, facts: FundFacts): Judged {
  const row = merged(given, known?.values)
  const rates = rateRemarks(given, row, facts)
  return {
    given: rates.given,
    remarks: [
      ...rates.remarks,
      ...orderRemark(given, row, {
        earlier: 'activeFrom',
        later: 'activeUntil',
        code: 'until_before_from',
      }),
      ...rangeRemark(row, facts),
    ],
  }
}

/**
 * The employer's rate is the one printed beside the employee's: given, it must be that one; left out, it follows. A
 * product that the fund prints no table for brings its own.
 */
function rateRemarks(given: Values, row: Values, { rates }: FundFacts): Judged {
  const { product, employeeRate, employerRate } = row
  const isTouched = ['product', 'employeeRate', 'employerRate'].some((field) => field in given)
  if (!isTouched || !product || !employeeRate) return { given, remarks: [] }
  const table = rates[product]
  if (!table) {
    const isMissing = !employerRate
    return {
      given,
      remarks: isMissing ? [{ field: 'employerRate', code: 'employer_rate_missing' }] : [],
    }
  }
  const pair = table.find((one) => String(one.employee) === employeeRate)
  if (!pair) {
    const params = { accepted: table.map((one) => percent(one.employee)).join(', ') }
    const value = percent(Number(employeeRate))
    return {
      given,
      remarks: [{ field: 'employeeRate', code: 'rate_not_published', value, params }],
    }
  }
  const published = String(pair.employer)
  if (given['employerRate'] && given['employerRate'] !== published) {
    const value = percent(Number(given['employerRate']))
    const correction = percent(pair.employer)
    return {
      given,
      remarks: [{ field: 'employerRate', code: 'employer_rate_differs', value, correction }],
    }
  }
  return { given: { ...given, employerRate: published }, remarks: [] }
}

function percent(hundredths: number): string {
  return `${(hundredths / 100).toFixed(2).replace('.', ',')} %`
}

/** Numbers of categories are each employer's own: outside the usual ranges is asked about, never refused. */
function rangeRemark(row: Values, { ranges }: FundFacts): PlacedRemark[] {
  const { product, category } = row
  if (!product || !category) return []
  const own = ranges.filter((range) => range.product === product)
  const isUsual = own.some((range) => category >= range.from && category <= range.until)
  return isUsual || own.length === 0
    ? []
    : [{ field: 'category', code: 'category_out_of_range', value: category }]
}

/** A declarant has a mode and categories, somebody of E@syPaiement a profile, the others neither (leaflet; product A5, A6). */
function judgeUser({ service, mode, categories, powers }: Values): PlacedRemark[] {
  if (service === 'declaration_internal') {
    if (powers) return [{ field: 'powers', code: 'grant_not_of_service' }]
    return mode && categories
      ? []
      : [{ field: mode ? 'categories' : 'mode', code: 'scope_missing' }]
  }
  if (mode || categories)
    return [{ field: mode ? 'mode' : 'categories', code: 'grant_not_of_service' }]
  if (service === 'payment') return powers ? [] : [{ field: 'powers', code: 'powers_missing' }]
  return powers ? [{ field: 'powers', code: 'grant_not_of_service' }] : []
}

function judgeMember(given: Values, known: KnownRow | undefined): PlacedRemark[] {
  const row = merged(given, known?.values)
  return [
    ...orderRemark(given, row, {
      earlier: 'bornOn',
      later: 'affiliatedOn',
      code: 'born_after_joined',
      strictly: true,
    }),
    ...orderRemark(given, row, {
      earlier: 'affiliatedOn',
      later: 'leftOn',
      code: 'left_before_joined',
    }),
  ]
}

interface Order {
  readonly earlier: string
  readonly later: string
  readonly code: 'until_before_from' | 'born_after_joined' | 'left_before_joined'
  readonly strictly?: boolean
}

/** Two days in the wrong order, when the file gives at least one of them. */
function orderRemark(given: Values, row: Values, order: Order): PlacedRemark[] {
  const [first, second] = [row[order.earlier], row[order.later]]
  if (!first || !second || !(order.earlier in given || order.later in given)) return []
  if (order.strictly ? first < second : first <= second) return []
  return [
    { field: order.later, code: order.code, value: french(second), params: { day: french(first) } },
  ]
}

function french(day: string): string {
  return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`
}

/**
 * The number of a document, judged with its kind as the form does (domain §8): a shape that the kind cannot have is refused,
 * an unusual number of figures is asked about. Before the number is put away.
 */
export function documentRemark({ identityKind, identity }: Values): PlacedRemark | undefined {
  const kind = identityKinds.find((one) => one === identityKind)
  if (!kind || !identity) return undefined
  const parsed = parseIdentity(kind, identity)
  if (!parsed) return { field: 'identity', code: 'document_malformed', value: identity }
  if (!isUnusualCin(parsed)) return undefined
  return { field: 'identity', code: 'document_unusual', value: identity }
}

const noNumber = '000000000'

/** What a row is known by in the file; nothing when it cannot be known. */
export function fileKeyOf(kind: ImportKind, given: Values): string | undefined {
  const { employerNumber, category, memberNumber, identity } = given
  if (!employerNumber) return undefined
  if (kind === 'employers' || kind === 'delegates') return employerNumber
  if (kind === 'users')
    return given['service'] && identity
      ? `${employerNumber} ${given['service']} ${identity}`
      : undefined
  if (!category) return undefined
  if (kind === 'categories') return `${employerNumber} ${category}`
  if (memberNumber && memberNumber !== noNumber)
    return `${employerNumber} ${category} ${memberNumber}`
  return identity ? `${employerNumber} ${category} ${identity}` : undefined
}
