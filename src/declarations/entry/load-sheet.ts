import type { EmployedActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { compareQuarters, firstDay } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import type { Membership } from '../../members/member.ts'
import { listMemberships } from '../../members/store/memberships.ts'
import { add, type Dirhams, zeroDirhams } from '../../money/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import { isExpected, type Period } from '../declaration.ts'
import { findName, listDeclarations } from '../store/declarations.ts'
import { getPeriod, type OpenPeriod, openWorkspace, type Workspace } from '../workspace.ts'
import { type CivilData, civilDataOf, openCivilData } from './civil-data.ts'
import type { Row } from './row.ts'
import { firstOf, readTranches, type Tranches } from './tranches.ts'
import { byName, type Sheet } from './sheet.ts'
import { findCurrentCheck } from './store/checks.ts'
import { findDraft, type SavedDraft } from './store/drafts.ts'
import { findLastSalaries, type LastSalaries } from './store/last-salaries.ts'
import { listStoredRows, type StoredRow } from './store/rows.ts'

/** The period of an address. */
export interface PeriodText {
  readonly category: string
  readonly quarter: string
}

export interface OpenSheet {
  readonly workspace: Workspace
  readonly period: OpenPeriod
  readonly sheet: Sheet
  /** Members who left before this quarter, who may come back. */
  readonly former: readonly Membership[]
  readonly draft: SavedDraft | undefined
  /** Where a salary is declared in two lines. */
  readonly tranches: Tranches | null
}

interface OpenForm {
  readonly workspace: Workspace
  readonly period: OpenPeriod
}

/** A period that this declarant may type: their mandate says «Formulaire de Saisie» (product A5). */
export async function openForm(
  tx: Tx,
  app: AppContext,
  actor: EmployedActor,
  { category, quarter }: PeriodText,
): Promise<OpenForm> {
  const workspace = await openWorkspace(tx, app, actor)
  const period = getPeriod(workspace, category, quarter)
  if (workspace.mode !== 'form') return refuse('entry.not_granted')
  if (firstOf(workspace.terms, period.terms)) return refuse('entry.with_first_tranche')
  return { workspace, period }
}

/** The sheet to work on; a period that was sent meanwhile has none any more. */
export async function loadSheet(
  tx: Tx,
  app: AppContext,
  actor: EmployedActor,
  period: PeriodText,
): Promise<OpenSheet> {
  const form = await openForm(tx, app, actor, period)
  if (await findClosing(tx, actor.employerId, periodOf(form.period)))
    return refuse('declarations.already_sent')
  return readSheet(tx, app, actor.employerId, form)
}

/** The fund's members as they are now, and what was typed about them. */
export async function readSheet(
  tx: Tx,
  app: AppContext,
  employerId: string,
  { workspace, period }: OpenForm,
): Promise<OpenSheet> {
  const about = periodOf(period)
  const draft = await findDraft(tx, employerId, about)
  const stored = draft ? await listStoredRows(tx, draft) : []
  const tranches = await readTranches(tx, workspace, period)
  const last = await findLast(tx, employerId, about, tranches)
  const members = await listMemberships(tx, employerId, [about.category])
  const rows = rowsOf(app, about, { members, stored, last, limit: limitOf(tranches) })
  return {
    workspace,
    period,
    draft,
    tranches,
    former: formerAmong(members, about, stored),
    sheet: {
      version: draft?.version ?? 0,
      rows: rows.sort(byName),
      lastQuarter: last?.quarter ?? null,
      saved: draft ? { at: draft.savedAt, by: await findName(tx, draft.savedBy) } : null,
    },
  }
}

export function periodOf({ terms, quarter }: OpenPeriod): Period {
  return { category: terms.category, quarter }
}

/** The declaration that stands for a period. */
export async function findSentId(
  tx: Tx,
  employerId: string,
  { category, quarter }: Period,
): Promise<string | undefined> {
  const same = await listDeclarations(tx, employerId, [category])
  return same.find((one) => one.state === 'sent' && compareQuarters(one.quarter, quarter) === 0)?.id
}

/** The declaration that closes a period's sheet: the one that stands, unless it is being corrected in the sheet itself. */
export async function findClosing(
  tx: Tx,
  employerId: string,
  about: Period,
): Promise<string | undefined> {
  const sentId = await findSentId(tx, employerId, about)
  if (!sentId) return undefined
  const current = await findCurrentCheck(tx, employerId, about)
  return current?.keys ? undefined : sentId
}

interface Known {
  readonly members: readonly Membership[]
  readonly stored: readonly StoredRow[]
  readonly last: LastSalaries | undefined
  readonly limit: Dirhams | null
}

function rowsOf(app: AppContext, { quarter }: Period, known: Known): Row[] {
  const { members, stored } = known
  const byMembership = new Map(stored.map((row) => [row.membershipId, row]))
  const expected = members.flatMap((member) => {
    const row = byMembership.get(member.id)
    if (!isExpected(member, quarter) && row?.kind !== 'reinstated') return []
    return [knownRow(app, member, row, known)]
  })
  const added = stored.flatMap((row) =>
    row.kind === 'new' && row.personSealed ? [newRow(app, row, row.personSealed, known)] : [],
  )
  return [...expected, ...added]
}

// oxlint-disable-next-line max-params -- the key, the member, what was typed, what was declared before
function knownRow(
  app: AppContext,
  member: Membership,
  stored: StoredRow | undefined,
  { last, limit }: Known,
): Row {
  const known = civilDataOf(member, app.keyring)
  const corrected = stored?.personSealed ? openCivilData(app.keyring, stored.personSealed) : null
  return {
    ...typedOf(stored),
    key: member.id,
    kind: stored?.kind === 'reinstated' ? 'reinstated' : 'known',
    civil: corrected ?? known,
    known: corrected ? known : null,
    nameReason: stored?.nameReason ?? '',
    last: lastOf(known, last),
    isCarried: stored?.isCarried ?? false,
    limit,
  }
}

// oxlint-disable-next-line max-params -- the key, what was typed, of whom, under which limit
function newRow(app: AppContext, stored: StoredRow, personSealed: Buffer, { limit }: Known): Row {
  const { id: key, nameReason, isCarried } = stored
  const civil = openCivilData(app.keyring, personSealed)
  const unknown = { known: null, last: null } as const
  return { ...typedOf(stored), key, kind: 'new', civil, ...unknown, nameReason, isCarried, limit }
}

/** The most that the form may declare of one person. */
export function limitOf(tranches: Tranches | null): Dirhams | null {
  return tranches && !tranches.two ? tranches.ceiling : null
}

/** Of two tranches, both together when they were declared for the same quarter. */
async function findLast(
  tx: Tx,
  employerId: string,
  about: Period,
  tranches: Tranches | null,
): Promise<LastSalaries | undefined> {
  const one = await findLastSalaries(tx, employerId, about)
  if (!one || !tranches?.two) return one
  const two = await findLastSalaries(tx, employerId, periodOf(tranches.two))
  if (!two || compareQuarters(two.quarter, one.quarter) !== 0) return one
  const byMember = new Map(one.byMember)
  for (const [member, salary] of two.byMember)
    byMember.set(member, add(byMember.get(member) ?? zeroDirhams, salary))
  return { quarter: one.quarter, byMember }
}

function typedOf(stored: StoredRow | undefined) {
  return {
    salary: stored?.salary ?? '',
    leftOn: stored?.leftOn ?? '',
    unpaidReason: stored?.unpaidReason ?? '',
  }
}

function lastOf({ memberNumber }: CivilData, last: LastSalaries | undefined) {
  return (memberNumber !== null ? last?.byMember.get(memberNumber) : undefined) ?? null
}

function formerAmong(
  members: readonly Membership[],
  { quarter }: Period,
  stored: readonly StoredRow[],
): Membership[] {
  const back = new Set(
    stored.filter((row) => row.kind === 'reinstated').map((row) => row.membershipId),
  )
  return members.filter(
    ({ id, leftOn }) => leftOn !== null && leftOn < firstDay(quarter) && !back.has(id),
  )
}
