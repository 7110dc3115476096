import type { AppContext } from '../context.ts'
import { takeInBankFiles } from './take-in-bank-files.ts'

/** The clockwork of the bank's side. */
export const directDebitsJobs = {
  'take-in-bank-files': (app: AppContext) => takeInBankFiles(app),
}
