import type { RefusalCode } from '../web/words/index.ts'

/** A rule said no. It leaves the transaction by being thrown, so nothing half-done is kept. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: RefusalCode
  /** Values for the sentence and for the audit row; never a secret. */
  readonly details: Readonly<Record<string, string>>

  constructor(code: RefusalCode, details: Readonly<Record<string, string>> = {}) {
    super(code)
    this.code = code
    this.details = details
  }
}

export function refuse(code: RefusalCode, details?: Readonly<Record<string, string>>): never {
  throw new Refusal(code, details)
}
