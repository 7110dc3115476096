// A program that takes a job and never finishes it, to be killed.
import { endWithParent } from './end-with-parent.ts'
import { createLog } from '../../src/platform/log.ts'
import { runJobs } from '../../src/platform/jobs/run-jobs.ts'

const [ownerUrl = ''] = process.argv.slice(2)
endWithParent()
await runJobs({
  ownerUrl,
  timetable: '',
  log: createLog('error'),
  silenceMs: 2_000,
  taskList: { probe: () => new Promise(() => process.stdout.write('taken\n')) },
})
