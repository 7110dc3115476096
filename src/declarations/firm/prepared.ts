/** Somebody worked on a declaration, and when last. */
export interface Hand {
  readonly by: string
  readonly at: Date
}

/** Who made a declaration as it is ready now. */
export interface Hands {
  readonly prepared: Hand
  /** Corrections made or undone, doubts confirmed; of each person the last. */
  readonly changes: readonly Hand[]
}

/** A person or a company's software, as the firm may know them. */
export interface Worker {
  /** Empty for somebody who is no longer there to be named. */
  readonly name: string
  readonly isSelf: boolean
  /** The one who looks, or a colleague of the same firm. */
  readonly isOurs: boolean
}

interface Work {
  readonly by: Worker
  readonly at: Date
}

/** By whom a declaration was prepared, and the last change that somebody outside the firm made to it. */
export interface Prepared extends Work {
  readonly changed: Work | null
}

export function preparedOf(
  { prepared, changes }: Hands,
  people: ReadonlyMap<string, Worker>,
): Prepared {
  const work = ({ by, at }: Hand): Work => ({ by: people.get(by) ?? nobody, at })
  const made = work(prepared)
  const theirs = changes
    .filter(({ by }) => by !== prepared.by)
    .map(work)
    .filter(({ by }) => !by.isOurs)
    .sort((one, other) => other.at.getTime() - one.at.getTime())
  return { ...made, changed: theirs[0] ?? null }
}

const nobody: Worker = { name: '', isSelf: false, isOurs: false }

/** A firm sends unasked what it prepared itself; what the company touched, it first looks at (product D9). */
export function isOurs({ by, changed }: Prepared): boolean {
  return by.isOurs && changed === null
}
