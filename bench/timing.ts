export interface Timing {
  /** Wall time of each, in milliseconds, sorted. */
  readonly each: readonly number[]
  /** Of this process, all its threads, per operation. */
  readonly cpuMs: number
  readonly perSecond: number
}

/** Runs `count` operations, `atOnce` at a time. */
export async function time(
  count: number,
  atOnce: number,
  work: (index: number) => Promise<unknown>,
): Promise<Timing> {
  const each: number[] = []
  let next = 0
  const cpu = process.cpuUsage()
  const began = performance.now()
  const worker = async () => {
    for (let index = next++; index < count; index = next++) {
      const at = performance.now()
      await work(index)
      each.push(performance.now() - at)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  const wallMs = performance.now() - began
  const { user, system } = process.cpuUsage(cpu)
  return {
    each: each.toSorted((one, other) => one - other),
    cpuMs: (user + system) / 1000 / count,
    perSecond: (count / wallMs) * 1000,
  }
}

/**
 * Alternates the contenders round by round, so that what the machine does meanwhile falls on all of them, and gives
 * the median round of each. The first round warms up and does not count.
 */
export async function alternate<Name extends string>(
  rounds: number,
  contenders: Readonly<Record<Name, (round: number) => Promise<Timing>>>,
): Promise<Record<Name, Timing>> {
  const names = Object.keys(contenders) as Name[]
  const done = new Map<Name, Timing[]>(names.map((name) => [name, []]))
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const timing = await contenders[name](round)
      if (round > 0) done.get(name)?.push(timing)
    }
  }
  return Object.fromEntries(names.map((name) => [name, medianOf(done.get(name) ?? [])])) as Record<
    Name,
    Timing
  >
}

function medianOf(timings: readonly Timing[]): Timing {
  return {
    each: timings.flatMap(({ each }) => each).toSorted((one, other) => one - other),
    cpuMs: median(timings.map(({ cpuMs }) => cpuMs)),
    perSecond: median(timings.map(({ perSecond }) => perSecond)),
  }
}

export function median(values: readonly number[]): number {
  return at(
    values.toSorted((one, other) => one - other),
    0.5,
  )
}

/** The value below which this share lies. */
export function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
