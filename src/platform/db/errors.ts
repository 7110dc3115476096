import { DatabaseError } from 'pg'

/** PostgreSQL asks to start again: two transactions could not be put in an order, or waited on each other. */
const TRY_AGAIN = ['40001', '40P01']

/** `select *` prepared before a column was added: PostgreSQL will not answer with other columns than it said. */
const STALE_PLAN = { code: '0A000', routine: 'RevalidateCachedQuery' }

/**
 * The server is stopping, starting, or full (of connections, on its disk, in its memory), or it is a standby that nobody has
 * promoted yet; class 08 is a connection that broke.
 */
const away = '57P01 57P02 57P03 57P05 25P03 53100 53200 53300 25006'
const AWAY_STATES = away.split(' ')
const AWAY_SYSTEM = ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH']
const AWAY_NAMES = ['ENOTFOUND', 'EAI_AGAIN']

/** The driver has no code for these. */
const AWAY_SENTENCES =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Client has encountered a connection error|Client was closed|Cannot use a pool after|The database closed the connection)/

/** Every connection is taken, and many wait for one already. */
export class TooManyWaiting extends Error {
  override readonly name = 'TooManyWaiting'
}

export function isTryAgain(error: unknown): boolean {
  return causes(error).some(
    (one) => one instanceof DatabaseError && TRY_AGAIN.includes(one.code ?? ''),
  )
}

/** A statement was prepared before a migration: prepared anew, it serves. */
export function isStalePlan(error: unknown): boolean {
  const { code, routine } = STALE_PLAN
  return causes(error).some(
    (one) => one instanceof DatabaseError && one.code === code && one.routine === routine,
  )
}

/** The database cannot be reached at the moment; nothing is wrong with what was asked. Answer 503 and Retry-After. */
export function isDatabaseAway(error: unknown): boolean {
  return causes(error).some((one) => {
    const code = codeOf(one)
    if (one instanceof TooManyWaiting) return true
    if (one instanceof DatabaseError) return code.startsWith('08') || AWAY_STATES.includes(code)
    if ('syscall' in one && one.syscall === 'connect') return true
    if ('syscall' in one && (one.syscall === 'read' || one.syscall === 'write')) {
      return AWAY_SYSTEM.includes(code)
    }
    return AWAY_NAMES.includes(code) || AWAY_SENTENCES.test(one.message)
  })
}

/** A row with the same key is there already. Name the constraint: another one broken is a fault, not this refusal. */
export function isUniqueViolation(error: unknown, constraint: string): boolean {
  return causes(error).some(
    (one) => one instanceof DatabaseError && one.code === '23505' && one.constraint === constraint,
  )
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** The error, what caused it, and the parts of an aggregate (both addresses of `localhost` refusing). */
function causes(error: unknown, depth = 0): Error[] {
  if (!(error instanceof Error) || depth > 5) return []
  const parts = error instanceof AggregateError ? (error.errors as unknown[]) : []
  return [error, ...parts, error.cause].flatMap((one) =>
    one === error ? [error] : causes(one, depth + 1),
  )
}
