import type { EmployedActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { formatQuarter } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import { fieldId } from '../../web/components/form-state.ts'
import { paths } from '../../web/paths.ts'
import type { FieldName } from '../checking/fields.ts'
import { getOwn, readInHand } from '../read-in-hand.ts'
import { findOrigin } from './store/checks.ts'
import type { PeriodText } from './load-sheet.ts'
import { leftField } from './page-form.ts'
import { personFields } from './person-form.ts'
import { rowAt } from './sheet-address.ts'

/** The field of the form that a line of a declaration came from: its column says nothing to who typed it (product D5). */
export async function findField(
  app: AppContext,
  actor: EmployedActor,
  declarationId: string,
  { line, field }: { readonly line: number; readonly field: string },
): Promise<string> {
  return readInHand(app, actor, async (tx, workspace) => {
    const declaration = await getOwn(tx, actor, workspace, declarationId)
    const origin = await findOrigin(tx, actor.employerId, declarationId)
    const key = origin?.keys[line - 1] ?? refuse('web.not_found')
    // The second tranche was typed with the first, in the sheet of its category.
    const category = origin?.category ?? declaration.category
    return addressOf({ category, quarter: formatQuarter(declaration.quarter) }, key, field)
  })
}

function addressOf(period: PeriodText, key: string, field: string): string {
  const person = paths.entry.member({ ...period, id: key })
  if (field === 'leftOn' || field === 'recordCode') return `${person}#${fieldId(leftField(key))}`
  const name = Object.hasOwn(personFields, field)
    ? personFields[field as FieldName & keyof typeof personFields]
    : undefined
  if (name) return `${person}?fiche=oui#${fieldId(name)}`
  return rowAt(period, key)
}
