/** The store of documents does not answer, or refuses us: nothing can be kept or opened until it does. */
export class StoreAwayError extends Error {
  override readonly name = 'StoreAwayError'
  readonly code = 'STORE_AWAY'
}

/** Also of an error that came from a thread, which is told by its code. */
export function isStoreAway(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'STORE_AWAY'
}
