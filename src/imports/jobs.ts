import type { AppContext } from '../context.ts'
import { applyImport } from './apply-import.ts'
import { checkImport } from './check-import.ts'

export const importsJobs = {
  'check-import': (app: AppContext, payload: { importId: string }) => checkImport(app, payload),
  'apply-import': (app: AppContext, payload: { importId: string }) => applyImport(app, payload),
}
