/** Nobody is there to look: what may be said of one document only is another error. */
export class ScannerAwayError extends Error {
  override readonly name = 'ScannerAwayError'
}
