import { readFile } from 'node:fs/promises'
import path from 'node:path'

/** The server outlives the killed program; a run that failed half-way leaves none behind. */
export async function endDatabase(dataFolder: string): Promise<void> {
  const pidFile = await readFile(path.join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8').catch(
    () => '',
  )
  const pid = Number(pidFile.split('\n')[0])
  if (pid > 0) process.kill(pid, 'SIGQUIT')
}
