import { refuse } from '../../../actors/refusal.ts'
import { findRow } from '../../content.ts'
import type { ContentOpen, Plan } from './plan.ts'

/** The line is left empty: the others keep their numbers. */
export function planRemoval({ source }: ContentOpen, { line }: { readonly line: number }): Plan {
  if (findRow(source, line) === undefined) return refuse('web.not_found')
  return {
    rewriting: () => ({ edit: (row) => (row.line === line ? '' : row.text) }),
    kept: () => ({ correction: { kind: 'removal', line } }),
  }
}
