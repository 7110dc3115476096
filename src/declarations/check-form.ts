import type { EmployedActor } from '../actors/actor.ts'
import type { AppContext } from '../context.ts'
import type { Fields, Mistakes } from '../web/form.ts'
import type { Words } from '../web/words/index.ts'
import { checkContributions } from './check-contributions.ts'
import { parseEntries } from './entry-form.ts'
import { listExpectedMembers, writeTypedFile } from './prepared-file.ts'
import { getPeriod, openWorkspace } from './workspace.ts'

export interface TypedPeriod {
  readonly category: string
  readonly quarter: string
  readonly fields: Fields
  readonly words: Words['declarations']
}

export type FormOutcome =
  | { readonly outcome: 'checked'; readonly declarationId: string }
  | { readonly outcome: 'mistakes'; readonly errors: Mistakes }

/** Salaries typed into the form become the same file as an upload, and go through the same checks. */
export async function checkForm(
  app: AppContext,
  actor: EmployedActor,
  typed: TypedPeriod,
): Promise<FormOutcome> {
  const read = await app.db.transaction(
    { as: 'employer', employerId: actor.employerId },
    async (tx) => {
      const workspace = await openWorkspace(tx, app, actor)
      const period = getPeriod(workspace, typed.category, typed.quarter)
      const entries = parseEntries(
        await listExpectedMembers(tx, actor, period),
        typed.fields,
        typed.words,
      )
      return entries.ok
        ? { ok: true as const, text: writeTypedFile(app, workspace, period, entries.value) }
        : entries
    },
  )
  if (!read.ok) return { outcome: 'mistakes', errors: read.errors }
  const declarationId = await checkContributions(app, actor, {
    category: typed.category,
    quarter: typed.quarter,
    madeBy: 'form',
    content: { name: typed.words.formFileName, bytes: Buffer.from(read.text, 'utf8') },
  })
  return { outcome: 'checked', declarationId }
}
