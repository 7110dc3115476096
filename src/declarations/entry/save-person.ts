import type { EmployedActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { type Fields, type Mistakes, text } from '../../web/form.ts'
import type { Words } from '../../web/words/index.ts'
import { type CivilData, fullName, sealCivilData } from './civil-data.ts'
import { limitOf, type PeriodText } from './load-sheet.ts'
import { type LockedSheet, lockSheet } from './lock-sheet.ts'
import { newKey, parseTyped } from './page-form.ts'
import { isReason } from '../reason.ts'
import { nameReasonField, parsePerson, personFields } from './person-form.ts'
import { isRenamed, mistakesOfNew, namesakeOf } from './person-rules.ts'
import { recordSaved } from './record-saved.ts'
import type { Row, Typed } from './row.ts'
import { insertNewRow, saveCorrection, saveNewPerson } from './store/rows.ts'

export interface PersonCommand {
  /** Whose card it is; nothing for somebody who is being added. */
  readonly key: string | null
  readonly fields: Fields
  readonly words: Words['entry']
}

export type PersonOutcome =
  | { readonly ok: true; readonly key: string }
  | { readonly ok: false; readonly errors: Mistakes }

/** Adds somebody to the sheet, or corrects somebody's civil data. */
export async function savePerson(
  app: AppContext,
  actor: EmployedActor,
  period: PeriodText,
  command: PersonCommand,
): Promise<PersonOutcome> {
  const scope = { as: 'employer', employerId: actor.employerId } as const
  return app.db.transaction(scope, async (tx) => {
    const locked = await lockSheet(tx, app, actor, period)
    const row = command.key === null ? undefined : getRow(locked, command.key)
    const read = readCommand(locked, row, command)
    if (!read.ok) return read
    const key = await keep(tx, app, { locked, row, ...read })
    await recordSaved(tx, actor, app.clock.now(), { ...locked, rows: 1 })
    return { ok: true, key }
  })
}

function getRow({ sheet }: LockedSheet, key: string): Row {
  return sheet.rows.find((row) => row.key === key) ?? refuse('web.not_found')
}

type Read =
  | {
      readonly ok: true
      readonly civil: CivilData
      readonly typed: Typed
      readonly nameReason: string
    }
  | { readonly ok: false; readonly errors: Mistakes }

function readCommand(
  locked: LockedSheet,
  row: Row | undefined,
  { fields, words }: PersonCommand,
): Read {
  const { quarter } = locked.about
  const said = words.personMistakes
  const isNew = !row || row.kind === 'new'
  const person = parsePerson(fields, said, { quarter, isNew })
  if (!person.ok) return person
  // The matricule of somebody whom the fund knows is the fund's: the card shows it, and does not change it.
  const civil = isNew ? person.value : { ...person.value, memberNumber: row.civil.memberNumber }
  const typed = parseTyped(fields, newKey)
  const nameReason = text(fields, nameReasonField).slice(0, 200)
  const errors = {
    ...namesakeOf(civil, row?.key, locked, said),
    ...(row
      ? {}
      : mistakesOfNew(typed, civil, { quarter, limit: limitOf(locked.tranches) }, words.mistakes)),
    ...(row && !isNew && !isReason(nameReason) ? renamed(row, civil, said) : {}),
  }
  return Object.keys(errors).length > 0
    ? { ok: false, errors }
    : { ok: true, civil, typed, nameReason }
}

/** Another name under a known matricule is asked about once, here, as any doubt is (product D4). */
function renamed(row: Row, civil: CivilData, said: Words['entry']['personMistakes']): Mistakes {
  const before = row.known ?? row.civil
  return isRenamed(before, civil) ? { [nameReasonField]: said.nameReason(fullName(before)) } : {}
}

interface ToKeep {
  readonly locked: LockedSheet
  readonly row: Row | undefined
  readonly civil: CivilData
  readonly typed: Typed
  readonly nameReason: string
}

async function keep(tx: Tx, app: AppContext, { locked, row, ...read }: ToKeep): Promise<string> {
  const personSealed = sealCivilData(app.keyring, read.civil)
  if (!row) return insertNewRow(tx, locked.draft, { ...read.typed, personSealed })
  const { key } = row
  if (row.kind === 'new') {
    await saveNewPerson(tx, locked.draft, { key, personSealed, nameReason: '' })
    return key
  }
  const isBack = sameData(read.civil, row.known ?? row.civil)
  await saveCorrection(tx, locked.draft, {
    key,
    personSealed: isBack ? null : personSealed,
    nameReason: isBack ? '' : read.nameReason,
  })
  return key
}

/** Everything as the fund has it: there is no correction any more. */
function sameData(one: CivilData, other: CivilData): boolean {
  return (Object.keys(personFields) as (keyof CivilData)[]).every(
    (field) => (one[field] ?? '') === (other[field] ?? ''),
  )
}
