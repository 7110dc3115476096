// A program that does many short jobs, while a test cuts its connections.
import { endWithParent } from './end-with-parent.ts'
import { runJobs } from '../../src/platform/jobs/run-jobs.ts'
import { createLog } from '../../src/platform/log.ts'

const [ownerUrl = ''] = process.argv.slice(2)
endWithParent()
let done = 0
await runJobs({
  ownerUrl,
  timetable: '',
  log: createLog('silent'),
  silenceMs: 2_000,
  taskList: {
    probe: () => {
      done += 1
      if (done === 50) process.stdout.write('busy\n')
    },
  },
})
