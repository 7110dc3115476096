import type { TaskList } from 'graphile-worker'
import { accessJobs } from './access/jobs.ts'
import { agencyJobs } from './agency/jobs.ts'
import { hearScanVerdict } from './agency/tray/hear-scan-verdict.ts'
import type { AppContext } from './context.ts'
import { declarationsJobs } from './declarations/jobs.ts'
import { departuresJobs } from './departures/jobs.ts'
import { directDebitsJobs } from './direct-debits/jobs.ts'
import { importsJobs } from './imports/jobs.ts'
import { hearProofVerdict } from './letters/hear-proof-verdict.ts'
import { liquidationsJobs } from './liquidations/jobs.ts'
import { hearPageVerdict } from './liquidations/claims/hear-page-verdict.ts'
import { machineInterfaceJobs } from './machine-interface/jobs.ts'
import { mailTemplates } from './mails.ts'
import { paymentsJobs } from './payments/jobs.ts'
import { checkWaiting, type HearVerdict } from './platform/files/scanner/check-waiting.ts'
import { sweepFiles } from './platform/files/sweep-files.ts'
import { runJobs } from './platform/jobs/run-jobs.ts'
import { sendMail } from './platform/mail/send-mail.ts'
import { reconciliationJobs } from './reconciliation/jobs.ts'
import { subscriptionsJobs } from './subscriptions/jobs.ts'
import { fundIn } from './web/visit.ts'
import { timetable } from './timetable.ts'

/** After the last try of a job nobody tries again. */
export interface Try {
  readonly isLast: boolean
}

/** What a job does: one use case, which may run twice safely. */
export type JobHandler = (app: AppContext, payload: never, tried: Try) => Promise<unknown>

/** Who hears what a scanner said of a document that waited, by the purpose of its file. */
const verdictHearers: Readonly<Record<string, HearVerdict<AppContext>>> = {
  letter_proof: hearProofVerdict,
  claim_document: hearPageVerdict,
  desk_scan: hearScanVerdict,
}

/** Every job of the portal, by name, like the routes in the site map. */
export function jobHandlers(app: AppContext): TaskList {
  const handlers: Record<string, JobHandler> = {
    'send-mail': (_, { mailId }: { mailId: string }, { isLast }) =>
      sendMail(postOffice(app), mailId, isLast),
    'sweep-files': (one) => sweepFiles(one),
    'check-waiting': (one) => checkWaiting(one, verdictHearers),
    ...accessJobs,
    ...subscriptionsJobs,
    ...declarationsJobs,
    ...departuresJobs,
    ...paymentsJobs,
    ...directDebitsJobs,
    ...reconciliationJobs,
    ...liquidationsJobs,
    ...agencyJobs,
    ...machineInterfaceJobs,
    ...importsJobs,
  }
  return Object.fromEntries(
    Object.entries(handlers).map(([name, handle]) => [
      name,
      async (payload: unknown, { job }) => {
        const isLast = job.attempts >= job.max_attempts
        await app.telemetry.job(name, async () => handle(app, payload as never, { isLast }))
      },
    ]),
  )
}

function postOffice(app: AppContext) {
  return {
    db: app.db,
    keyring: app.keyring,
    clock: app.clock,
    mailer: app.mailer,
    from: app.config.mailFrom,
    fundNames: { fr: app.config.fund.name, ar: fundIn('ar', app.config.fund).name },
    baseUrl: app.config.url,
    templates: mailTemplates,
  }
}

/** Runs the jobs on the owner's connection, since the queue's tables belong to the owner. */
export async function startWorker(
  app: AppContext,
  connections: { readonly owner: string },
): Promise<{ stop(): Promise<void> }> {
  return runJobs({
    ownerUrl: connections.owner,
    taskList: jobHandlers(app),
    timetable,
    // A mail server may be slow for hours.
    apart: ['send-mail'],
    log: app.log,
  })
}
