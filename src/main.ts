import { runCommand } from './cli/run-command.ts'

/** The program: what `bin/guichet.mjs` runs, with the words that follow its name. */
export async function main(args: readonly string[]): Promise<void> {
  process.exit(await runCommand(args, process.env))
}
