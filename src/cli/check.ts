import { readFile, realpath, writeFile } from 'node:fs/promises'
import { parseQuarter, type Quarter } from '../calendar/index.ts'
import { checkFile, type FileFacts, type FileVerdict, fixFile } from '../declarations/check-file.ts'
import { checkUsage } from './check-words.ts'
import { type Given, UsageError } from './command.ts'
import { writeOut } from './write-out.ts'

/** Checks one contribution file and says what a script or a person needs to know (product D3, X5). */
export async function runCheck({ files, options }: Given): Promise<number> {
  const language = languageOf(options['lang'])
  const said = checkUsage(language)
  const [file] = files
  if (file === undefined || files.length > 1) throw new UsageError(said.oneFile)
  const facts = factsOf(options, language)
  const fixed = options['fix']
  if (typeof fixed === 'string' && (await isSameFile(file, fixed)))
    throw new UsageError(said.ontoItself(file))
  const bytes = await readFile(file).catch((error: unknown) =>
    explain(file, error, { language, done: 'read' }),
  )
  if (bytes === undefined) return 2
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

/** By whatever name: the original is never written over. */
async function isSameFile(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all(
    [one, other].map((file) => realpath(file).catch(() => null)),
  )
  return first !== null && first === second
}

interface ToFix {
  readonly bytes: Uint8Array
  readonly facts: FileFacts
  readonly language: Language
}

type Language = 'fr' | 'ar'

/** Writes the corrected file first: the report that follows is about what is on the disk. */
async function fixInto(
  file: string,
  { bytes, facts, language }: ToFix,
): Promise<FileVerdict | undefined> {
  const fixed = await fixFile(bytes, facts)
  try {
    await writeFile(file, fixed.bytes)
  } catch (error) {
    return explain(file, error, { language, done: 'written' })
  }
  // Beside the report, which a program may be reading.
  process.stderr.write(`${fixed.summary(language)}\n`)
  return fixed
}

interface Done {
  readonly language: Language
  readonly done: 'read' | 'written'
}

function explain(file: string, error: unknown, { language, done }: Done): undefined {
  const said = checkUsage(language)
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const reasons: Record<string, string> = {
    ENOENT: done === 'read' ? said.missing(file) : said.noFolder(file),
    EISDIR: said.isFolder(file),
  }
  const other = done === 'read' ? said.notRead(file, code) : said.notWritten(file, code)
  process.stderr.write(`${reasons[code] ?? other}\n`)
}

function languageOf(asked: string | boolean | undefined): Language {
  if (asked === undefined || asked === 'fr') return 'fr'
  if (asked === 'ar') return 'ar'
  throw new UsageError(checkUsage('fr').language)
}

function factsOf(options: Given['options'], language: Language): FileFacts {
  const said = checkUsage(language)
  return {
    employerNumber: digits(options['employer'], /^\d{6}$/, said.employer),
    category: digits(options['category'], /^\d{2}$/, said.category),
    quarter: quarterOf(options['period'], said.period),
  }
}

function digits(
  typed: string | boolean | undefined,
  form: RegExp,
  wrong: (typed: string) => string,
): string | undefined {
  if (typeof typed !== 'string') return undefined
  if (form.test(typed)) return typed
  throw new UsageError(wrong(typed))
}

function quarterOf(
  typed: string | boolean | undefined,
  wrong: (typed: string) => string,
): Quarter | undefined {
  if (typeof typed !== 'string') return undefined
  const parsed = parseQuarter(typed)
  if (parsed.ok) return parsed.value
  throw new UsageError(wrong(typed))
}
