import type { EmployedActor } from '../../actors/actor.ts'
import type { AppContext } from '../../context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { type EntryBeside, findEntryBeside } from '../entry/store/beside.ts'
import { findSheetBehind, listLineNames, type SheetBehind } from '../entry/store/checks.ts'
import { type Comparison, compareWithQuarter, compareWithSent } from '../changes/compare.ts'
import type { Owner } from '../store/lines.ts'
import { getOwn, readInHand } from '../read-in-hand.ts'
import { type Declaration, findDeclaration, findName } from '../store/declarations.ts'
import type { Workspace } from '../workspace.ts'
import { countWorkDone } from './store/work-done.ts'
import type { WorkDone } from './work-done.ts'
import { type Cause, isSameCause } from './cause.ts'
import { listCauses, listReasons, listSamples } from './store/causes.ts'
import { type CorrectionMade, listCorrections } from './store/corrections.ts'
import type { FindingRow } from './store/finding-row.ts'
import { findSuccessor, type Successor } from './store/successor.ts'

/** A cause with its first finding, enough to see what it is about. */
export interface CauseShown extends Cause {
  readonly sample: FindingRow | undefined
}

/** Where a check stands: what is ready, what is left, and what was done about it. */
export interface DeskView {
  readonly declaration: Declaration
  readonly employerName: string
  readonly employerNumber: string
  readonly causes: readonly CauseShown[]
  readonly reasons: readonly string[]
  readonly corrections: readonly CorrectionMade[]
  /** Made of a sheet, and corrected there: who the samples are about. Nothing for a file. */
  readonly sheet: (SheetBehind & { readonly names: ReadonlyMap<number, string> }) | null
  /** The same quarter is being typed in its sheet, which sending this would remove. */
  readonly entry: EntryBeside | null
  /** What changed since the quarter before, and since what was sent: once nothing is left to correct. */
  readonly sinceQuarter: Comparison | null
  readonly sinceSent: Comparison | null
  /** What would be lost with this check. */
  readonly done: WorkDone
  /** What this check corrects, when it is a new version. */
  readonly replaced: Declaration | null
}

export type DeskOrSuccessor =
  | { readonly state: 'open'; readonly view: DeskView }
  | { readonly state: 'sent'; readonly declaration: Declaration }
  | {
      readonly state: 'over'
      readonly declaration: Declaration
      readonly successor: Successor | undefined
    }

const kinds: readonly Cause['severity'][] = ['blocking', 'to_confirm', 'information']

/** Of causes of as many lines, that which begins first: as somebody goes through the file. */
function byPlace(one: CauseShown, other: CauseShown): number {
  const [here, there] = [one.sample, other.sample]
  return (
    kinds.indexOf(one.severity) - kinds.indexOf(other.severity) ||
    other.count - one.count ||
    (here?.line ?? 0) - (there?.line ?? 0) ||
    (here?.column ?? 0) - (there?.column ?? 0)
  )
}

const reasonsOffered = 8
const correctionsShown = 50

/** The check, or what became of it: sent, or replaced, and then by what and by whom (quality AT97). */
export async function viewDesk(
  app: AppContext,
  actor: EmployedActor,
  id: string,
): Promise<DeskOrSuccessor> {
  return readInHand(app, actor, async (tx, workspace) => {
    const declaration = await getOwn(tx, actor, workspace, id)
    const { state } = declaration
    if (state === 'sent' || state === 'replaced') return { state: 'sent', declaration }
    if (state === 'abandoned') {
      const successor = await findSuccessor(tx, actor.employerId, declaration)
      return { state: 'over', declaration, successor }
    }
    return { state: 'open', view: await readDesk(tx, workspace, actor, declaration) }
  })
}

async function readDesk(
  tx: Tx,
  workspace: Workspace,
  { employerId }: EmployedActor,
  declaration: Declaration,
): Promise<DeskView> {
  const { employerName, employerNumber } = workspace
  const isWhole = declaration.acceptedLines > 0 && declaration.acceptedLines === declaration.lines
  const owner: Owner = { declarationId: declaration.id, employerId }
  const [causes, samples, reasons, corrections, behind, done, replaced = null] = await Promise.all([
    listCauses(tx, owner),
    listSamples(tx, owner),
    listReasons(tx, owner, reasonsOffered),
    listCorrections(tx, owner, correctionsShown),
    findSheetBehind(tx, employerId, declaration.id),
    countWorkDone(tx, owner),
    declaration.replaces ? findDeclaration(tx, employerId, declaration.replaces) : null,
  ])
  const entry = await findEntryBeside(tx, employerId, declaration)
  const linesShown = samples.map(({ line }) => line)
  return {
    declaration,
    employerName,
    employerNumber,
    causes: causes
      .map((cause) => ({ ...cause, sample: samples.find((one) => isSameCause(one, cause)) }))
      .toSorted(byPlace),
    reasons,
    corrections,
    done,
    sheet: behind ? { ...behind, names: await listLineNames(tx, owner, linesShown) } : null,
    replaced,
    entry: entry ? { ...entry, savedBy: await findName(tx, entry.savedBy) } : null,
    sinceQuarter: isWhole ? await compareWithQuarter(tx, workspace, employerId, declaration) : null,
    sinceSent: isWhole ? await compareWithSent(tx, workspace, employerId, declaration) : null,
  }
}
