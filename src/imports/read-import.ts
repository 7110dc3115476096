import type { AgentActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import type { AppContext } from '../context.ts'
import type { Import } from './import.ts'
import { type ImportCause, listCauses } from './store/findings.ts'
import { waitsForAnother } from './second-person.ts'
import { findImport, listImports } from './store/imports.ts'
import { listChangedRows, type StagedRow } from './store/lines.ts'

export interface ImportView {
  readonly found: Import
  readonly causes: readonly ImportCause[]
  /** Lines that would change a known row, as they are and as they would be. */
  readonly changes: readonly StagedRow[]
  /** The reader sent it, and it changes what the fund has. */
  readonly waitsForAnother: boolean
  readonly page: number
  readonly pages: number
}

const changesShown = 25

/** An import with everything that its decision needs (product G5). */
export async function readImport(
  app: Pick<AppContext, 'db'>,
  id: string,
  page: number,
  reader?: AgentActor,
): Promise<ImportView> {
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const found = (await findImport(tx, id)) ?? refuse('web.not_found')
    const pages = Math.max(1, Math.ceil(found.changedLines / changesShown))
    const shown = Math.min(page, pages)
    const offset = (shown - 1) * changesShown
    return {
      found,
      causes: await listCauses(tx, id),
      changes:
        found.state === 'checked'
          ? await listChangedRows(tx, id, { limit: changesShown, offset })
          : [],
      waitsForAnother: await waitsForAnother(tx, found, reader?.id ?? null),
      page: shown,
      pages,
    }
  })
}

const importsShown = 50

export async function readImports(app: Pick<AppContext, 'db'>): Promise<Import[]> {
  return app.db.transaction({ as: 'agency' }, (tx) => listImports(tx, importsShown))
}
