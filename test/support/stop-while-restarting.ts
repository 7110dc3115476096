// A program whose jobs must start again, and which is told to stop at that very moment.
import { createLog } from '../../src/platform/log.ts'
import { runJobs } from '../../src/platform/jobs/run-jobs.ts'
import { endWithParent } from './end-with-parent.ts'

const [ownerUrl = ''] = process.argv.slice(2)
endWithParent()
const jobs = await runJobs({ ownerUrl, timetable: '', log: createLog('silent'), taskList: {} })
const lost = new Error('Connection terminated')
lost.stack = 'at completeJob (node_modules/graphile-worker/dist/worker.js)'
void Promise.reject(lost)
setTimeout(() => void jobs.stop().then(() => process.exit(0)), 500)
