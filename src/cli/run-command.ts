import { parseArgs } from 'node:util'
import { ConfigurationError } from '../config.ts'
import { type Command, type Given, UsageError } from './command.ts'
import { commands } from './commands.ts'
import { helpOn, helpOnAll } from './help.ts'

/** What a command line gives back to the shell: 0 done, 1 could not, 2 not understood. */
export async function runCommand(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const { name, rest } = nameOf(args)
  if (['--help', '-h', 'help'].includes(name)) return show(helpOnAll(commands))
  const command = commands[name]
  if (!command) {
    return refuse(`There is no command «${name}». \`guichet --help\` lists them.`, 2)
  }
  if (rest.includes('--help') || rest.includes('-h')) return show(helpOn(name, command))
  try {
    return await command.run(understand(name, command, rest, env))
  } catch (error) {
    return explain(error, env)
  }
}

/** «demo bank» is a command of its own beside «demo». */
function nameOf(args: readonly string[]): { name: string; rest: readonly string[] } {
  const [first = '--help', second, ...others] = args
  const both = `${first} ${second}`
  return both in commands ? { name: both, rest: others } : { name: first, rest: args.slice(1) }
}

function understand(
  name: string,
  { options = {}, usage = '', misunderstood }: Command,
  args: readonly string[],
  env: Given['env'],
): Given {
  try {
    const allowPositionals = usage.includes('<')
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals })
    return { options: single(values), files: positionals, env }
  } catch (cause) {
    if (misunderstood) throw new UsageError(misunderstood(args), { cause })
    const reason = cause instanceof Error ? cause.message.split('. ')[0] : String(cause)
    throw new UsageError(`${reason}. \`guichet ${name} --help\` says what it takes.`, { cause })
  }
}

/** No option of ours is given twice; the last one holds. */
function single(values: Readonly<Record<string, unknown>>): Given['options'] {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' || typeof value === 'boolean' ? value : undefined,
    ]),
  )
}

/** Sentences for the operator; the trace only for who asks for it. */
function explain(error: unknown, env: Given['env']): number {
  if (error instanceof UsageError) return refuse(error.message, 2)
  if (error instanceof ConfigurationError) return refuse(error.mistakes.join('\n'), 1)
  if (env['GUICHET_LOG'] === 'debug') process.stderr.write(`${String(stackOf(error))}\n`)
  return refuse(error instanceof Error ? error.message : String(error), 1)
}

function stackOf(error: unknown): unknown {
  return error instanceof Error ? error.stack : error
}

function show(text: string): number {
  process.stdout.write(text)
  return 0
}

function refuse(sentence: string, code: number): number {
  process.stderr.write(`${sentence}\n`)
  return code
}
