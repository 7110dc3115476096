import { identityKey, identityKinds, maskedIdentity } from '../platform/secrets/identity.ts'
import type { Keyring } from '../platform/secrets/keyring.ts'
import { columnsOf } from './columns/index.ts'
import { type Change, changesOf, comparable } from './compare.ts'
import { findingAt, type ImportFinding, type Remark } from './import-finding.ts'
import { givesPower, type ImportKind } from './import-kind.ts'
import type { Match } from './match-rows.ts'
import type { ImportHeader } from './read-header.ts'
import { type GivenRow, isRefused, type Values } from './read-row.ts'
import { type FundFacts, judgeRow } from './rules.ts'

/** A row with its identity number put away: a key to compare, sealed bytes to keep, a mask to show. */
export interface GuardedRow extends GivenRow {
  readonly identitySealed: Buffer | null
}

/** From here on no identity number is in the clear. */
export function guardIdentity(row: GivenRow, keyring: Keyring): GuardedRow {
  const number = row.given['identity']
  if (!number) return { ...row, identitySealed: null }
  const kind = identityKinds.find((one) => one === row.given['identityKind']) ?? 'cin'
  const key = identityKey(keyring, { kind, number }).toString('hex')
  const given = { ...row.given, identity: key, identityShown: maskedIdentity(number) }
  return { ...row, given, identitySealed: keyring.seal(number) }
}

export interface JudgedRow {
  readonly line: number
  readonly findings: readonly ImportFinding[]
  readonly action: 'new' | 'changed' | 'same' | 'refused'
  readonly employerId: string | null
  readonly label: string
  /** What the file gives and what follows from it. */
  readonly given: Values
  /** Of a known row, the fields that change, as they are now. */
  readonly before: Values
  readonly identitySealed: Buffer | null
}

export interface Around {
  readonly kind: ImportKind
  readonly header: ImportHeader
  readonly facts: FundFacts
  readonly keyring: Keyring
  /** The company that this agent may not decide on (quality AT67). */
  readonly ownEmployerNumber: string | null
}

/** What becomes of one row, with everything that is said of it. */
export function judge(row: GuardedRow, match: Match, around: Around): JudgedRow {
  const findings = [...row.findings]
  const say = (field: string, remark: Remark) =>
    findings.push(findingAt({ ...placeOf(around.header, field), line: row.line }, remark))
  const judged = judgeRow(around.kind, row.given, match.known, around.facts)
  for (const { field, ...remark } of placeRemarks(row, match, around)) say(field, remark)
  if (!isRefused(findings)) for (const { field, ...remark } of judged.remarks) say(field, remark)
  const { given } = judged
  const changes =
    match.known && !isRefused(findings) ? visibleChanges(given, match, around.keyring) : {}
  const isSame = Object.keys(changes).length === 0
  // Of a delegate a signed letter alone tells anything else, of a user their delegate (product P5, A8 to A10).
  const code = around.kind === 'delegates' ? 'delegate_in_office' : 'user_exists'
  if (givesPower(around.kind) && !isSame)
    say('employerNumber', { code, value: given['employerNumber'] ?? '' })
  const isLost = isRefused(findings)
  return {
    line: row.line,
    findings,
    action: isLost ? 'refused' : match.known ? (isSame ? 'same' : 'changed') : 'new',
    employerId: match.employer?.id ?? null,
    label: labelOf(around.kind, { ...given, ...match.known?.values }, match),
    given,
    before: Object.fromEntries(
      Object.entries(changes).map(([field, { before }]) => [field, before]),
    ),
    identitySealed: row.identitySealed,
  }
}

/** The mask of an identity follows its key: it shows what changes, and is nothing by itself. */
function visibleChanges(
  given: Values,
  { known, identitySealed }: Match,
  keyring: Keyring,
): Readonly<Record<string, Change>> {
  const changes = changesOf(comparable(given), known?.values ?? {})
  if (!changes['identity']) return changes
  const before = identitySealed ? maskedIdentity(keyring.open(identitySealed)) : null
  return { ...changes, identityShown: { before, after: given['identityShown'] ?? null } }
}

function placeOf(header: ImportHeader, field: string) {
  const placed = header.columns.find(({ column }) => column.field === field)
  return { field, column: placed ? placed.at + 1 : 0 }
}

interface PlacedRemark extends Remark {
  readonly field: string
}

/** Whose row it is, and whether a new one has what it needs. */
function placeRemarks(
  { given, findings }: GuardedRow,
  match: Match,
  { kind, ownEmployerNumber }: Around,
): PlacedRemark[] {
  const { employerNumber, category } = given
  if (!employerNumber) return []
  if (employerNumber === ownEmployerNumber)
    return [{ field: 'employerNumber', code: 'own_employer', value: employerNumber }]
  const remarks: PlacedRemark[] = []
  if (kind !== 'employers' && !match.employer)
    return [{ field: 'employerNumber', code: 'employer_unknown', value: employerNumber }]
  if (kind === 'members' && category && !match.category)
    return [{ field: 'category', code: 'category_unknown', value: category }]
  if (match.obstacle)
    return [{ field: 'employerNumber', code: match.obstacle, value: employerNumber }]
  if (kind !== 'employers' && match.employer?.isClosed && !match.known)
    remarks.push({ field: 'employerNumber', code: 'employer_closed', value: employerNumber })
  if (kind === 'members') remarks.push(...memberRemarks(given, match))
  if (!match.known) {
    const told = new Set(findings.map(({ field }) => field))
    remarks.push(...missingForNew(kind, given, told))
  }
  return remarks
}

function memberRemarks(given: Values, { otherNumber }: Match): PlacedRemark[] {
  const { memberNumber, identity } = given
  const isNumbered = memberNumber && memberNumber !== '000000000'
  if (!isNumbered && !identity) return [{ field: 'memberNumber', code: 'number_or_identity' }]
  return otherNumber
    ? [
        {
          field: 'memberNumber',
          code: 'identity_has_number',
          value: memberNumber ?? '',
          params: { number: otherNumber },
        },
      ]
    : []
}

/** One remark for all that is missing: the row is new, which the file may not have meant. */
function missingForNew(kind: ImportKind, given: Values, told: ReadonlySet<string>): PlacedRemark[] {
  const missing = columnsOf[kind].filter(
    ({ field, needed }) => needed && !given[field] && !told.has(field),
  )
  if (missing.length === 0) return []
  const params = { headers: missing.map(({ header }) => header).join(', ') }
  return [{ field: '', code: 'needed_for_new', params }]
}

function labelOf(kind: ImportKind, row: Values, { employer }: Match): string {
  const { employerNumber = '', name, category, label, memberNumber, lastName, firstName } = row
  const parts = {
    employers: [employerNumber, name],
    categories: [employerNumber, category, label],
    members: [employerNumber, memberNumber, lastName, firstName],
    delegates: [employerNumber, employer?.name],
    users: [employerNumber, employer?.name],
  }[kind]
  return parts.filter(Boolean).join(' ').slice(0, 300)
}
