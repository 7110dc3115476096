import type { AppContext } from '../context.ts'
import { checkDeposit } from './deposits/check-deposit.ts'
import { forgetDeposits } from './deposits/forget-deposits.ts'
import { type DocumentsToLearn, learnDocuments } from './learn-documents.ts'

/** `check-deposit` follows every file that has arrived; `learn-documents`, a declaration that names somebody without document; once a night, what nobody waits for is removed. */
export const declarationsJobs = {
  'check-deposit': (app: AppContext, payload: { depositId: string }) => checkDeposit(app, payload),
  'learn-documents': (app: AppContext, payload: DocumentsToLearn) => learnDocuments(app, payload),
  'forget-deposits': (app: AppContext) => forgetDeposits(app),
}
