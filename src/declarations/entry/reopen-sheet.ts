import type { EmployedActor } from '../../actors/actor.ts'
import type { LocalDate } from '../../calendar/index.ts'
import type { DataContext } from '../../data-context.ts'
import type { Membership } from '../../members/member.ts'
import { listMemberships } from '../../members/store/memberships.ts'
import { centimes, formatDirhamsBare } from '../../money/index.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Keyring } from '../../platform/secrets/keyring.ts'
import { writtenDay } from '../../web/read-day.ts'
import { isExpected } from '../declaration.ts'
import type { Declaration } from '../store/declarations.ts'
import { type Confirmed, keepConfirmations } from '../store/lines.ts'
import type { OpenPeriod, Workspace } from '../workspace.ts'
import { civilDataOf, sealCivilData } from './civil-data.ts'
import { saveRowKeys } from './store/checks.ts'
import {
  type DeclaredRow,
  insertReopened,
  listDeclaredRows,
  type ReopenedRow,
} from './store/reopened.ts'
import { deleteDraft, lockDraft, stampDraft } from './store/drafts.ts'
import { firstOf, readTranches } from './tranches.ts'

interface Correction {
  readonly workspace: Workspace
  readonly period: OpenPeriod
  /** What was sent, and the version that corrects it, checked already. */
  readonly sent: Declaration
  readonly declarationId: string
  /** How many lines there are to find again. */
  readonly lines: number
}

/**
 * What was typed in the form is corrected in the form: its sheet begins again with what was sent (product D5, D8). A salary in two
 * tranches was typed once for two declarations, each corrected on its own: there, the lines are corrected at the desk.
 */
export async function reopenSheet(
  tx: Tx,
  app: Pick<DataContext, 'keyring' | 'clock'>,
  { id: profileId, employerId }: EmployedActor,
  { workspace, period, sent, declarationId, lines }: Correction,
): Promise<void> {
  if (sent.madeBy !== 'form' || workspace.mode !== 'form') return
  if (firstOf(workspace.terms, period.terms) || (await readTranches(tx, workspace, period))) return
  const owner = { declarationId, employerId }
  const declared = await listDeclaredRows(tx, owner)
  const members = await listMemberships(tx, employerId, [sent.category])
  const byNumber = new Map(members.map((member) => [member.memberNumber, member]))
  // Somebody whose line is not taken any more, or who is not found: the desk corrects that.
  if (declared.length < lines || !declared.every((row) => byNumber.has(row.memberNumber))) return
  const confirmed = await keepConfirmations(tx, owner)
  const rows = declared.flatMap((row) => {
    const member = byNumber.get(row.memberNumber)
    return member ? [rowOf(app.keyring, { row, member, period, confirmed })] : []
  })
  await deleteDraft(tx, employerId, sent)
  const saver = { profileId, at: app.clock.now() }
  const draft = await lockDraft(tx, employerId, sent, saver)
  await insertReopened(tx, draft, rows)
  const version = await stampDraft(tx, draft, saver)
  await saveRowKeys(tx, { ...owner, draft: { ...draft, version }, keys: keysOf(declared, rows) })
}

/** The row of each line, line 1 first. */
function keysOf(declared: readonly DeclaredRow[], rows: readonly ReopenedRow[]): string[] {
  const keys = Array.from({ length: declared.at(-1)?.line ?? 0 }, () => '')
  for (const [index, { line }] of declared.entries()) keys[line - 1] = rows[index]?.key ?? ''
  return keys
}

interface Found {
  readonly row: DeclaredRow
  readonly member: Membership
  readonly period: OpenPeriod
  readonly confirmed: readonly Confirmed[]
}

function rowOf(keyring: Keyring, { row, member, period, confirmed }: Found): ReopenedRow {
  const reason = (code: string) =>
    confirmed.find((one) => one.line === row.line && one.code === code)?.confirmed_reason ?? ''
  const isUnpaid = row.salary === 0n && !row.isLeaver
  return {
    key: member.id,
    kind: isExpected(member, period.quarter) ? 'known' : 'reinstated',
    salary: isUnpaid ? '' : formatDirhamsBare(centimes(row.salary)),
    leftOn: row.isLeaver && row.exitOn ? writtenDay(row.exitOn as LocalDate) : '',
    unpaidReason: isUnpaid ? reason('salary_zero') : '',
    isCarried: false,
    personSealed: cardOf(keyring, row, member),
    nameReason: reason('member_name_differs'),
  }
}

/** What was declared of the person and is not what the fund knows, as a corrected card; nothing when both say the same. */
function cardOf(keyring: Keyring, row: DeclaredRow, member: Membership): Buffer | null {
  const { lastName, firstName, sex, nationality } = row
  const joinedOn = (row.joinedOn as LocalDate | null) ?? member.joinedOn
  const bornOn = (row.bornOn as LocalDate | null) ?? member.bornOn
  const said = { lastName, firstName, sex, nationality, joinedOn, bornOn }
  const isSame = (Object.keys(said) as (keyof typeof said)[]).every(
    (field) => said[field] === member[field],
  )
  return isSame ? null : sealCivilData(keyring, { ...civilDataOf(member, keyring), ...said })
}
