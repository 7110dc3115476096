import type { ContentChange } from '../content-change.ts'
import type { ContentOpen, Plan } from './plan.ts'
import { planAddition } from './plan-addition.ts'
import { planCause } from './plan-cause.ts'
import { planFile } from './plan-file.ts'
import { planLine } from './plan-line.ts'
import { planRemoval } from './plan-removal.ts'
import { planUndo } from './plan-undo.ts'

/** What each kind of change makes of a content. */
export async function planFor(content: ContentOpen, change: ContentChange): Promise<Plan> {
  switch (change.kind) {
    case 'line':
      return planLine(content, change)
    case 'addition':
      return planAddition(content, change)
    case 'removal':
      return planRemoval(content, change)
    case 'cause':
      return planCause(content, change)
    case 'undo':
      return planUndo(content, change)
    case 'file':
      return planFile(content, change)
  }
}
