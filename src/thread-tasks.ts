import type { DataContext } from './data-context.ts'
import { checkFileAside } from './declarations/check-aside.ts'
import { checkContent } from './declarations/check-content.ts'
import { changeContent } from './declarations/change-content.ts'
import { writeDeskFile } from './declarations/desk/files/write-desk-file.ts'
import { checkPdfAside } from './platform/files/scans/check-pdf-aside.ts'
import { startRevision } from './declarations/revisions/start-revision.ts'

/** A use case that a thread may run. */
type ThreadHandler = (app: DataContext, input: never) => Promise<unknown>

/** Every use case that may run in a thread of its own, by name, like the jobs of the worker. */
export const threadTasks: Readonly<Record<string, ThreadHandler>> = {
  'check-content': checkContent,
  'check-file': checkFileAside,
  'change-content': changeContent,
  'write-desk-file': writeDeskFile,
  'start-revision': startRevision,
  'check-pdf': checkPdfAside,
}
