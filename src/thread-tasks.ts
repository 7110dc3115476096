import type { DataContext } from './data-context.ts'

/** A use case that a thread may run. */
type ThreadHandler = (app: DataContext, input: never) => Promise<unknown>

/**
 * Every use case that may run in a thread of its own, by name, like the jobs of the worker. A thread does one thing and
 * ends: it loads that one, and not the words and layouts of the others.
 */
export const threadTasks: Readonly<Record<string, () => Promise<ThreadHandler>>> = {
  'check-content': async () => (await import('./declarations/check-content.ts')).checkContent,
  'check-file': async () => (await import('./declarations/check-aside.ts')).checkFileAside,
  'change-content': async () => (await import('./declarations/change-content.ts')).changeContent,
  'write-desk-file': async () =>
    (await import('./declarations/desk/files/write-desk-file.ts')).writeDeskFile,
  'start-revision': async () =>
    (await import('./declarations/revisions/start-revision.ts')).startRevision,
  'read-workbook': async () => (await import('./imports/read-workbook.ts')).readWorkbook,
  'check-pdf': async () =>
    (await import('./platform/files/scans/check-pdf-aside.ts')).checkPdfAside,
  'count-pages': async () => (await import('./agency/tray/split-aside.ts')).countAside,
  'split-pdf': async () => (await import('./agency/tray/split-aside.ts')).splitAside,
  'write-takeout': async () => (await import('./agency/takeout/write-takeout.ts')).writeTakeout,
}
