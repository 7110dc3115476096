import type { AgentActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import type { AppContext } from '../context.ts'
import type { Tx } from '../platform/db/database.ts'
import { type Paging, pagingOf } from '../web/paging.ts'
import { agreeBefore, isOwnImport } from './agreement.ts'
import { givesPower } from './import-kind.ts'
import type { Import } from './import.ts'
import { type ImportCause, listCauses } from './store/findings.ts'
import { waitsForAnother } from './second-person.ts'
import { findImport, listImports } from './store/imports.ts'
import { countRows, listActingRows, type StagedRow } from './store/lines.ts'
import { listSignatories } from './store/supervisors.ts'

/** What the reader may do with a file that gives power. */
export type Part =
  | 'none'
  | 'must_be_supervisor'
  | 'may_ask'
  | 'waits_for_another'
  | 'too_late'
  | 'may_agree'

export interface ImportView {
  readonly found: Import
  readonly causes: readonly ImportCause[]
  /** Lines that would change a known row, as they are and as they would be. */
  readonly changes: readonly StagedRow[]
  /** Lines that would make a new row, on pages of their own; those of a file that gives power are people. */
  readonly fresh: Paging & { readonly rows: readonly StagedRow[] }
  /** The reader sent it, and it changes what the fund has. */
  readonly waitsForAnother: boolean
  /** Of a file that gives power, to whom it would give some; once applied, to whom it did. */
  readonly people: readonly StagedRow[]
  readonly part: Part
  readonly page: number
  readonly pages: number
}

const linesShown = 25

/** An import with everything that its decision needs (product G5). */
export async function readImport(
  app: Pick<AppContext, 'db' | 'clock'>,
  id: string,
  { page = 1, freshPage = 1 }: { readonly page?: number; readonly freshPage?: number },
  reader?: AgentActor,
): Promise<ImportView> {
  return app.db.transaction({ as: 'agency' }, async (tx) => {
    const found = (await findImport(tx, id)) ?? refuse('web.not_found')
    const isOfPower = givesPower(found.kind)
    const isDone = isOfPower && found.state === 'applied'
    const wouldAct = isOfPower ? found.newLines : found.changedLines
    const count = isDone ? await countRows(tx, id) : wouldAct
    const shown = pagingOf(count, page, linesShown)
    const waits = found.state === 'checked' || found.state === 'asked'
    const isOfData = waits && !isOfPower
    const fresh = pagingOf(found.newLines, freshPage, linesShown)
    return {
      found,
      causes: await listCauses(tx, id),
      changes: isOfData ? await listActingRows(tx, id, 'changed', shown) : [],
      fresh: { ...fresh, rows: isOfData ? await listActingRows(tx, id, 'new', fresh) : [] },
      waitsForAnother: await waitsForAnother(tx, found, reader?.id ?? null),
      people: isDone || (waits && isOfPower) ? await listActingRows(tx, id, 'new', shown) : [],
      part: await partOf(tx, found, reader, app.clock.now()),
      page: shown.page,
      pages: shown.pages,
    }
  })
}

// oxlint-disable-next-line max-params -- the transaction, the file, who reads it, when
async function partOf(
  tx: Tx,
  found: Import,
  reader: AgentActor | undefined,
  now: Date,
): Promise<Part> {
  const isSupervisor = reader?.role === 'supervisor'
  if (!reader || !givesPower(found.kind)) return 'none'
  if (found.state === 'checked') return isSupervisor ? 'may_ask' : 'must_be_supervisor'
  if (found.state !== 'asked' || !found.askedAt) return 'none'
  if (agreeBefore(found.askedAt) <= now) return 'too_late'
  if (!isSupervisor) return 'waits_for_another'
  const [own] = await listSignatories(tx, [reader.id])
  const others = await listSignatories(tx, [found.askedBy?.id, found.uploadedBy?.id])
  return own && !isOwnImport(own, others) ? 'may_agree' : 'waits_for_another'
}

const importsShown = 50

export async function readImports(app: Pick<AppContext, 'db'>): Promise<Import[]> {
  return app.db.transaction({ as: 'agency' }, (tx) => listImports(tx, importsShown))
}
