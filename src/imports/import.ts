import { refuse } from '../actors/refusal.ts'
import type { ImportKind, ImportState } from './import-kind.ts'

/** Nobody where the command line did it. */
export interface ImportAgent {
  readonly id: string
  readonly name: string
}

/** A file of employers, categories, members, delegates or users, from its arrival to its report (product G5). */
export interface Import {
  readonly id: string
  readonly kind: ImportKind
  readonly state: ImportState
  readonly fileName: string
  readonly fileSha256: Buffer
  readonly encoding: string | null
  readonly fields: readonly string[]
  readonly lines: number
  readonly newLines: number
  readonly changedLines: number
  readonly sameLines: number
  readonly refusedLines: number
  readonly skippedLines: number
  /** The last line applied, company by company. */
  readonly reached: { readonly employerNumber: string; readonly line: number }
  readonly doneLines: number
  readonly checkRun: number
  readonly uploadedBy: ImportAgent | null
  readonly uploadedAt: Date
  /** Of a file that gives power: who asked that it be applied, and when. */
  readonly askedBy: ImportAgent | null
  readonly askedAt: Date | null
  readonly decidedBy: ImportAgent | null
  readonly decidedAt: Date | null
  readonly appliedAt: Date | null
  readonly version: number
}

/** Something to apply: at least one line that is new or changed. */
export function hasEffect(found: Pick<Import, 'newLines' | 'changedLines'>): boolean {
  return found.newLines + found.changedLines > 0
}

export type Decision = 'confirm' | 'abandon'

/**
 * What is decided is what was shown, and only once; the same decision sent twice is one. Gives whether there is still
 * something to do.
 */
export function decide(found: Import, decision: Decision, shownVersion: number): boolean {
  const after: readonly ImportState[] =
    decision === 'confirm' ? ['asked', 'applying', 'applied'] : ['abandoned']
  if (after.includes(found.state)) return false
  const isOpen = found.state === 'checked' || (found.state === 'asked' && decision === 'abandon')
  if (!isOpen) return refuse('imports.not_waiting')
  if (found.version !== shownVersion) return refuse('web.changed_meanwhile')
  if (decision === 'confirm' && !hasEffect(found)) return refuse('imports.nothing_to_apply')
  return true
}
