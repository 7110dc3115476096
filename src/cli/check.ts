import { readFile, writeFile } from 'node:fs/promises'
import { parseQuarter, type Quarter } from '../calendar/index.ts'
import { checkFile, type FileFacts, type FileVerdict, fixFile } from '../declarations/check-file.ts'
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
  const fixed = options['fix']
  const verdict =
    typeof fixed === 'string'
      ? await fixInto(fixed, { bytes, facts, language })
      : await checkFile(bytes, facts)
  if (verdict === undefined) return 2
  const { exitCode, report, text } = verdict
  await writeOut(
    options['json'] === true ? `${JSON.stringify(report(language), null, 2)}\n` : text(language),
  )
  return exitCode
}

interface ToFix {
  readonly bytes: Uint8Array
  readonly facts: FileFacts
  readonly language: 'fr' | 'ar'
}

/** Writes the corrected file first: the report that follows is about what is on the disk. */
async function fixInto(
  file: string,
  { bytes, facts, language }: ToFix,
): Promise<FileVerdict | undefined> {
  const fixed = await fixFile(bytes, facts)
  try {
    await writeFile(file, fixed.bytes)
  } catch (error) {
    return explain(file, error, 'written')
  }
  // Beside the report, which a program may be reading.
  process.stderr.write(`${fixed.summary(language)}\n`)
  return fixed
}

function explain(file: string, error: unknown, done = 'read'): undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const reasons: Record<string, string> = {
    ENOENT: done === 'read' ? 'does not exist' : 'cannot be written: its folder does not exist',
    EISDIR: 'is a folder',
    EACCES: `may not be ${done} by this user`,
  }
  process.stderr.write(`The file ${file} ${reasons[code] ?? `cannot be ${done} (${code})`}.\n`)
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
