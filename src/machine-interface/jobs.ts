import type { AppContext } from '../context.ts'
import { keptMs } from './answer-once.ts'
import { tellRefusedKeys } from './note-refusals.ts'
import { forgetRequestsBefore } from './store.ts'

/** At night, answers that nobody is given again any more are removed. */
async function forgetMachineRequests({ db, clock }: AppContext): Promise<void> {
  const before = new Date(clock.now().getTime() - keptMs)
  await db.transaction({ as: 'system' }, (tx) => forgetRequestsBefore(tx, before))
}

export const machineInterfaceJobs = {
  'forget-machine-requests': forgetMachineRequests,
  'tell-refused-keys': tellRefusedKeys,
}
