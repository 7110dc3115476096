import type { ParseArgsConfig } from 'node:util'

/** What a command was asked, once its arguments are understood. */
export interface Given {
  readonly options: Readonly<Record<string, string | boolean | undefined>>
  readonly files: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
}

/** One line of `guichet --help`, and what runs. Its code is loaded only when it is asked for. */
export interface Command {
  readonly summary: string
  /** What follows the name on the command line. */
  readonly usage?: string
  readonly details: string
  readonly options?: NonNullable<ParseArgsConfig['options']>
  /** What is said of arguments that cannot be understood, where it is not said in English. */
  readonly misunderstood?: (args: readonly string[]) => string
  /** Gives the exit code. */
  run(given: Given): Promise<number>
}

/** A mistake of the one who typed: a sentence, and exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
