/** A content that is not what its name says. */
export class DamagedError extends Error {
  override readonly name = 'DamagedError'
  readonly code = 'DAMAGED'
}

/** The content is gone or damaged: nobody will find it by asking again, as of a store that is away. */
export function isLost(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    (error.code === 'ENOENT' || error.code === 'DAMAGED')
  )
}
