import { readFile, writeFile } from 'node:fs/promises'

const ticksPerSecond = 100

/** CPU of another process since it began, in seconds; what Linux says of it, nothing elsewhere. */
export async function cpuSecondsOf(pid: number, withEnded = false): Promise<number> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  const ended = withEnded ? Number(fields[13]) + Number(fields[14]) : 0
  return (Number(fields[11]) + Number(fields[12]) + ended) / ticksPerSecond
}

/** Begins anew to remember the most memory that a process holds. */
export async function forgetPeak(pid: number): Promise<void> {
  await writeFile(`/proc/${pid}/clear_refs`, '5').catch(() => undefined)
}

/** The most memory it held since it began, or since that was forgotten, in megabytes. */
export async function peakMegabytesOf(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/VmHWM:\s+(\d+) kB/.exec(text)?.[1]) / 1024
}

/** The same of a PostgreSQL server: its processes, those that have ended included. */
export async function serverCpuSeconds(postmaster: number): Promise<number> {
  const text = await readFile(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8').catch(
    () => '',
  )
  const children = text.trim().split(' ').filter(Boolean).map(Number)
  const living = await Promise.all(children.map((pid) => cpuSecondsOf(pid)))
  return living.reduce((sum, one) => sum + one, await cpuSecondsOf(postmaster, true))
}
