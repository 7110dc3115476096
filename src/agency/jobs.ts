import type { AppContext } from '../context.ts'
import { applyLetter } from './apply-letter.ts'

export const agencyJobs = {
  'apply-letter': (app: AppContext, payload: { letterId: string }) => applyLetter(app, payload),
}
