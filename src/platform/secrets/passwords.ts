import { hash, verify } from '@node-rs/argon2'

/** argon2id, 19 MiB, two passes: about 10 ms of one core. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** Longer texts are refused before any hashing. */
const longestPassword = 128

export interface Passwords {
  hash(password: string): Promise<string>
  /** The same work whether the account exists or not: without a stored hash, a dummy is verified. */
  verify(stored: string | null, password: string): Promise<boolean>
  /** How many are being hashed, and how many wait for their turn. */
  load(): { running: number; waiting: number }
}

/** Hashing is bounded to a few at a time, so that a storm of sign-ins leaves the rest of the portal its threads. */
export function createPasswords(atOnce: number): Passwords {
  const turn = bounded(atOnce)
  const dummy = hash('a password that nobody has', parameters)
  dummy.catch(() => undefined)
  return {
    // One password, however its accents were composed by the keyboard.
    hash: (password) => turn(() => hash(password.normalize('NFC'), parameters)),
    async verify(stored, password) {
      if (password.length > longestPassword * 4) return false
      const against = stored ?? (await dummy)
      const right = await turn(() => verify(against, password.normalize('NFC')))
      return right && stored !== null
    },
    load: turn.load,
  }
}

function bounded(atOnce: number) {
  let running = 0
  const waiting: (() => void)[] = []
  const take = async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= atOnce) await new Promise<void>((go) => waiting.push(go))
    else running += 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
  return Object.assign(take, { load: () => ({ running, waiting: waiting.length }) })
}
