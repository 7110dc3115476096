import { readFile } from 'node:fs/promises'
import { parseQuarter, type Quarter } from '../calendar/index.ts'
import { checkFile, type FileFacts } from '../declarations/check-file.ts'
import { type Given, UsageError } from './command.ts'
import { writeOut } from './write-out.ts'

/** Checks one contribution file and says what a script or a person needs to know (product D3, X5). */
export async function runCheck({ files, options }: Given): Promise<number> {
  const [file] = files
  if (file === undefined || files.length > 1) throw new UsageError('Give one file to check.')
  const language = languageOf(options['lang'])
  const facts = factsOf(options)
  const bytes = await readFile(file).catch((error: unknown) => explain(file, error))
  if (bytes === undefined) return 2
  const { exitCode, report, text } = await checkFile(bytes, facts)
  await writeOut(
    options['json'] === true ? `${JSON.stringify(report(language), null, 2)}\n` : text(language),
  )
  return exitCode
}

function explain(file: string, error: unknown): undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const reasons: Record<string, string> = {
    ENOENT: 'does not exist',
    EISDIR: 'is a folder',
    EACCES: 'may not be read by this user',
  }
  process.stderr.write(`The file ${file} ${reasons[code] ?? `cannot be read (${code})`}.\n`)
}

function languageOf(asked: string | boolean | undefined): 'fr' | 'ar' {
  if (asked === undefined || asked === 'fr') return 'fr'
  if (asked === 'ar') return 'ar'
  throw new UsageError('--lang is fr or ar.')
}

function factsOf(options: Given['options']): FileFacts {
  return {
    employerNumber: digits(options, 'employer', /^\d{6}$/, 'the six digits of the N° Adhérent'),
    category: digits(options, 'category', /^\d{2}$/, 'two digits, such as 01'),
    quarter: quarterOf(options['period']),
  }
}

function digits(
  options: Given['options'],
  name: string,
  form: RegExp,
  expected: string,
): string | undefined {
  const typed = options[name]
  if (typeof typed !== 'string') return undefined
  if (form.test(typed)) return typed
  throw new UsageError(`--${name} is ${expected}; «${typed}» is not.`)
}

function quarterOf(typed: string | boolean | undefined): Quarter | undefined {
  if (typeof typed !== 'string') return undefined
  const parsed = parseQuarter(typed)
  if (parsed.ok) return parsed.value
  throw new UsageError(`--period is a quarter such as 2024T3; «${typed}» is not.`)
}
